import { Hono } from 'hono';
import type { EnterAnswer } from '#shared/api/answers.ts';
import { authorizeCommand } from '../access/authorize.ts';
import { readDeviceCookie, setDeviceCookie } from '../access/cookies.ts';
import { allow, staffCommandOf } from '../http/allow.ts';
import type { AppEnv } from '../http/env.ts';
import type { Services } from '../http/services.ts';
import { enterByAccount } from '../participants/enter-by-account.ts';
import { loadHome } from './home.ts';

/** Below `/api/staff`: what somebody with an account sees before they sit at a table. */
export function staffRoutes(services: Services): Hono<AppEnv> {
  const { secure } = services;
  return new Hono<AppEnv>()
    .get('/home', allow(services, 'seeHome'), async (c) => {
      const command = staffCommandOf(c);
      authorizeCommand(command, 'seeHome');
      return c.json(await loadHome(command.sql, command.actor));
    })
    .post('/meetings/:meetingId/enter', allow(services, 'enterMeeting'), async (c) => {
      const { participationId, secret } = await enterByAccount(
        staffCommandOf(c),
        c.req.param('meetingId'),
        (id) => readDeviceCookie(c, id, secure),
      );
      if (secret) {
        setDeviceCookie(c, participationId, secret, secure);
      }
      return c.json({ participationId } satisfies EnterAnswer);
    });
}
