import type { Actor } from '../access/actor.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import { transact } from '../access/transact.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';
import { latestVersion } from './read-version.ts';

/**
 * Opens a frozen plan again. The version stays as it is, with what was said to it; the next freeze
 * makes a new one that names it. Who came by a link for signing goes back to the lobby: the table
 * that is now being written at is another place than the page they were let in for. Whoever reopens stays,
 * or nobody might be left to let anybody in.
 */
export async function reopen(ctx: CommandContext): Promise<void> {
  authorizeCommand(ctx, 'reopen');
  const { actor } = ctx;
  const { meetingId, planId } = actor;
  const outside = await transact(ctx, async (tx) => {
    const changed =
      await tx`update document set state = 'open' where meeting_id = ${meetingId} and kind = 'plan' and state = 'frozen'`;
    if (changed.count === 0) {
      throw new DomainError('wrong_state');
    }
    const version = await latestVersion(tx, meetingId);
    await appendAuditEvent(
      tx,
      { kind: 'meeting', id: meetingId },
      {
        type: 'version_reopened',
        body: { by: actor.deviceId, versionId: version.id, sha256: version.sha256 },
      },
    );
    return backToLobby(tx, actor);
  });
  for (const deviceId of outside) {
    ctx.hub.revoke({ deviceId }, 'forbidden');
  }
  await ctx.hub.refresh(planId);
  ctx.live.changed(meetingId);
}

async function backToLobby(tx: Tx, { meetingId, deviceId }: Actor): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    update device d set state = 'waiting', waiting_since = now()
    from participation p, join_link l
    where p.id = d.participation_id and l.id = d.link_id and p.meeting_id = ${meetingId}
      and l.purpose = 'unterschreiben' and d.state = 'admitted' and d.id <> ${deviceId} returning d.id`;
  return rows.map(({ id }) => id);
}
