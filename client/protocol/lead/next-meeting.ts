import * as z from 'zod/mini';
import { makeNextMeeting, type NextMeetingRequest } from '#shared/api/requests.ts';
import { type MeetingType, meetingType } from '#shared/domain/codes.ts';
import { readJson } from '#shared/json.ts';

/** What is missing or does not fit in the form of the next meeting. */
export type NextGap = 'date' | 'start' | 'end' | 'place' | 'end_early';

const FIELDS: readonly NextGap[] = ['date', 'start', 'end', 'place'];

/** Words as they stand in the form, whole or not. */
const keptForm = z.object({
  type: z.enum(meetingType),
  date: z.string(),
  start: z.string(),
  end: z.string(),
  place: z.string(),
});

/** What was kept of the form, or the proposals where nothing was. */
export function nextMeetingOf(kept: string | undefined, proposed: NextMeetingRequest): NextMeetingRequest {
  return (kept === undefined ? null : readJson(keptForm, kept)) ?? proposed;
}

/** Checks what the server will check, so that nothing is sent that would come back. */
export function gapsIn(form: NextMeetingRequest): NextGap[] {
  const checked = makeNextMeeting.safeParse(form);
  if (!checked.success) {
    const named = new Set(checked.error.issues.map(({ path }) => path[0]));
    return FIELDS.filter((field) => named.has(field));
  }
  return form.end <= form.start ? ['end_early'] : [];
}

/** What usually follows a meeting of this kind. */
export function proposedType(type: MeetingType): MeetingType {
  return type === 'clearing_auftrag'
    ? 'clearing_abschluss'
    : type === 'clearing_abschluss'
      ? 'aufstellung'
      : 'fortschreibung';
}
