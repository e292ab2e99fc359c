import { ADMINISTRATOR } from '#shared/access/account-roles.ts';
import type { OfficeAnswer, OneTimeAddress } from '#shared/api/account-answers.ts';
import type { SetUpBody } from '#shared/api/account-bodies.ts';
import { authorize } from '../access/authorize.ts';
import type { ServerContext } from '../access/command-context.ts';
import { badField, DomainError } from '../access/domain-error.ts';
import { SERVER } from '../access/subjects.ts';
import type { Sql } from '../db/sql.ts';
import { loadOffice, saveOffice } from '../office/office.ts';
import {
  type AccountLink,
  accountLinkUrl,
  findAccountLink,
  giveBackAccountLink,
  insertAccountLink,
  spendAccountLink,
} from './account-links.ts';
import type { StaffAuth } from './auth.ts';
import { hasAdministrator } from './staff.ts';

type Clock = Pick<ServerContext, 'sql' | 'now'>;

/**
 * Makes the address at which the office is set up; earlier ones open nothing any more.
 * @returns null where somebody looks after the accounts already
 */
export async function makeSetupAddress({ sql, now }: Clock, baseUrl: string): Promise<OneTimeAddress | null> {
  if (await hasAdministrator(sql)) {
    return null;
  }
  const { token, expiresAt } = await sql.begin((tx) =>
    insertAccountLink(tx, { purpose: 'einrichten', accountId: null, now: now() }),
  );
  return { url: accountLinkUrl(baseUrl, 'einrichten', token), expiresAt: expiresAt.toISOString() };
}

/** What stands in the page that sets the office up. @throws DomainError where the address opens nothing */
export async function lookAtSetup(ctx: Clock, token: string): Promise<OfficeAnswer> {
  await openSetup(ctx, token);
  return loadOffice(ctx.sql);
}

/**
 * Writes down the office and makes its first administrator. The library of the accounts runs statements
 * of its own: the address is used up first, and opens again where no account came of it.
 */
export async function setUp(
  ctx: Clock,
  auth: Pick<StaffAuth, 'putAccount'>,
  { token, office, account }: SetUpBody,
): Promise<void> {
  const { sql } = ctx;
  const { linkId } = await openSetup(ctx, token);
  await mustBeNew(sql, account.email);
  await spendAccountLink(sql, linkId);
  try {
    await auth.putAccount({ ...account, role: ADMINISTRATOR }, 'setup');
    await sql.begin((tx) => saveOffice(tx, office));
  } catch (error) {
    await giveBackAccountLink(sql, linkId);
    throw error;
  }
}

async function openSetup({ sql, now }: Clock, token: string): Promise<AccountLink> {
  const link = await findAccountLink(sql, ['einrichten'], token, now());
  authorize({ kind: 'accountLink', linkId: link.linkId, accountId: null }, 'setUp', SERVER);
  if (await hasAdministrator(sql)) {
    throw new DomainError('link_used');
  }
  return link;
}

/** An account that is there keeps its password and its work: administrators have one of their own. */
async function mustBeNew(sql: Sql, email: string): Promise<void> {
  const [known] = await sql`select from "user" where "email" = ${email.toLowerCase()}`;
  if (known) {
    throw badField('account.email', 'email_taken');
  }
}
