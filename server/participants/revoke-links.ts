import type { Actor } from '../access/actor.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { badField, DomainError } from '../access/domain-error.ts';
import { transact } from '../access/transact.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';
import { forgetPdfs } from '../protocol/stored-pdf.ts';
import { endDevices } from './devices.ts';

/** Revokes every link of a person and ends their devices: nothing they hold opens anything any more. */
export async function revokeLinks(ctx: CommandContext, participationId: string): Promise<void> {
  authorizeCommand(ctx, 'revokeLinks');
  const { actor } = ctx;
  // Who leads and shuts themselves out leaves a table that nobody leads.
  if (participationId === actor.participationId) {
    throw badField('participationId', 'yourself');
  }
  await transact(ctx, async (tx) => {
    await mustSitHere(tx, actor, participationId);
    const links = await revokeAll(tx, participationId);
    await appendAuditEvent(
      tx,
      { kind: 'meeting', id: actor.meetingId },
      {
        type: 'links_revoked',
        body: { by: actor.deviceId, participationId, links },
      },
    );
  });
  afterwards(ctx, participationId);
}

/** Takes a person out of the meeting: links, devices and open sockets end, what they wrote stays. */
export async function removeParticipant(ctx: CommandContext, participationId: string): Promise<void> {
  authorizeCommand(ctx, 'removeParticipant');
  const { actor } = ctx;
  if (participationId === actor.participationId) {
    throw badField('participationId', 'yourself');
  }
  await transact(ctx, async (tx) => {
    await mustSitHere(tx, actor, participationId);
    await tx`update participation set removed_at = now() where id = ${participationId}`;
    await revokeAll(tx, participationId);
    // Only now: who ends devices takes the row of the meeting after theirs.
    await tx`update meeting m set turn_person_id = null from participation p
      where p.id = ${participationId} and m.id = p.meeting_id and m.turn_person_id = p.person_id`;
    await forgetPdfs(tx, actor.meetingId);
    await appendAuditEvent(
      tx,
      { kind: 'meeting', id: actor.meetingId },
      {
        type: 'participant_removed',
        body: { by: actor.deviceId, participationId },
      },
    );
  });
  afterwards(ctx, participationId);
}

/**
 * Takes somebody back in who was removed: the seat is there again, and the links that ended with the
 * removal open again. Devices stay ended: whoever comes back waits in the lobby and is let in anew.
 */
export async function restoreParticipant(ctx: CommandContext, participationId: string): Promise<void> {
  authorizeCommand(ctx, 'restoreParticipant');
  const { actor } = ctx;
  await transact(ctx, async (tx) => {
    // Both moments were written in one transaction, so they are equal; what was revoked before stays revoked.
    const links = await tx`update join_link l set revoked_at = null from participation p
      where p.id = ${participationId} and p.meeting_id = ${actor.meetingId}
        and l.participation_id = p.id and l.revoked_at = p.removed_at`;
    const restored = await tx`update participation set removed_at = null
      where id = ${participationId} and meeting_id = ${actor.meetingId} and removed_at is not null`;
    if (restored.count === 0) {
      throw new DomainError('not_found');
    }
    await forgetPdfs(tx, actor.meetingId);
    await appendAuditEvent(
      tx,
      { kind: 'meeting', id: actor.meetingId },
      {
        type: 'participant_restored',
        body: { by: actor.deviceId, participationId, links: links.count },
      },
    );
  });
  ctx.live.changed(actor.meetingId);
}

async function mustSitHere(tx: Tx, actor: Actor, participationId: string): Promise<void> {
  const rows = await tx`select from participation
    where id = ${participationId} and meeting_id = ${actor.meetingId} and removed_at is null`;
  if (rows.length === 0) {
    throw new DomainError('not_found');
  }
}

async function revokeAll(tx: Tx, participationId: string): Promise<number> {
  const links = await tx`update join_link set revoked_at = now()
    where participation_id = ${participationId} and revoked_at is null`;
  await endDevices(tx, participationId);
  return links.count;
}

function afterwards(ctx: CommandContext, participationId: string): void {
  ctx.hub.revoke({ participationId }, 'forbidden');
  ctx.live.changed(ctx.actor.meetingId);
}
