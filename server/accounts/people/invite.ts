import type * as z from 'zod/mini';
import type { OneTimeAddress } from '#shared/api/account-answers.ts';
import type { inviteBody } from '#shared/api/account-bodies.ts';
import { authorizeCommand } from '../../access/authorize.ts';
import type { CommandContext } from '../../access/command-context.ts';
import { badField } from '../../access/domain-error.ts';
import type { StaffAccount } from '../../access/principals.ts';
import { appendAuditEvent } from '../../audit/chain.ts';
import type { StaffAuth } from '../auth.ts';
import { putStaffRole } from '../staff.ts';
import { writeAccountLink } from './make-account-link.ts';

/** Makes an account without a password, and the link by which its person begins; shown once, since there is no e-mail. */
export async function invite(
  ctx: CommandContext<StaffAccount>,
  auth: Pick<StaffAuth, 'makeAccount'>,
  { name, email, role }: z.output<typeof inviteBody>,
  baseUrl: string,
): Promise<OneTimeAddress> {
  authorizeCommand(ctx, 'invite');
  const [known] = await ctx.sql`select from "user" where "email" = ${email.toLowerCase()}`;
  if (known) {
    throw badField('email', 'email_taken');
  }
  const accountId = await auth.makeAccount({ name, email });
  const by = ctx.actor.userId;
  return ctx.sql.begin(async (tx) => {
    await putStaffRole(tx, accountId, role);
    const event = { type: 'account_invited', body: { by, role } } as const;
    await appendAuditEvent(tx, { kind: 'account', id: accountId }, event);
    return writeAccountLink(tx, ctx, { accountId, purpose: 'einladen', by, baseUrl });
  });
}
