import { randomUUID } from 'node:crypto';
import { planKind } from '#shared/documents/plan/kind.ts';
import type { Attendance, MeetingMode, MeetingType } from '#shared/domain/codes.ts';
import { AGENDA, heldSteps } from '#shared/meeting/agenda.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';
import { insertDocument } from '../sync/log/pg-store.ts';
import type { StoredPhase } from './phases.ts';

/** A meeting that is to be made, with the plan it starts from. */
export interface MeetingOrder {
  id: string;
  caseId: string;
  number: number;
  type: MeetingType;
  date: string;
  start: string;
  end: string;
  mode: MeetingMode;
  place: string;
  facilitatorId: string;
  phases: StoredPhase[];
  previousVersionId: string | null;
  /** First content of the plan document, as one Yjs update (V1) made by the server. */
  content: Uint8Array;
  now: Date;
}

/**
 * Makes a meeting with a fresh plan document: nothing of an older document travels along.
 * @returns the plan's id
 */
export async function insertMeeting(tx: Tx, order: MeetingOrder): Promise<string> {
  const [first] = order.phases;
  if (!first) {
    throw new Error('a meeting has at least one step');
  }
  const planId = randomUUID();
  await tx`insert into meeting
      (id, case_id, number, type, date, start_time, end_time, mode, place, moderator_id, phase, phases,
       previous_version_id)
    values (${order.id}, ${order.caseId}, ${order.number}, ${order.type}, ${order.date}, ${order.start},
      ${order.end}, ${order.mode}, ${order.place}, ${order.facilitatorId},
      ${first.phase}, ${tx.json(order.phases.map((step) => ({ ...step })))}, ${order.previousVersionId})`;
  await insertDocument(tx, {
    id: planId,
    kind: planKind.name,
    meetingId: order.id,
    seed: order.content,
  });
  await appendAuditEvent(
    tx,
    { kind: 'meeting', id: order.id },
    {
      type: 'meeting_made',
      body: { previousVersionId: order.previousVersionId },
    },
  );
  return planId;
}

/** The steps of a meeting as it is made: only one that follows another can look back. */
export function usualPhases(follows: boolean): StoredPhase[] {
  return heldSteps(follows, AGENDA).map(({ code, minutes }) => ({ phase: code, minutes, done: false }));
}

/** How somebody is expected next time: an excuse was for one day, a phone stays a phone. */
export function nextAttendance(last: Attendance): Attendance | null {
  switch (last) {
    case 'nicht_eingeladen':
      return null;
    case 'per_link':
    case 'telefonisch':
    case 'schriftlich':
      return last;
    default:
      return 'vor_ort';
  }
}
