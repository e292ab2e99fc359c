import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { badField } from '../access/domain-error.ts';
import { transact } from '../access/transact.ts';
import { appendAuditEvent } from '../audit/chain.ts';

/** Says whose turn it is; null: nobody's. */
export async function giveTurn(ctx: CommandContext, personId: string | null): Promise<void> {
  authorizeCommand(ctx, 'giveTurn');
  const { actor } = ctx;
  await transact(ctx, async (tx) => {
    const seats = await tx`select from participation
      where meeting_id = ${actor.meetingId} and person_id = ${personId} and removed_at is null`;
    if (personId !== null && seats.length === 0) {
      throw badField('personId', 'unknown_person');
    }
    await tx`update meeting set turn_person_id = ${personId} where id = ${actor.meetingId}`;
    await appendAuditEvent(
      tx,
      { kind: 'meeting', id: actor.meetingId },
      {
        type: 'turn_given',
        body: { by: actor.deviceId, personId },
      },
    );
  });
  ctx.live.changed(actor.meetingId);
}
