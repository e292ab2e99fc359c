import type { OneTimeAddress } from '#shared/api/account-answers.ts';
import { authorizeCommand } from '../../access/authorize.ts';
import type { CommandContext, ServerContext } from '../../access/command-context.ts';
import { badField, DomainError } from '../../access/domain-error.ts';
import type { StaffAccount } from '../../access/principals.ts';
import { appendAuditEvent } from '../../audit/chain.ts';
import type { Tx } from '../../db/sql.ts';
import { type AccountLinkPurpose, accountLinkUrl, insertAccountLink } from '../account-links.ts';

/** A new link for somebody of the office: another invitation, or a way to begin again without e-mail. */
export function makeAccountLink(
  ctx: CommandContext<StaffAccount>,
  accountId: string,
  baseUrl: string,
): Promise<OneTimeAddress> {
  authorizeCommand(ctx, 'makeAccountLink');
  if (accountId === ctx.actor.userId) {
    throw badField('', 'yourself');
  }
  return ctx.sql.begin(async (tx) => {
    const [person] = await tx<{ open: boolean; begun: boolean }[]>`
      select deactivated_at is null as open,
             exists (select from "account" a where a."userId" = account_id and a."password" is not null) as begun
      from staff where account_id = ${accountId} for update`;
    if (!person?.open) {
      throw new DomainError('wrong_state');
    }
    const purpose = person.begun ? 'zuruecksetzen' : 'einladen';
    return writeAccountLink(tx, ctx, { accountId, purpose, by: ctx.actor.userId, baseUrl });
  });
}

interface LinkOrder {
  accountId: string;
  purpose: AccountLinkPurpose;
  by: string;
  baseUrl: string;
}

/** Makes the link and writes down who made it. */
export async function writeAccountLink(
  tx: Tx,
  { now }: Pick<ServerContext, 'now'>,
  { accountId, purpose, by, baseUrl }: LinkOrder,
): Promise<OneTimeAddress> {
  const { linkId, token, expiresAt } = await insertAccountLink(tx, { purpose, accountId, now: now() });
  const event = { type: 'access_link_made', body: { by, linkId } } as const;
  await appendAuditEvent(tx, { kind: 'account', id: accountId }, event);
  return { url: accountLinkUrl(baseUrl, purpose, token), expiresAt: expiresAt.toISOString() };
}
