import type { NoteAttendanceRequest } from '#shared/api/requests.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import type { Actor } from '../access/actor.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import { transact } from '../access/transact.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';

/**
 * Writes down who was really there, of one person or of many at once; null takes a note back. What
 * was planned stays beside it. Only while the plan is open: a version says what stood then.
 */
export async function recordAttendance(ctx: CommandContext, { notes }: NoteAttendanceRequest): Promise<void> {
  authorizeCommand(ctx, 'noteAttendance');
  const { actor } = ctx;
  await transact(ctx, async (tx) => {
    await mustBeOpen(tx, actor.meetingId);
    for (const note of notes) {
      await noteOne(tx, actor, note);
    }
  });
  ctx.live.changed(actor.meetingId);
}

/** Asked for again under a lock: a note that is told as written must be in the version. */
async function mustBeOpen(tx: Tx, meetingId: string): Promise<void> {
  const [plan] = await tx<{ state: PlanState }[]>`
    select state from document where meeting_id = ${meetingId} and kind = 'plan' for share`;
  if (plan?.state !== 'open') {
    throw new DomainError('wrong_state');
  }
}

async function noteOne(
  tx: Tx,
  actor: Actor,
  { participationId, attendance, note }: NoteAttendanceRequest['notes'][number],
): Promise<void> {
  const changed = await tx`update participation
    set attended = ${attendance}, attended_note = ${attendance === null ? '' : (note ?? '').trim()}
    where id = ${participationId} and meeting_id = ${actor.meetingId} and person_id is not null`;
  if (changed.count === 0) {
    throw new DomainError('not_found');
  }
  await appendAuditEvent(
    tx,
    { kind: 'meeting', id: actor.meetingId },
    {
      type: 'attendance_noted',
      body: { by: actor.deviceId, participationId, attendance },
    },
  );
}
