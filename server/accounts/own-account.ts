import type { OwnSession } from '#shared/api/account-answers.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { badField } from '../access/domain-error.ts';
import type { StaffAccount } from '../access/principals.ts';
import { recordAccountEvent } from '../audit/account-events.ts';
import type { StaffAuth } from './auth.ts';
import { browserName } from './browser-name.ts';

type Ctx = CommandContext<StaffAccount>;

/** Another password. Whoever is signed in elsewhere has to sign in again with it; here one stays. */
export async function changePassword(
  ctx: Ctx,
  auth: Pick<StaffAuth, 'changePassword' | 'endSessions'>,
  { password, newPassword }: { password: string; newPassword: string },
): Promise<void> {
  authorizeCommand(ctx, 'changePassword');
  const { userId, sessionId } = ctx.actor;
  if (!(await auth.changePassword(userId, password, newPassword))) {
    throw badField('password', 'wrong_password');
  }
  await auth.endSessions(userId, { but: sessionId });
  await recordAccountEvent(ctx.sql, userId, { type: 'password_changed', body: {} });
}

/** Where one is signed in; the own place first. */
export async function listSessions(ctx: Ctx): Promise<{ sessions: OwnSession[] }> {
  authorizeCommand(ctx, 'seeSessions');
  const { userId, sessionId } = ctx.actor;
  const rows = await ctx.sql<{ sessionId: string; browser: string | null; since: Date }[]>`
    select "id" as "sessionId", "userAgent" as browser, "createdAt" as since from "session"
    where "userId" = ${userId} and "expiresAt" > now()
    order by ("id" = ${sessionId}) desc, "createdAt" desc limit 100`;
  const sessions = rows.map(({ browser, since, ...row }) => ({
    ...row,
    browser: browserName(browser ?? ''),
    since: since.toISOString(),
    here: row.sessionId === sessionId,
  }));
  return { sessions };
}

/** Signs out at one other place, or at all of them. */
export async function endSessions(
  ctx: Ctx,
  auth: Pick<StaffAuth, 'endSessions'>,
  only: string | null,
): Promise<void> {
  authorizeCommand(ctx, 'endSessions');
  const { userId, sessionId } = ctx.actor;
  await auth.endSessions(userId, { but: sessionId, ...(only === null ? {} : { only }) });
}
