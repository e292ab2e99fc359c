import { isolated } from '#shared/i18n/isolate.ts';
import { OFFICE_TIME_ZONE } from '#shared/i18n/translate.ts';

/** Days and times as the office reads them, whatever clock a device has. */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = locale + JSON.stringify(options);
  let format = formats.get(id);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, options);
    formats.set(id, format);
  }
  return format;
}

export type DayStyle = 'day' | 'long' | 'weekday' | 'short';

const DAY_STYLES: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  /** 16. September */
  day: { day: 'numeric', month: 'long' },
  /** 16. September 2025 */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  /** Dienstag, 10. März */
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  /** 10.03.2026 */
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
};

/**
 * A calendar day `YYYY-MM-DD` in words, or the office's day of an instant in ISO 8601: shortly after
 * midnight the day of UTC is still yesterday. What is no day is shown as it is.
 */
export function formatDay(day: string, locale: string, style: DayStyle = 'day'): string {
  const instant = day.includes('T') ? new Date(day) : null;
  const known = instant !== null && !Number.isNaN(instant.getTime()) ? dayOf(instant) : day;
  const at = new Date(`${known}T12:00:00Z`);
  if (Number.isNaN(at.getTime())) {
    return day;
  }
  return formatOf(locale, { ...DAY_STYLES[style], timeZone: 'UTC' }).format(at);
}

/**
 * A time of day as people say it: `16:00` is "16" and `17:20` is "17:20".
 * Takes `HH:MM` of the office or an instant in ISO 8601, which is told in the office's time zone.
 */
export function formatTime(time: string, locale: string): string {
  if (/^\d{2}:\d{2}$/.test(time)) {
    const [hours = '', minutes = ''] = time.split(':');
    return minutes === '00' ? String(Number(hours)) : `${Number(hours)}:${minutes}`;
  }
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) {
    return time;
  }
  return formatOf(locale, { hour: '2-digit', minute: '2-digit', timeZone: OFFICE_TIME_ZONE }).format(at);
}

/** The office's calendar day of an instant, `YYYY-MM-DD`. */
export function dayOf(at: Date): string {
  return formatOf('sv-SE', { timeZone: OFFICE_TIME_ZONE }).format(at);
}

/** Names as one says them: "Leon, Frau Wegner und Herr Krüger". */
export function formatList(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names.map(isolated));
}
