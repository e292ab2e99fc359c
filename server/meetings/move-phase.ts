import type { MeetingPhase } from '#shared/domain/codes.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { badField } from '../access/domain-error.ts';
import { transact } from '../access/transact.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';
import { phasesAfterExtension, phasesAfterMove, type StoredPhase } from './phases.ts';

interface PhaseRow {
  begun: boolean;
  phase: MeetingPhase;
  phases: StoredPhase[];
}

/**
 * Goes to a step of the meeting, forward or back; its clock starts anew. Where nobody has begun yet,
 * going to the step that is on begins the meeting.
 */
export async function movePhase(ctx: CommandContext, to: MeetingPhase): Promise<void> {
  authorizeCommand(ctx, 'movePhase');
  const { actor } = ctx;
  await transact(ctx, async (tx) => {
    const now = await lockPhases(tx, actor.meetingId);
    if (now.phase === to && now.begun) {
      return;
    }
    const phases = now.phase === to ? now.phases : phasesAfterMove(now.phases, now.phase, to);
    if (!phases) {
      throw badField('phase', 'unknown_phase');
    }
    await tx`update meeting set phase = ${to}, phases = ${tx.json(phases.map((step) => ({ ...step })))},
      phase_started_at = ${ctx.now()}, turn_person_id = null where id = ${actor.meetingId}`;
    await appendAuditEvent(
      tx,
      { kind: 'meeting', id: actor.meetingId },
      {
        type: 'phase_moved',
        body: { by: actor.deviceId, from: now.phase, to },
      },
    );
  });
  await ctx.hub.refresh(actor.planId);
  ctx.live.changed(actor.meetingId);
}

/** Gives the current step more minutes. */
export async function extendPhase(ctx: CommandContext, minutes: number): Promise<void> {
  authorizeCommand(ctx, 'extendPhase');
  const { actor } = ctx;
  await transact(ctx, async (tx) => {
    const { phase, phases } = await lockPhases(tx, actor.meetingId);
    const longer = phasesAfterExtension(phases, phase, minutes);
    await tx`update meeting set phases = ${tx.json(longer.map((step) => ({ ...step })))}
      where id = ${actor.meetingId}`;
    await appendAuditEvent(
      tx,
      { kind: 'meeting', id: actor.meetingId },
      {
        type: 'phase_extended',
        body: { by: actor.deviceId, phase, minutes },
      },
    );
  });
  ctx.live.changed(actor.meetingId);
}

async function lockPhases(tx: Tx, meetingId: string): Promise<PhaseRow> {
  const [row] = await tx<PhaseRow[]>`
    select phase, phases, phase_started_at is not null as begun from meeting where id = ${meetingId} for no key update`;
  if (!row) {
    throw new Error(`meeting ${meetingId} is gone`);
  }
  return row;
}
