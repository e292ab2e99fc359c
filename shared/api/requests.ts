import { z } from 'zod';
import { meetingPhase, meetingType } from '../domain/codes.ts';
import { ADDRESSES, LANGUAGES } from '../i18n/language.ts';
import { ATTENDANCE_NOTE_CHARS, NOTABLE_ATTENDANCE } from '../protocol/attendance.ts';
import { DECISIONS, REMARK_CHARS, SIGNOFF_METHODS } from '../protocol/decisions.ts';

/**
 * Bodies of requests, one schema a route. Both sides use them: the server refuses what does not
 * fit with 400, field and reason in the person's language; the client checks before it sends.
 */

const day = z.iso.date();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** POST /api/links/exchange */
export const exchangeLink = z.strictObject({ token: z.string().min(1).max(200) });

/** POST /api/p/:participationId/settings */
export const changeSettings = z.strictObject({
  language: z.enum(LANGUAGES).optional(),
  address: z.enum(ADDRESSES).optional(),
});

/** POST /api/p/:participationId/admissions/:deviceId */
export const decideAdmission = z.strictObject({ decision: z.enum(['admit', 'refuse']) });

/** POST /api/p/:participationId/phase */
export const movePhase = z.strictObject({ phase: z.enum(meetingPhase) });

/** POST /api/p/:participationId/phase/extend */
export const extendPhase = z.strictObject({ minutes: z.int().min(1).max(60) });

/** POST /api/p/:participationId/turn */
export const giveTurn = z.strictObject({ personId: z.string().max(64).nullable() });

/** POST /api/p/:participationId/attendance: who was really there; null takes a note back. */
export const noteAttendance = z.strictObject({
  notes: z
    .array(
      z.strictObject({
        participationId: z.string().max(64),
        attendance: z.enum(NOTABLE_ATTENDANCE).nullable(),
        note: z.string().max(ATTENDANCE_NOTE_CHARS).optional(),
      }),
    )
    .min(1)
    .max(100),
});

/** POST /api/p/:participationId/freeze */
export const freezeStep = z.strictObject({ step: z.enum(['begin', 'now', 'wait', 'cancel']) });

const recordIds = z.strictObject({
  recordIds: z.array(z.string().min(1).max(64)).min(1).max(50),
});

/** POST /api/p/:participationId/own/show: moves records of the own document into the plan. */
export const showOwn = recordIds;

/** POST /api/p/:participationId/own/take-back: moves back what the same participation has shown. */
export const takeBackOwn = recordIds;

/** POST /api/p/:participationId/versions/:versionId/signoff */
export const signOff = z
  .strictObject({
    /** The hash the person saw; the server refuses when it is not the version's. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    decision: z.enum(DECISIONS),
    remark: z.string().max(REMARK_CHARS).optional(),
    thinkUntil: day.optional(),
    method: z.enum(SIGNOFF_METHODS),
    typedName: z.string().max(200).optional(),
  })
  .refine((body) => body.decision !== 'mit_anmerkung' || (body.remark ?? '').trim() !== '', {
    path: ['remark'],
    error: 'missing_remark',
  })
  .refine((body) => body.decision !== 'bedenkzeit' || body.thinkUntil !== undefined, {
    path: ['thinkUntil'],
    error: 'missing_date',
  })
  .refine((body) => body.method !== 'name_getippt' || (body.typedName ?? '').trim() !== '', {
    path: ['typedName'],
    error: 'missing_name',
  });

/** POST /api/p/:participationId/next-meeting */
export const makeNextMeeting = z.strictObject({
  type: z.enum(meetingType),
  date: day,
  start: time,
  end: time,
  place: z.string().trim().min(1).max(300),
});

export type NoteAttendanceRequest = z.infer<typeof noteAttendance>;
export type SignOffRequest = z.infer<typeof signOff>;
export type NextMeetingRequest = z.infer<typeof makeNextMeeting>;
