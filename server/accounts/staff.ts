import { type AccountRole, ADMINISTRATOR } from '#shared/access/account-roles.ts';
import type { Sql, Tx } from '../db/sql.ts';

/** What an account may do now; null where it is deactivated, or was never given a role. */
export async function findStaffRole(sql: Sql | Tx, accountId: string): Promise<AccountRole | null> {
  const [row] = await sql<{ role: AccountRole }[]>`
    select role from staff where account_id = ${accountId} and deactivated_at is null`;
  return row?.role ?? null;
}

/** Gives a new account its role; one that has a role keeps it. */
export async function putStaffRole(sql: Sql | Tx, accountId: string, role: AccountRole): Promise<void> {
  await sql`insert into staff (account_id, role) values (${accountId}, ${role}) on conflict do nothing`;
}

/** Whether somebody looks after this office's accounts. */
export async function hasAdministrator(sql: Sql | Tx): Promise<boolean> {
  const [row] = await sql`select from staff where role = ${ADMINISTRATOR} and deactivated_at is null limit 1`;
  return row !== undefined;
}

/** Whether a code of an app is one of the account's second factors. */
export async function hasAuthenticator(sql: Sql | Tx, accountId: string): Promise<boolean> {
  const [row] = await sql`
    select from "twoFactor" where "userId" = ${accountId} and "verified" is distinct from false`;
  return row !== undefined;
}
