import { randomUUID } from 'node:crypto';
import { DomainError } from '../access/domain-error.ts';
import { newSecret, secretHash } from '../access/tokens.ts';
import type { Sql, Tx } from '../db/sql.ts';

/** What a one-time address of the accounts is for; the token of one opens no other. */
export type AccountLinkPurpose = 'einrichten' | 'einladen' | 'zuruecksetzen';

const HOUR = 3_600_000;
/** How long it opens. An invitation may lie in a pigeonhole over a weekend; who sets up sits at the machine. */
const OPENS_MS: Record<AccountLinkPurpose, number> = {
  einrichten: 24 * HOUR,
  einladen: 7 * 24 * HOUR,
  zuruecksetzen: 24 * HOUR,
};

/** The page behind each; the token is in the fragment, which no server and no log ever sees. */
const PAGES: Record<AccountLinkPurpose, string> = {
  einrichten: '/einrichten',
  einladen: '/zugang',
  zuruecksetzen: '/zugang',
};

/** A one-time address that was just made; its token is known only now. */
export interface NewAccountLink {
  linkId: string;
  token: string;
  expiresAt: Date;
}

/** A one-time address that opens. */
export interface AccountLink {
  linkId: string;
  accountId: string | null;
  purpose: AccountLinkPurpose;
}

/** Makes a one-time address; earlier ones of the same account, or for setting up, open nothing any more. */
export async function insertAccountLink(
  tx: Tx,
  { purpose, accountId, now }: { purpose: AccountLinkPurpose; accountId: string | null; now: Date },
): Promise<NewAccountLink> {
  const expiresAt = new Date(now.getTime() + OPENS_MS[purpose]);
  const made = { linkId: randomUUID(), token: newSecret(), expiresAt };
  await revokeAccountLinks(tx, accountId);
  await tx`insert into account_link (id, purpose, account_id, token_hash, expires_at)
    values (${made.linkId}, ${purpose}, ${accountId}, ${secretHash(made.token)}, ${expiresAt})`;
  return made;
}

/** Ends the open addresses of an account; null: those for setting up. */
export async function revokeAccountLinks(tx: Tx, accountId: string | null): Promise<void> {
  await tx`update account_link set revoked_at = now()
    where account_id is not distinct from ${accountId} and used_at is null and revoked_at is null`;
}

/** The address behind a token. */
export function accountLinkUrl(baseUrl: string, purpose: AccountLinkPurpose, token: string): string {
  return `${baseUrl}${PAGES[purpose]}#${token}`;
}

/**
 * Looks a token up. Whoever holds it may know why it opens nothing: there is nothing to guess.
 * @throws DomainError `link_expired`, `link_used`, else `link_invalid`
 */
export async function findAccountLink(
  sql: Sql | Tx,
  purposes: readonly AccountLinkPurpose[],
  token: string,
  now: Date,
): Promise<AccountLink> {
  const [link] = await sql<(AccountLink & { expiresAt: Date; used: boolean; revoked: boolean })[]>`
    select id as "linkId", account_id as "accountId", purpose, expires_at as "expiresAt",
           used_at is not null as used, revoked_at is not null as revoked
    from account_link where token_hash = ${secretHash(token)}`;
  if (!link || link.revoked || !purposes.includes(link.purpose)) {
    throw new DomainError('link_invalid');
  }
  if (link.used) {
    throw new DomainError('link_used');
  }
  if (link.expiresAt <= now) {
    throw new DomainError('link_expired');
  }
  const { linkId, accountId, purpose } = link;
  return { linkId, accountId, purpose };
}

/** Uses it up. Of two who try at once one succeeds. @throws DomainError `link_used` */
export async function spendAccountLink(sql: Sql | Tx, linkId: string): Promise<void> {
  const [used] = await sql`update account_link set used_at = now()
    where id = ${linkId} and used_at is null and revoked_at is null returning id`;
  if (!used) {
    throw new DomainError('link_used');
  }
}

/** What it was used for did not come about: it opens again. */
export async function giveBackAccountLink(sql: Sql | Tx, linkId: string): Promise<void> {
  await sql`update account_link set used_at = null where id = ${linkId}`;
}
