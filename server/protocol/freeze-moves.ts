import type { CommandContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import { transact } from '../access/transact.ts';
import { appendAuditEvent } from '../audit/chain.ts';

/** A freezing that is under way, and who moved it. */
export interface FreezeMove {
  meetingId: string;
  by: string;
  deadline: Date;
}

/** Open to freezing; gives the deadline. Throws `wrong_state`. */
export async function beginFreeze(
  ctx: CommandContext,
  { meetingId, by, deadline }: FreezeMove,
): Promise<Date> {
  await transact(ctx, async (tx) => {
    const changed = await tx`update document set state = 'freezing', freeze_deadline = ${deadline}
      where meeting_id = ${meetingId} and kind = 'plan' and state = 'open'`;
    if (changed.count === 0) {
      throw new DomainError('wrong_state');
    }
    await appendAuditEvent(tx, { kind: 'meeting', id: meetingId }, { type: 'freeze_begun', body: { by } });
  });
  return deadline;
}

/** More time; gives the new deadline. */
export async function extendFreeze(
  ctx: CommandContext,
  { meetingId, by, deadline }: FreezeMove,
): Promise<Date> {
  await transact(ctx, async (tx) => {
    const changed = await tx`update document set freeze_deadline = ${deadline}
      where meeting_id = ${meetingId} and kind = 'plan' and state = 'freezing'`;
    if (changed.count === 0) {
      throw new DomainError('wrong_state');
    }
    await appendAuditEvent(tx, { kind: 'meeting', id: meetingId }, { type: 'freeze_extended', body: { by } });
  });
  return deadline;
}

/** Freezing to open again. What was frozen in the same moment stays frozen (`wrong_state`). */
export async function cancelFreeze(ctx: CommandContext, meetingId: string, by: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const changed = await tx`update document set state = 'open', freeze_deadline = null
      where meeting_id = ${meetingId} and kind = 'plan' and state = 'freezing'`;
    if (changed.count === 0) {
      throw new DomainError('wrong_state');
    }
    await appendAuditEvent(
      tx,
      { kind: 'meeting', id: meetingId },
      { type: 'freeze_cancelled', body: { by } },
    );
  });
}
