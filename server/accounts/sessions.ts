import type { Sql } from '../db/sql.ts';

/** An account's session ends after so many hours in which nobody used it. */
export const SESSION_HOURS = 12;
/** It is renewed when so many hours of that have passed. */
export const RENEW_AFTER_HOURS = 1;

/**
 * Whoever sits at a table uses their account, though only sockets are open: their session does not run
 * out in the middle of a meeting. The device's own end, a day after entering, still holds.
 * @param deviceIds devices that are connected now
 */
export async function renewSessions(sql: Sql, deviceIds: readonly string[]): Promise<void> {
  const renewBelow = SESSION_HOURS - RENEW_AFTER_HOURS;
  await sql`
    update "session" s
    set "expiresAt" = now() + make_interval(hours => ${SESSION_HOURS}), "updatedAt" = now()
    from device d
    where d.auth_session_id = s."id" and d.id = any(${[...deviceIds]}::text[])
      and d.state = 'admitted' and d.expires_at > now()
      and s."expiresAt" > now() and s."expiresAt" < now() + make_interval(hours => ${renewBelow})`;
}
