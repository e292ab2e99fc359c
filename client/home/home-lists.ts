import { leads } from '#shared/access/parts.ts';
import type { HomeMeeting, HomePerson } from '#shared/api/answers.ts';
import type { Attendance } from '#shared/domain/codes.ts';

/** The caseworker's meetings in the order of what they need. */
export interface HomeLists {
  /** On this day, closed ones last. */
  today: HomeMeeting[];
  coming: HomeMeeting[];
  /** Frozen: decisions are on the way. */
  signing: HomeMeeting[];
  /** Sealed on another day, or long over and never frozen. */
  past: HomeMeeting[];
}

/** Each meeting in one list; whatever became of it, one of today is today's. */
export function sortMeetings(meetings: readonly HomeMeeting[], today: string): HomeLists {
  const lists: HomeLists = { today: [], coming: [], signing: [], past: [] };
  for (const meeting of [...meetings].sort(byStart)) {
    lists[listOf(meeting, today)].push(meeting);
  }
  lists.past.reverse();
  lists.today.sort((a, b) => Number(a.state === 'sealed') - Number(b.state === 'sealed'));
  return lists;
}

function listOf(meeting: HomeMeeting, today: string): keyof HomeLists {
  if (meeting.facts.date === today) {
    return 'today';
  }
  if (meeting.state === 'sealed') {
    return 'past';
  }
  if (meeting.state === 'frozen') {
    return 'signing';
  }
  return meeting.facts.date > today ? 'coming' : 'past';
}

function byStart(a: HomeMeeting, b: HomeMeeting): number {
  return `${a.facts.date} ${a.facts.start}`.localeCompare(`${b.facts.date} ${b.facts.start}`);
}

/** The meeting that was made from this one; null where there is none yet. */
export function meetingAfter(meeting: HomeMeeting, all: readonly HomeMeeting[]): HomeMeeting | null {
  const number = meeting.facts.number + 1;
  return all.find(({ facts, caseId }) => caseId === meeting.caseId && facts.number === number) ?? null;
}

const COMING: ReadonlySet<Attendance> = new Set([
  'vor_ort',
  'per_link',
  'telefonisch',
  'zeitweise',
  'vertreten_durch_vertrauensperson',
]);

/** Who is expected, by the way they take part. */
export interface Expected {
  coming: HomePerson[];
  remote: HomePerson[];
  written: HomePerson[];
  excused: HomePerson[];
  /** Come by personal link and have opened it. */
  opened: HomePerson[];
  /** Come by personal link and have not opened it yet. */
  unopened: HomePerson[];
}

/** Sorts the people of a meeting. The shared screen is nobody; who leads signs in and has no link. */
export function expectedPeople(people: readonly HomePerson[]): Expected {
  const real = people.filter(({ role }) => role !== 'bildschirm');
  // Who leads sits at the head of the table.
  const coming = real
    .filter(({ attendance }) => COMING.has(attendance))
    .sort((a, b) => Number(leads(b.role)) - Number(leads(a.role)));
  const linked = coming.filter(({ role }) => !leads(role));
  return {
    coming,
    remote: coming.filter(({ remote }) => remote),
    written: real.filter(({ attendance }) => attendance === 'schriftlich'),
    excused: real.filter(({ attendance }) => attendance === 'entschuldigt'),
    opened: linked.filter(({ linkOpened }) => linkOpened),
    unopened: linked.filter(({ linkOpened }) => !linkOpened),
  };
}

/** Minutes from one time of day to another, both HH:MM. */
export function minutesBetween(from: string, to: string): number {
  return minutesOf(to) - minutesOf(from);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
