import { Hono } from 'hono';
import * as accounts from '#shared/api/routes/accounts.ts';
import { authorizeCommand } from '../access/authorize.ts';
import { allow, staffCommandOf } from '../http/allow.ts';
import type { AppEnv } from '../http/env.ts';
import { serve } from '../http/serve.ts';
import type { Services } from '../http/services.ts';
import { changePassword, endSessions, listSessions } from './own-account.ts';
import { SignInLimits } from './sign-in-limits.ts';
import { hasAuthenticator } from './staff.ts';

/** `/api/account`: somebody with an account, about it. */
export function ownAccountRoutes(services: Services): Hono<AppEnv> {
  const { auth, ctx } = services;
  const limits = new SignInLimits();
  const routes = new Hono<AppEnv>();
  serve(routes, accounts.loadAccount, allow(services, 'seeAccount'), async (c) => {
    const command = staffCommandOf(c);
    authorizeCommand(command, 'seeAccount');
    const { userId, name, email, role, secondFactor } = command.actor;
    const authenticator = await hasAuthenticator(ctx.sql, userId);
    return { name, email, role, secondFactor, authenticator };
  });
  serve(routes, accounts.changePassword, allow(services, 'changePassword'), (c, passwords) => {
    const command = staffCommandOf(c);
    const attempt = { email: command.actor.email, address: c.get('clientAddress') };
    return limits.attemptTask(attempt, () => changePassword(command, auth, passwords));
  });
  serve(routes, accounts.loadSessions, allow(services, 'seeSessions'), (c) =>
    listSessions(staffCommandOf(c)),
  );
  serve(routes, accounts.endOtherSessions, allow(services, 'endSessions'), (c) =>
    endSessions(staffCommandOf(c), auth, null),
  );
  serve(routes, accounts.endSession, allow(services, 'endSessions'), (c) =>
    endSessions(staffCommandOf(c), auth, c.req.param('sessionId')),
  );
  return routes;
}
