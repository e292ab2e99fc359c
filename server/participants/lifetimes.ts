import { OFFICE_TIME_ZONE } from '#shared/i18n/translate.ts';
import type { LinkPurpose } from '../audit/events.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A link to the table opens until this long after the meeting. */
const AFTER_MEETING = 2 * HOUR;
/** A meeting that runs on past its day still lets somebody new in for this long. */
const AT_LEAST = 12 * HOUR;
/** A link for signing outlives the meeting: a change of mind is possible for 14 days. */
const SIGNING = 30 * DAY;
/** A device that was admitted may read and decide for this long. */
const ADMITTED_DEVICE = 30 * DAY;
/** A device that came by an account ends with its session, at the latest after this time. */
const STAFF_DEVICE = DAY;

/** When a link that is made now ends. */
export function linkExpiry(purpose: LinkPurpose, meeting: { date: string; end: string }, now: Date): Date {
  if (purpose === 'unterschreiben') {
    return new Date(now.getTime() + SIGNING);
  }
  const end = officeTime(meeting.date, meeting.end).getTime() + AFTER_MEETING;
  return new Date(Math.max(end, now.getTime() + AT_LEAST));
}

/** When a device that is admitted now ends. */
export function admittedExpiry(now: Date): Date {
  return new Date(now.getTime() + ADMITTED_DEVICE);
}

/** When a device that enters by an account ends at the latest. */
export function staffExpiry(now: Date): Date {
  return new Date(now.getTime() + STAFF_DEVICE);
}

/** How long the device of a link can be let in at most: it may knock for a day before. */
export const LINK_COOKIE_MS = DAY + ADMITTED_DEVICE;
/** The same of one that entered by an account. */
export const STAFF_COOKIE_MS = STAFF_DEVICE;

/** The instant of a day and a time of the office's clock, whatever zone this machine is in. */
export function officeTime(day: string, time: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  // Twice: the first guess may lie on the other side of a change to or from summer time.
  const first = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(first));
}

/** Today in the office, YYYY-MM-DD. */
export function officeToday(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: OFFICE_TIME_ZONE }).format(now);
}

function offsetAt(instant: number): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: OFFICE_TIME_ZONE,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}
