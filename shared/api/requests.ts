import * as z from 'zod/mini';
import { meetingPhase, meetingType } from '../domain/codes.ts';
import { paperOfText } from '../domain/paper.ts';
import { isPlausibleDay } from '../domain/plausible-day.ts';
import { isCleanText, typedText } from '../domain/typed-text.ts';
import { ADDRESSES, LANGUAGES } from '../i18n/language.ts';
import { ATTENDANCE_NOTE_CHARS, NOTABLE_ATTENDANCE } from '../protocol/attendance.ts';
import { DECISIONS, REMARK_CHARS, REMARK_PAPER, SIGNOFF_METHODS } from '../protocol/decisions.ts';

/**
 * Bodies of requests, one schema a route (`routes/`). Both sides use them: the server refuses what does
 * not fit with 400, field and reason in the person's language; the client checks before it sends.
 */

const day = z.iso.date().check(z.refine(isPlausibleDay, { error: 'date' }));
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const count = (most: number) => z.int().check(z.minimum(1), z.maximum(most));
/** Words somebody typed, as they may be kept. */
const words = (most: number) => z.string().check(z.overwrite(typedText), z.maxLength(most));
/** The name of something that is there, as the server made it. */
const reference = z.string().check(z.maxLength(64), z.refine(isCleanText, { error: 'invalid' }));

export const exchangeLink = z.strictObject({
  token: z.string().check(z.minLength(1), z.maxLength(200), z.refine(isCleanText, { error: 'invalid' })),
});

/** What somebody signs in with, and nothing else: the library behind it would take, and log, more. */
export const signInBody = z.strictObject({
  email: z.string().check(z.maxLength(254), z.regex(/^[^\s\p{C}]+@[^\s\p{C}]+$/u)),
  password: z.string().check(z.minLength(1), z.maxLength(128)),
});

export const signOutBody = z.strictObject({});

export const changeSettings = z.strictObject({
  language: z.optional(z.enum(LANGUAGES)),
  address: z.optional(z.enum(ADDRESSES)),
});

/** Taking one's seat by account: in the language of the page one comes from, where one has chosen it there. */
export const enterMeeting = z.strictObject({ language: z.optional(z.enum(LANGUAGES)) });

export const decideAdmission = z.strictObject({ decision: z.enum(['admit', 'refuse']) });

export const movePhase = z.strictObject({ phase: z.enum(meetingPhase) });

export const extendPhase = z.strictObject({ minutes: count(60) });

export const giveTurn = z.strictObject({ personId: z.nullable(reference) });

const attendanceNote = z.strictObject({
  participationId: reference,
  attendance: z.nullable(z.enum(NOTABLE_ATTENDANCE)),
  note: z.optional(words(ATTENDANCE_NOTE_CHARS)),
});

/** Who was really there; null takes a note back. */
export const noteAttendance = z.strictObject({
  notes: z.array(attendanceNote).check(z.minLength(1), z.maxLength(100)),
});

/** What the facilitator can say while a plan is being frozen. */
export const freezeStep = z.strictObject({ step: z.enum(['begin', 'now', 'wait', 'cancel']) });

const recordIds = z.strictObject({
  recordIds: z.array(reference.check(z.minLength(1))).check(z.minLength(1), z.maxLength(50)),
});

/** Moves records of the own document into the plan. */
export const showOwn = recordIds;

/** Moves back what the same participation has shown. */
export const takeBackOwn = recordIds;

/** Words beside a decision. All of them are printed, so line breaks alone make none endless. */
const remark = words(REMARK_CHARS).check(
  z.refine((text) => paperOfText(text) <= REMARK_PAPER, { error: 'too_long' }),
);

export const signOff = z
  .strictObject({
    /** The hash the person saw; the server refuses when it is not the version's. */
    sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    decision: z.enum(DECISIONS),
    remark: z.optional(remark),
    thinkUntil: z.optional(day),
    method: z.enum(SIGNOFF_METHODS),
    typedName: z.optional(words(200)),
  })
  .check(
    z.refine((body) => body.decision !== 'mit_anmerkung' || (body.remark ?? '').trim() !== '', {
      path: ['remark'],
      error: 'missing_remark',
    }),
    z.refine((body) => body.decision !== 'bedenkzeit' || body.thinkUntil !== undefined, {
      path: ['thinkUntil'],
      error: 'missing_date',
    }),
    z.refine((body) => body.method !== 'name_getippt' || (body.typedName ?? '').trim() !== '', {
      path: ['typedName'],
      error: 'missing_name',
    }),
  );

export const makeNextMeeting = z.strictObject({
  type: z.enum(meetingType),
  date: day,
  start: time,
  end: time,
  place: z.string().check(z.overwrite(typedText), z.trim(), z.minLength(1), z.maxLength(300)),
});

/** Of `npm run demo`. */
export const freshLinks = z.strictObject({ reset: z.optional(z.boolean()) });

export const MOST_ROOMS = 1000;
const MOST_PLACES = 300;

/** Rooms for measuring. */
export const makeRooms = z.strictObject({
  meetings: count(MOST_ROOMS),
  participants: count(MOST_PLACES),
  admit: z.boolean(),
});

export type FreezeStep = z.infer<typeof freezeStep>['step'];
export type NoteAttendanceRequest = z.infer<typeof noteAttendance>;
export type SignOffRequest = z.infer<typeof signOff>;
export type NextMeetingRequest = z.infer<typeof makeNextMeeting>;
