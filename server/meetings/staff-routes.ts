import { Hono } from 'hono';
import * as staff from '#shared/api/routes/staff.ts';
import { authorizeCommand } from '../access/authorize.ts';
import { giveDeviceCookie, readDeviceCookie } from '../access/cookies.ts';
import { allow, staffCommandOf } from '../http/allow.ts';
import type { AppEnv } from '../http/env.ts';
import { serve } from '../http/serve.ts';
import type { Services } from '../http/services.ts';
import { enterByAccount } from '../participants/enter-by-account.ts';
import { STAFF_COOKIE_MS } from '../participants/lifetimes.ts';
import { loadHome } from './home.ts';

/** Below `/api/staff`: what somebody with an account sees before they sit at a table. */
export function staffRoutes(services: Services): Hono<AppEnv> {
  const { ctx, secure } = services;
  const routes = new Hono<AppEnv>();
  serve(routes, staff.loadHome, allow(services, 'seeHome'), (c) => {
    const command = staffCommandOf(c);
    authorizeCommand(command, 'seeHome');
    return loadHome(command.sql, command.actor);
  });
  serve(routes, staff.enterMeeting, allow(services, 'enterMeeting'), async (c, { language }) => {
    const { participationId, secret } = await enterByAccount(
      staffCommandOf(c),
      { meetingId: c.req.param('meetingId'), language },
      (id) => readDeviceCookie(c, id, secure),
    );
    if (secret) {
      await giveDeviceCookie(
        c,
        { sql: ctx.sql, secure },
        { participationId, secret, lastsMs: STAFF_COOKIE_MS },
      );
    }
    return { participationId };
  });
  return routes;
}
