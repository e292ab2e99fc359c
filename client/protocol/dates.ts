import { CHANGE_OF_MIND_DAYS } from '#shared/protocol/decisions.ts';

/** Days that the sign-off proposes. Calendar days `YYYY-MM-DD`, free of clocks and time zones. */

/** A person who wants to think first gets this many days as a proposal. */
const THINK_DAYS = 7;

/** Months until the next meeting, where the plan does not name a day. */
const NEXT_MEETING_MONTHS = 6;

const DAY_MS = 86_400_000;

/** The day `count` days later. */
export function addDays(day: string, count: number): string {
  return toDay(new Date(toTime(day) + count * DAY_MS));
}

/** The same day `count` months later, or the last of that month where it is shorter. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0));
  const wanted = Math.min(date, last.getUTCDate());
  return toDay(new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), wanted)));
}

/** The day itself, or the Monday after it: offices do not meet at weekends. */
export function onWorkday(day: string): string {
  const weekday = new Date(toTime(day)).getUTCDay();
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day;
}

/** Until when somebody thinks who wants to think. */
export function proposedThinkUntil(today: string): string {
  return addDays(today, THINK_DAYS);
}

/** Last day on which a change of mind is taken; before sealing it is the earliest that day can be. */
export function changeOfMindUntil(frozenDay: string, sealedDay: string | null): string {
  return addDays(sealedDay ?? frozenDay, CHANGE_OF_MIND_DAYS);
}

/** Day proposed for the next meeting: the one agreed in the plan, else half a year on. */
export function proposedNextDate(meetingDay: string, agreed: string | undefined, today: string): string {
  if (agreed && agreed > today) {
    return agreed;
  }
  return onWorkday(addMonths(meetingDay > today ? meetingDay : today, NEXT_MEETING_MONTHS));
}

function toTime(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function toDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
