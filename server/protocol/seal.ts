import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import { transact } from '../access/transact.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';
import { latestVersion } from './read-version.ts';

/** Closes a version with whatever mix of decisions there is. A refusal blocks nothing. */
export async function seal(ctx: CommandContext, versionId: string): Promise<void> {
  authorizeCommand(ctx, 'seal');
  const { actor } = ctx;
  await transact(ctx, (tx) =>
    sealVersion(tx, { meetingId: actor.meetingId, versionId, by: actor.deviceId, at: ctx.now() }),
  );
  await ctx.hub.refresh(actor.planId);
  ctx.live.changed(actor.meetingId);
}

/** The same inside a transaction. */
export async function sealVersion(
  tx: Tx,
  order: { meetingId: string; versionId: string; by: string; at: Date },
): Promise<void> {
  const { meetingId, versionId, by, at } = order;
  const changed =
    await tx`update document set state = 'sealed' where meeting_id = ${meetingId} and kind = 'plan' and state = 'frozen'`;
  if (changed.count === 0) {
    throw new DomainError('wrong_state');
  }
  const version = await latestVersion(tx, meetingId);
  if (version.id !== versionId) {
    throw new DomainError('wrong_version');
  }
  await tx`update protocol_version set sealed_at = ${at} where id = ${versionId}`;
  const [count] = await tx<{ decided: number; expected: number }[]>`
    select count(*)::int as expected,
           count(*) filter (where exists (select from signoff s
             where s.version_id = ${versionId} and s.person_id = p.person_id))::int as decided
    from participation p
    where p.meeting_id = ${meetingId} and p.expected_to_sign and p.removed_at is null`;
  await appendAuditEvent(
    tx,
    { kind: 'meeting', id: meetingId },
    {
      type: 'version_sealed',
      body: {
        by,
        versionId,
        sha256: version.sha256,
        decided: count?.decided ?? 0,
        expected: count?.expected ?? 0,
      },
    },
  );
}
