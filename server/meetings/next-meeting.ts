import { randomUUID } from 'node:crypto';
import type { ParticipantRole } from '#shared/access/parts.ts';
import type { NextMeetingRequest } from '#shared/api/requests.ts';
import { seedPlan } from '#shared/documents/plan/plan.ts';
import type { Attendance, MeetingMode } from '#shared/domain/codes.ts';
import { planSeedFrom } from '#shared/protocol/carry.ts';
import type { Actor } from '../access/actor.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { badField, DomainError } from '../access/domain-error.ts';
import { transact } from '../access/transact.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';
import { insertOwnDocuments } from '../own/insert-own.ts';
import { insertDevice } from '../participants/devices.ts';
import { admittedExpiry, officeToday } from '../participants/lifetimes.ts';
import { frozenContent } from '../protocol/frozen-content.ts';
import { insertMeeting, nextAttendance, usualPhases } from './make-meeting.ts';

/** The next meeting, and the facilitator's own seat at it. */
export interface NextMeeting {
  meetingId: string;
  participationId: string;
  /** Secret for the cookie of the facilitator's device there. */
  secret: string;
}

interface OldMeeting {
  caseId: string;
  number: number;
  mode: MeetingMode;
  facilitatorId: string;
  versionId: string;
  content: Buffer;
}

/**
 * Makes the next meeting from the sealed version: a fresh plan seeded from its bytes, the same
 * people, no links. Goals keep their ids, so that what became of each can be asked.
 */
export async function makeNextMeeting(ctx: CommandContext, wanted: NextMeetingRequest): Promise<NextMeeting> {
  authorizeCommand(ctx, 'makeNextMeeting');
  const { actor } = ctx;
  refuseImpossible(wanted, ctx.now());
  const made = await transact(ctx, async (tx) => {
    const old = await loadOld(tx, actor.meetingId);
    const meetingId = randomUUID();
    await insertMeeting(tx, {
      ...wanted,
      id: meetingId,
      caseId: old.caseId,
      number: old.number + 1,
      mode: old.mode,
      facilitatorId: old.facilitatorId,
      phases: usualPhases(true),
      previousVersionId: old.versionId,
      content: seedPlan(planSeedFrom(frozenContent(old.content))),
      now: ctx.now(),
    });
    const participationId = await carryPeople(tx, actor, meetingId);
    await insertOwnDocuments(tx, meetingId);
    const { secret } = await insertDevice(tx, {
      participationId,
      linkId: null,
      authSessionId: actor.authSessionId,
      state: 'admitted',
      secondDevice: false,
      expiresAt: admittedExpiry(ctx.now()),
      language: actor.language,
    });
    await appendAuditEvent(
      tx,
      { kind: 'meeting', id: actor.meetingId },
      {
        type: 'next_meeting_made',
        body: { by: actor.deviceId, meetingId },
      },
    );
    return { meetingId, participationId, secret };
  });
  ctx.live.changed(actor.meetingId);
  return made;
}

function refuseImpossible(wanted: NextMeetingRequest, now: Date): void {
  if (wanted.date < officeToday(now)) {
    throw badField('date', 'past_date');
  }
  if (wanted.end <= wanted.start) {
    throw badField('end', 'end_before_start');
  }
}

async function loadOld(tx: Tx, meetingId: string): Promise<OldMeeting> {
  // The row is locked, so that two presses make one meeting.
  const [old] = await tx<OldMeeting[]>`
    select m.case_id as "caseId", m.number, m.mode, m.moderator_id as "facilitatorId",
           v.id as "versionId", v.content
    from meeting m join document plan on plan.meeting_id = m.id and plan.kind = 'plan'
    join protocol_version v on v.meeting_id = m.id and v.sealed_at is not null
    where m.id = ${meetingId} and plan.state = 'sealed' for no key update of m`;
  if (!old) {
    throw new DomainError('wrong_state');
  }
  const next = await tx`select from meeting where case_id = ${old.caseId} and number = ${old.number + 1}`;
  if (next.length > 0) {
    throw new DomainError('wrong_state');
  }
  return old;
}

interface OldSeat {
  id: string;
  personId: string | null;
  role: ParticipantRole;
  attendance: Attendance;
  signs: boolean;
}

/** The same people and screens; gives the facilitator's own new participation. */
async function carryPeople(tx: Tx, actor: Actor, meetingId: string): Promise<string> {
  const seats = await tx<OldSeat[]>`
    select id, person_id as "personId", role, attendance, expected_to_sign as signs
    from participation where meeting_id = ${actor.meetingId} and removed_at is null`;
  let own: string | null = null;
  for (const seat of seats) {
    const attendance = nextAttendance(seat.attendance);
    if (!attendance) {
      continue;
    }
    const id = randomUUID();
    await tx`insert into participation (id, meeting_id, person_id, role, attendance, expected_to_sign)
      values (${id}, ${meetingId}, ${seat.personId}, ${seat.role}, ${attendance}, ${seat.signs})`;
    if (seat.id === actor.participationId) {
      own = id;
    }
  }
  if (!own) {
    throw new Error('the facilitator has no seat at the next meeting');
  }
  return own;
}
