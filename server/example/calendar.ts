/** Moves the dates of the example so that its second meeting is today. */
export interface Calendar {
  /** A day, moved by days: YYYY-MM-DD. */
  day(original: string): string;
  /** The last day of a month (YYYY-MM), moved by months. */
  monthEnd(original: string): string;
  /** "30. Januar 2026" */
  inWords(original: string): string;
  /** "9. Oktober" */
  withoutYear(original: string): string;
  /** "12.09.2025" */
  inDigits(original: string): string;
  /** "Februar 2026", of a month YYYY-MM. */
  month(original: string): string;
  /** "Oktober", of a month YYYY-MM. */
  monthName(original: string): string;
}

const DAY_MS = 86_400_000;

/** A calendar in which `anchor` is `today` (both YYYY-MM-DD). */
export function createCalendar(anchor: string, today: string): Calendar {
  const days = Math.round((utc(today) - utc(anchor)) / DAY_MS);
  const months = monthsOf(today) - monthsOf(anchor);
  const day = (original: string): string => iso(utc(original) + days * DAY_MS);
  const monthStart = (original: string): number => {
    const moved = monthsOf(original) + months;
    return Date.UTC(Math.floor(moved / 12), moved % 12, 1);
  };
  return {
    day,
    monthEnd(original) {
      const start = new Date(monthStart(original));
      return iso(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0));
    },
    inWords: (original) => words(utc(day(original)), { day: 'numeric', month: 'long', year: 'numeric' }),
    withoutYear: (original) => words(utc(day(original)), { day: 'numeric', month: 'long' }),
    inDigits: (original) => words(utc(day(original)), { day: '2-digit', month: '2-digit', year: 'numeric' }),
    month: (original) => words(monthStart(original), { month: 'long', year: 'numeric' }),
    monthName: (original) => words(monthStart(original), { month: 'long' }),
  };
}

function utc(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Months since year 0 of a day or a month. */
function monthsOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function words(time: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('de-DE', { ...options, timeZone: 'UTC' }).format(time);
}
