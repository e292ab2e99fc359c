import type { Sql } from '../db/sql.ts';
import { appendAuditEvent } from './chain.ts';
import type { AccountEvent } from './events.ts';

/**
 * Writes an event into an account's chain, right after what it tells of: the library of the accounts
 * runs statements of its own, so there is no transaction to be inside of.
 */
export async function recordAccountEvent(sql: Sql, accountId: string, event: AccountEvent): Promise<void> {
  await sql.begin((tx) => appendAuditEvent(tx, { kind: 'account', id: accountId }, event));
}
