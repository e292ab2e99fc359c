import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import { endDevices } from '../access/devices.ts';
import { badField, Refusal } from '../access/refusal.ts';
import { record } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';
import type { CommandContext } from './context.ts';

/** Revokes every link of a person and ends their devices: nothing they hold opens anything any more. */
export async function revokeLinks(ctx: CommandContext, actor: Actor, participationId: string): Promise<void> {
  authorize(actor, 'revokeLinks');
  await ctx.sql.begin(async (tx) => {
    await mustSitHere(tx, actor, participationId);
    const links = await revokeAll(tx, participationId);
    await record(tx, actor.meetingId, {
      type: 'links_revoked',
      body: { by: actor.deviceId, participationId, links },
    });
  });
  afterwards(ctx, actor, participationId);
}

/** Takes a person out of the meeting: links, devices and open sockets end, what they wrote stays. */
export async function removeParticipant(
  ctx: CommandContext,
  actor: Actor,
  participationId: string,
): Promise<void> {
  authorize(actor, 'removeParticipant');
  if (participationId === actor.participationId) {
    throw badField('participationId', 'yourself');
  }
  await ctx.sql.begin(async (tx) => {
    await mustSitHere(tx, actor, participationId);
    await tx`update participation set removed_at = now() where id = ${participationId}`;
    await revokeAll(tx, participationId);
    await record(tx, actor.meetingId, {
      type: 'participant_removed',
      body: { by: actor.deviceId, participationId },
    });
  });
  afterwards(ctx, actor, participationId);
}

async function mustSitHere(tx: Tx, actor: Actor, participationId: string): Promise<void> {
  const rows = await tx`select from participation
    where id = ${participationId} and meeting_id = ${actor.meetingId} and removed_at is null`;
  if (rows.length === 0) {
    throw new Refusal('not_found');
  }
}

async function revokeAll(tx: Tx, participationId: string): Promise<number> {
  const links = await tx`update join_link set revoked_at = now()
    where participation_id = ${participationId} and revoked_at is null`;
  await endDevices(tx, participationId);
  return links.count;
}

function afterwards(ctx: CommandContext, actor: Actor, participationId: string): void {
  ctx.hub.revoke({ participationId }, 'forbidden');
  ctx.live.changed(actor.meetingId);
}
