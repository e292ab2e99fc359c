import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler, type Next } from 'hono';
import * as requests from '#shared/api/requests.ts';
import { authorize } from '../access/authorize.ts';
import { DomainError } from '../access/domain-error.ts';
import type { Action } from '../access/policies.ts';
import { createRateLimit } from '../access/rate-limit.ts';
import { SERVER } from '../access/subjects.ts';
import { secretHash } from '../access/tokens.ts';
import { allow, forAction } from '../http/allow.ts';
import { readBody } from '../http/body.ts';
import type { AppEnv } from '../http/env.ts';
import { knownHostOnly, withClientAddress } from '../http/guards.ts';
import { publicBase } from '../http/public-base.ts';
import type { Services } from '../http/services.ts';
import { makeRooms } from './rooms.ts';
import type { DemoService } from './service.ts';

/** Checking a password costs a tenth of a second of the processor. */
const SIGN_INS_A_MINUTE = 60;

/** `/api/demo`: the newcomer's page. 404 while no example is loaded. */
export function demoRoutes(services: Services, demo: DemoService): Hono<AppEnv> {
  const { auth } = services;
  const signIns = createRateLimit(SIGN_INS_A_MINUTE, 60_000);
  return new Hono<AppEnv>()
    .use(knownHostOnly(services.origins))
    .get('/', allow(services, 'seeExample'), async (c) => {
      const page = await demo.page(publicBase(c, services));
      if (!page) {
        throw new DomainError('not_found');
      }
      return c.json(page);
    })
    .post('/sign-in', allow(services, 'enterExample'), async (c) => {
      const address = c.get('clientAddress');
      if (!signIns.allows(address)) {
        throw new DomainError('rate_limited');
      }
      signIns.count(address);
      const credentials = await demo.credentials();
      if (!credentials) {
        throw new DomainError('not_found');
      }
      const request = withClientAddress(c.req.raw, c.get('clientAddress'));
      const cookies = await auth.signIn(credentials.email, credentials.password, request.headers);
      if (!cookies) {
        throw new DomainError('internal');
      }
      for (const cookie of cookies) {
        c.header('Set-Cookie', cookie, { append: true });
      }
      return c.json({});
    })
    .post('/reset', allow(services, 'resetExample'), async (c) => {
      if (!(await demo.reset())) {
        throw new DomainError('not_found');
      }
      return c.json({});
    });
}

/**
 * What `npm run demo` asks of a running server, since the embedded database has one owner: fresh
 * links, a reset, rooms for measuring. Only who can read the data folder knows the key; no browser
 * is involved, so links carry the public address and not the one that the command has asked at.
 */
export function demoKeyRoutes(services: Services, demo: DemoService, key: string): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const knowsKey = (action: Action): MiddlewareHandler<AppEnv> =>
    forAction(action, async (c: Context<AppEnv>, next: Next) => {
      const given = c.req.header('authorization')?.replace(/^Bearer /, '') ?? '';
      if (!timingSafeEqual(secretHash(given), secretHash(key))) {
        throw new DomainError('unauthenticated');
      }
      authorize({ kind: 'command' }, action, SERVER);
      await next();
    });
  routes.post('/links', knowsKey('makeExampleLinks'), async (c) => {
    const { reset } = await readBody(c, requests.freshLinks);
    if (reset) {
      await demo.reset();
    }
    return c.json(await demo.freshLinks(services.baseUrl));
  });
  routes.post('/rooms', knowsKey('makeExampleRooms'), async (c) => {
    const order = await readBody(c, requests.makeRooms);
    return c.json(await makeRooms(services.ctx, order, services.baseUrl));
  });
  return routes;
}
