import { leads } from '#shared/access/parts.ts';
import { type Actor, findActor } from '../access/actor.ts';
import type { StaffAuth } from '../accounts/auth.ts';
import type { Sql } from '../db/sql.ts';

/** What a browser shows of itself: its account, and the secret that it holds for a participation. */
export interface Browser {
  headers: Headers;
  secretFor(participationId: string): string | null;
}

/**
 * Whether the browser in which somebody acts also leads the meeting, by a seat or by an account: then
 * who leads may have opened the link. Of one's own seat there is nothing to tell.
 */
export async function isLeadersBrowser(
  { sql, auth }: { sql: Sql; auth: Pick<StaffAuth, 'sessionOf'> },
  actor: Actor,
  browser: Browser,
): Promise<boolean> {
  const seats = (
    await sql<{ id: string; role: Actor['role']; accountId: string | null }[]>`
      select p.id, p.role, person.account_id as "accountId"
      from participation p join person on person.id = p.person_id
      where p.meeting_id = ${actor.meetingId} and p.removed_at is null`
  ).filter(({ role }) => leads(role));
  if (seats.some(({ id }) => id === actor.participationId)) {
    return false;
  }
  const session = await auth.sessionOf(browser.headers);
  if (session && seats.some(({ accountId }) => accountId === session.userId)) {
    return true;
  }
  const there = await Promise.all(seats.map(({ id }) => findActor(sql, id, browser.secretFor(id))));
  return there.some((leader) => leader !== null);
}
