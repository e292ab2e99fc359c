import type { Sql } from '../db/sql.ts';

/** The library's cookie between password and code, whatever stands before its name. */
const CHALLENGE = /(?:^|;\s*)(?:__Host-)?planrunde\.two_factor=([^;.]+)\./;

/**
 * Whose code is being tried, so that wrong ones count for the account and the address; null where no
 * sign-in is under way. The library itself looks whether the cookie is genuine.
 */
export async function challengedEmail(sql: Sql, headers: Headers): Promise<string | null> {
  const [, identifier] = CHALLENGE.exec(headers.get('cookie') ?? '') ?? [];
  if (!identifier) {
    return null;
  }
  const [row] = await sql<{ email: string }[]>`
    select u."email" as email from "verification" v join "user" u on u."id" = v."value"
    where v."identifier" = ${decodeURIComponent(identifier)}`;
  return row?.email ?? null;
}
