import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import { transact } from '../access/transact.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import { admittedExpiry } from './lifetimes.ts';

/** The facilitator lets a waiting device in, or says that it is somebody else. */
export async function decideAdmission(
  ctx: CommandContext,
  deviceId: string,
  decision: 'admit' | 'refuse',
): Promise<void> {
  authorizeCommand(ctx, 'decideAdmission');
  const { actor } = ctx;
  await transact(ctx, async (tx) => {
    const [device] = await tx<{ participationId: string; state: string }[]>`
      select d.participation_id as "participationId", d.state from device d
      join participation p on p.id = d.participation_id
      where d.id = ${deviceId} and p.meeting_id = ${actor.meetingId} and p.removed_at is null for update of d`;
    if (!device) {
      throw new DomainError('not_found');
    }
    if (device.state !== 'waiting') {
      throw new DomainError('wrong_state');
    }
    const { participationId } = device;
    if (decision === 'admit') {
      await tx`update device set state = 'admitted', admitted_at = now(),
        expires_at = ${admittedExpiry(ctx.now())} where id = ${deviceId}`;
    } else {
      await tx`update device set state = 'refused' where id = ${deviceId}`;
    }
    await appendAuditEvent(
      tx,
      { kind: 'meeting', id: actor.meetingId },
      {
        type: decision === 'admit' ? 'device_admitted' : 'device_refused',
        body: { by: actor.deviceId, deviceId, participationId },
      },
    );
  });
  ctx.live.changed(actor.meetingId);
}
