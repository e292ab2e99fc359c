import { type AccountRole, ADMINISTRATOR, sitsAtTables } from '#shared/access/account-roles.ts';
import { authorizeCommand } from '../../access/authorize.ts';
import type { CommandContext } from '../../access/command-context.ts';
import { badField } from '../../access/domain-error.ts';
import type { StaffAccount } from '../../access/principals.ts';
import { appendAuditEvent } from '../../audit/chain.ts';
import type { StaffAuth } from '../auth.ts';
import { lockOffice, mustHaveAdministrator, mustLeadNothing } from './successors.ts';

/**
 * Gives a colleague another role; they sign in again with it. Nobody changes their own: so no administrator
 * makes themselves somebody who may be appointed to a case.
 */
export async function changeRole(
  ctx: CommandContext<StaffAccount>,
  auth: Pick<StaffAuth, 'endSessions'>,
  accountId: string,
  role: AccountRole,
): Promise<void> {
  authorizeCommand(ctx, 'changeRole');
  const by = ctx.actor.userId;
  if (accountId === by) {
    throw badField('', 'yourself');
  }
  await ctx.sql.begin(async (tx) => {
    await lockOffice(tx);
    const [staff] = await tx<{ role: AccountRole }[]>`select role from staff where account_id = ${accountId}`;
    if (!staff || staff.role === role) {
      return;
    }
    if (staff.role === ADMINISTRATOR) {
      await mustHaveAdministrator(tx, accountId);
    }
    if (!sitsAtTables(role)) {
      await mustLeadNothing(tx, accountId);
    }
    await tx`update staff set role = ${role} where account_id = ${accountId}`;
    const event = { type: 'role_changed', body: { by, from: staff.role, to: role } } as const;
    await appendAuditEvent(tx, { kind: 'account', id: accountId }, event);
  });
  await auth.endSessions(accountId);
}
