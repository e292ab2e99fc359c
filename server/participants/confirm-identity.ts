import { leads } from '#shared/access/parts.ts';
import type { Actor } from '../access/actor.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { transact } from '../access/transact.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';
import { hasDevice, mustHaveRoomToWait } from './devices.ts';
import { admittedExpiry } from './lifetimes.ts';

/**
 * "Ja, das bin ich": from the question to the lobby. A link that was made for signing a frozen
 * version leads straight to it, since nobody sits at the table to let anybody in; a second device
 * waits all the same, and so does whoever would lead: a link that got lost must not open and seal plans.
 */
export async function confirmIdentity(ctx: CommandContext): Promise<void> {
  authorizeCommand(ctx, 'confirm');
  const { actor } = ctx;
  await transact(ctx, async (tx) => {
    const secondDevice = await isSecondDevice(tx, actor);
    const admitted = !secondDevice && (await opensByItself(tx, actor));
    if (!admitted) {
      await mustHaveRoomToWait(tx, actor.participationId, actor.deviceId);
    }
    const changed = admitted
      ? await tx`update device
          set state = 'admitted', admitted_at = now(), expires_at = ${admittedExpiry(ctx.now())}
          where id = ${actor.deviceId} and state = 'asked'`
      : await tx`update device set state = 'waiting', waiting_since = now(), second_device = ${secondDevice}
          where id = ${actor.deviceId} and state = 'asked'`;
    if (changed.count > 0) {
      await appendAuditEvent(
        tx,
        { kind: 'meeting', id: actor.meetingId },
        {
          type: 'device_confirmed',
          body: { deviceId: actor.deviceId, admitted },
        },
      );
    }
  });
  ctx.live.changed(actor.meetingId);
}

/**
 * Whether somebody said yes at another device before. Asked again here, one after the other: two devices
 * that opened the same link at once both saw nobody then.
 */
async function isSecondDevice(tx: Tx, actor: Actor): Promise<boolean> {
  await tx`select from participation where id = ${actor.participationId} for no key update`;
  return actor.personId !== null && (actor.secondDevice || (await hasDevice(tx, actor.participationId)));
}

async function opensByItself(tx: Tx, actor: Actor): Promise<boolean> {
  if (!actor.signs || leads(actor.role)) {
    return false;
  }
  const rows = await tx`
    select from device d join join_link l on l.id = d.link_id join document plan on plan.meeting_id = ${actor.meetingId} and plan.kind = 'plan'
    where d.id = ${actor.deviceId} and l.purpose = 'unterschreiben' and plan.state in ('frozen', 'sealed')`;
  return rows.length > 0;
}
