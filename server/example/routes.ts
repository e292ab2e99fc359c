import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler, type Next } from 'hono';
import * as example from '#shared/api/routes/example.ts';
import { authorize } from '../access/authorize.ts';
import { DomainError } from '../access/domain-error.ts';
import type { Action } from '../access/policies.ts';
import { createRateLimit } from '../access/rate-limit.ts';
import { SERVER } from '../access/subjects.ts';
import { secretHash } from '../access/tokens.ts';
import { allow, forAction } from '../http/allow.ts';
import type { AppEnv } from '../http/env.ts';
import { knownHostOnly, withClientAddress } from '../http/guards.ts';
import { publicBase } from '../http/public-base.ts';
import { serve } from '../http/serve.ts';
import type { Services } from '../http/services.ts';
import { makeRooms } from './rooms.ts';
import type { DemoService } from './service.ts';

/** Checking a password costs a tenth of a second of the processor. */
const SIGN_INS_A_MINUTE = 60;

/** `/api/demo`: the newcomer's page. 404 while no example is loaded. */
export function demoRoutes(services: Services, demo: DemoService): Hono<AppEnv> {
  const { auth } = services;
  const signIns = createRateLimit(SIGN_INS_A_MINUTE, 60_000);
  const routes = new Hono<AppEnv>();
  routes.use('/api/demo/*', knownHostOnly(services.origins));
  serve(routes, example.showExample, allow(services, 'seeExample'), async (c) =>
    here(await demo.page(publicBase(c, services))),
  );
  serve(routes, example.signInToExample, allow(services, 'enterExample'), async (c) => {
    const address = c.get('clientAddress');
    if (!signIns.allows(address)) {
      throw new DomainError('rate_limited');
    }
    signIns.count(address);
    const { email, password } = here(await demo.credentials());
    const request = withClientAddress(c.req.raw, address);
    const cookies = await auth.signIn(email, password, request.headers);
    if (!cookies) {
      throw new DomainError('internal');
    }
    for (const cookie of cookies) {
      c.header('Set-Cookie', cookie, { append: true });
    }
  });
  serve(routes, example.resetExample, allow(services, 'resetExample'), async () => {
    here((await demo.reset()) || null);
  });
  return routes;
}

/** What there is of the example. @throws DomainError while none is loaded */
function here<T>(found: T | null): T {
  if (found === null) {
    throw new DomainError('not_found');
  }
  return found;
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
  serve(routes, example.freshLinks, knowsKey('makeExampleLinks'), async (_c, { reset }) => {
    if (reset) {
      await demo.reset();
    }
    return demo.freshLinks(services.baseUrl);
  });
  serve(routes, example.makeRooms, knowsKey('makeExampleRooms'), (_c, order) =>
    makeRooms(services.ctx, order, services.baseUrl),
  );
  return routes;
}
