import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import { admittedExpiry } from '../access/lifetimes.ts';
import { record } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';
import type { CommandContext } from './context.ts';

/**
 * "Ja, das bin ich": from the question to the lobby. A link that was made for signing a frozen
 * version leads straight to it, since nobody sits at the table to let anybody in; a second device
 * waits all the same.
 */
export async function confirm(ctx: CommandContext, actor: Actor): Promise<void> {
  authorize(actor, 'confirm');
  await ctx.sql.begin(async (tx) => {
    const admitted = await opensByItself(tx, actor);
    const changed = admitted
      ? await tx`update device
          set state = 'admitted', admitted_at = now(), expires_at = ${admittedExpiry(ctx.now())}
          where id = ${actor.deviceId} and state = 'asked'`
      : await tx`update device set state = 'waiting', waiting_since = now()
          where id = ${actor.deviceId} and state = 'asked'`;
    if (changed.count > 0) {
      await record(tx, actor.meetingId, {
        type: 'device_confirmed',
        body: { deviceId: actor.deviceId, admitted },
      });
    }
  });
  ctx.live.changed(actor.meetingId);
}

async function opensByItself(tx: Tx, actor: Actor): Promise<boolean> {
  if (!actor.signs || actor.secondDevice) {
    return false;
  }
  const rows = await tx`
    select from device d join join_link l on l.id = d.link_id join plan on plan.meeting_id = ${actor.meetingId}
    where d.id = ${actor.deviceId} and l.purpose = 'unterschreiben' and plan.state in ('frozen', 'sealed')`;
  return rows.length > 0;
}
