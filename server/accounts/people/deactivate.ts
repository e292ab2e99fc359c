import { ADMINISTRATOR } from '#shared/access/account-roles.ts';
import { authorizeCommand } from '../../access/authorize.ts';
import type { CommandContext } from '../../access/command-context.ts';
import { badField } from '../../access/domain-error.ts';
import type { StaffAccount } from '../../access/principals.ts';
import { appendAuditEvent } from '../../audit/chain.ts';
import { revokeAccountLinks } from '../account-links.ts';
import type { StaffAuth } from '../auth.ts';
import { findStaffRole } from '../staff.ts';
import { lockOffice, mustHaveAdministrator, mustLeadNothing } from './successors.ts';

/** Closes a colleague's account: sessions and sockets end at once, links open nothing. Nothing is erased. */
export async function deactivate(
  ctx: CommandContext<StaffAccount>,
  auth: Pick<StaffAuth, 'endSessions'>,
  accountId: string,
): Promise<void> {
  authorizeCommand(ctx, 'deactivate');
  const by = ctx.actor.userId;
  if (accountId === by) {
    throw badField('', 'yourself');
  }
  await ctx.sql.begin(async (tx) => {
    await lockOffice(tx);
    const role = await findStaffRole(tx, accountId);
    if (role === null) {
      return;
    }
    if (role === ADMINISTRATOR) {
      await mustHaveAdministrator(tx, accountId);
    }
    await mustLeadNothing(tx, accountId);
    await tx`update staff set deactivated_at = now() where account_id = ${accountId}`;
    await revokeAccountLinks(tx, accountId);
    const event = { type: 'account_deactivated', body: { by } } as const;
    await appendAuditEvent(tx, { kind: 'account', id: accountId }, event);
  });
  await auth.endSessions(accountId);
}

/** Opens it again, with the role and the password it had. */
export async function reactivate(ctx: CommandContext<StaffAccount>, accountId: string): Promise<void> {
  authorizeCommand(ctx, 'reactivate');
  await ctx.sql.begin(async (tx) => {
    const [opened] = await tx`update staff set deactivated_at = null
      where account_id = ${accountId} and deactivated_at is not null returning account_id`;
    if (opened) {
      const event = { type: 'account_reactivated', body: { by: ctx.actor.userId } } as const;
      await appendAuditEvent(tx, { kind: 'account', id: accountId }, event);
    }
  });
}
