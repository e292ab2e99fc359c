import { Hono } from 'hono';
import type { EnterAnswer } from '#shared/api/answers.ts';
import { readDeviceCookie, setDeviceCookie } from '../access/cookies.ts';
import { DomainError } from '../access/domain-error.ts';
import type { StaffSession } from '../accounts/auth.ts';
import type { AppEnv } from '../http/env.ts';
import type { Services } from '../http/services.ts';
import { enterByAccount } from '../participants/enter-by-account.ts';
import { loadHome } from './home.ts';

/** Below `/api/staff`: what somebody with an account sees before they sit at a table. */
export function staffRoutes({ ctx, auth, secure }: Services): Hono<AppEnv> {
  const signedIn = async (headers: Headers): Promise<StaffSession> => {
    const session = await auth.sessionOf(headers);
    if (!session) {
      throw new DomainError('unauthenticated');
    }
    return session;
  };
  return new Hono<AppEnv>()
    .get('/home', async (c) => c.json(await loadHome(ctx.sql, await signedIn(c.req.raw.headers))))
    .post('/meetings/:meetingId/enter', async (c) => {
      const staff = await signedIn(c.req.raw.headers);
      const { participationId, secret } = await enterByAccount(ctx, staff, c.req.param('meetingId'), (id) =>
        readDeviceCookie(c, id, secure),
      );
      if (secret) {
        setDeviceCookie(c, participationId, secret, secure);
      }
      return c.json({ participationId } satisfies EnterAnswer);
    });
}
