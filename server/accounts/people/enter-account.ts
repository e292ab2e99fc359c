import type * as z from 'zod/mini';
import type { AccountRole } from '#shared/access/account-roles.ts';
import type { accountLinkAnswer } from '#shared/api/account-answers.ts';
import { authorize } from '../../access/authorize.ts';
import type { ServerContext } from '../../access/command-context.ts';
import { DomainError } from '../../access/domain-error.ts';
import { recordAccountEvent } from '../../audit/account-events.ts';
import { loadOffice } from '../../office/office.ts';
import { findAccountLink, spendAccountLink } from '../account-links.ts';
import type { StaffAuth } from '../auth.ts';

type Clock = Pick<ServerContext, 'sql' | 'now'>;
type Found = Omit<z.output<typeof accountLinkAnswer>, 'office'> & { linkId: string; accountId: string };

/** Whose account a link opens. @throws DomainError where it opens nothing */
export async function lookAtAccountLink(
  ctx: Clock,
  token: string,
): Promise<z.output<typeof accountLinkAnswer>> {
  const { purpose, name, email, role } = await openLink(ctx, token);
  const { name: office } = await loadOffice(ctx.sql);
  return { purpose, office, name, email, role };
}

/**
 * Sets the password that the person has chosen, and uses the link up. Whoever begins again has no second
 * factor any more, and every session of before ends.
 * @returns the e-mail address to sign in with
 */
export async function enterAccount(
  ctx: Clock,
  auth: Pick<StaffAuth, 'beginAnew' | 'endSessions'>,
  { token, password }: { token: string; password: string },
): Promise<string> {
  const { linkId, accountId, email } = await openLink(ctx, token);
  await spendAccountLink(ctx.sql, linkId);
  await auth.beginAnew(accountId, password);
  await auth.endSessions(accountId);
  await recordAccountEvent(ctx.sql, accountId, { type: 'access_link_used', body: { linkId } });
  return email;
}

async function openLink({ sql, now }: Clock, token: string): Promise<Found> {
  const { linkId, accountId, purpose } = await findAccountLink(
    sql,
    ['einladen', 'zuruecksetzen'],
    token,
    now(),
  );
  const [person] = await sql<{ accountId: string; name: string; email: string; role: AccountRole }[]>`
    select s.account_id as "accountId", u."name" as name, u."email" as email, s.role
    from staff s join "user" u on u."id" = s.account_id
    where s.account_id = ${accountId} and s.deactivated_at is null`;
  if (!person || purpose === 'einrichten') {
    throw new DomainError('link_invalid');
  }
  const subject = { kind: 'account', id: person.accountId } as const;
  authorize({ kind: 'accountLink', linkId, accountId: person.accountId }, 'enterAccount', subject);
  return { ...person, linkId, purpose };
}
