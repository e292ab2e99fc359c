import { ADMISSION_STATES } from '../access/actor.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import { appendAuditEvent } from '../audit/chain.ts';

/** Ends the own device. Whoever wants to come back opens the link again. */
export function leave(ctx: CommandContext): Promise<void> {
  authorizeCommand(ctx, 'leave');
  return endOwnDevice(ctx, 'device_left');
}

/** "Das bin ich nicht": the device ends, the link stays for whom it is, and the facilitator is told. */
export function notMe(ctx: CommandContext): Promise<void> {
  authorizeCommand(ctx, 'notMe');
  return endOwnDevice(ctx, 'device_not_me');
}

async function endOwnDevice(ctx: CommandContext, type: 'device_left' | 'device_not_me'): Promise<void> {
  const { actor } = ctx;
  await ctx.sql.begin(async (tx) => {
    const ended = await tx`update device
      set state = 'ended', not_me_at = ${type === 'device_not_me' ? ctx.now() : null}
      where id = ${actor.deviceId} and state in ${tx(ADMISSION_STATES)}`;
    if (ended.count === 0) {
      throw new DomainError('unauthenticated');
    }
    await appendAuditEvent(
      tx,
      { kind: 'meeting', id: actor.meetingId },
      { type, body: { deviceId: actor.deviceId } },
    );
  });
  ctx.hub.revoke({ deviceId: actor.deviceId }, 'unauthenticated');
  ctx.live.changed(actor.meetingId);
}
