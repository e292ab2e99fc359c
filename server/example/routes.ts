import { Hono } from 'hono';
import * as example from '#shared/api/routes/example.ts';
import { DomainError } from '../access/domain-error.ts';
import { createRateLimit } from '../access/rate-limit.ts';
import { allow } from '../http/allow.ts';
import { knowsKey } from '../http/command-key.ts';
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
 * links, a reset, rooms for measuring.
 */
export function demoKeyRoutes(services: Services, demo: DemoService, key: string): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  serve(routes, example.freshLinks, knowsKey(key, 'makeExampleLinks'), async (_c, { reset }) => {
    if (reset) {
      await demo.reset();
    }
    return demo.freshLinks(services.baseUrl);
  });
  serve(routes, example.makeRooms, knowsKey(key, 'makeExampleRooms'), (_c, order) =>
    makeRooms(services.ctx, order, services.baseUrl),
  );
  return routes;
}
