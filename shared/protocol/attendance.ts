import type { Attendance } from '../domain/codes.ts';

/** What can be noted about somebody. Who is not invited, and why, is decided before a meeting. */
export const NOTABLE_ATTENDANCE = [
  'vor_ort',
  'per_link',
  'telefonisch',
  'zeitweise',
  'schriftlich',
  'vertreten_durch_vertrauensperson',
  'entschuldigt',
  'nicht_erschienen',
] as const satisfies readonly Attendance[];

/** Characters of what can be added to a note: "bis 16:40 Uhr", "zum Thema Schule". */
export const ATTENDANCE_NOTE_CHARS = 200;

/** One seat: how somebody was expected, and what who leads has noted since. */
export interface AttendanceFacts {
  attendance: Attendance;
  reason: string;
  noted: Attendance | null;
  note: string;
}

/** How somebody took part, as a version says it. */
export interface ToldAttendance {
  attendance: Attendance;
  reason: string;
  /** Nobody has noted it: this is only how it was planned. */
  planned: boolean;
}

/** Known before a meeting, and true without anybody noting it there. */
const SETTLED: ReadonlySet<Attendance> = new Set(['entschuldigt', 'nicht_eingeladen']);

/** What was noted; where nobody has noted anything, the plan, told as a plan. */
export function toldAttendance({ attendance, reason, noted, note }: AttendanceFacts): ToldAttendance {
  return noted === null
    ? { attendance, reason, planned: !SETTLED.has(attendance) }
    : { attendance: noted, reason: note, planned: false };
}

/** What devices tell about somebody. */
export interface Traces {
  /** A device of theirs was let in to the table. */
  came: boolean;
  /** And none is let in any more: they have left. */
  left: boolean;
}

/**
 * What the devices suggest, as a proposal for who leads; null where they cannot know: who sits in
 * the room without a device leaves no trace. It is never taken for the truth without a person's word.
 */
export function proposedAttendance(planned: Attendance, { came, left }: Traces): Attendance | null {
  if (came) {
    return left ? 'zeitweise' : planned === 'vor_ort' || planned === 'telefonisch' ? planned : 'per_link';
  }
  switch (planned) {
    case 'per_link':
      return 'nicht_erschienen';
    case 'vor_ort':
    case 'telefonisch':
    case 'zeitweise':
      return null;
    default:
      return planned;
  }
}
