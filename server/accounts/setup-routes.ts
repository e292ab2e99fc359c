import { type Context, Hono, type Next } from 'hono';
import * as accounts from '#shared/api/routes/accounts.ts';
import { DomainError } from '../access/domain-error.ts';
import { createRateLimit } from '../access/rate-limit.ts';
import { forAction } from '../http/allow.ts';
import { knowsKey } from '../http/command-key.ts';
import type { AppEnv } from '../http/env.ts';
import { serve } from '../http/serve.ts';
import type { Services } from '../http/services.ts';
import { CLIENT_ADDRESS_HEADER } from './auth-options.ts';
import { enterAccount, lookAtAccountLink } from './people/enter-account.ts';
import { makeResetAddress } from './people/make-reset-address.ts';
import { lookAtSetup, makeSetupAddress, setUp } from './set-up.ts';

/** Who sets up is known by the token in the body, so the use case asks the policies. */
const ASKS_ITSELF = forAction('setUp', (_c: Context<AppEnv>, next: Next) => next());
const ENTERS_ITSELF = forAction('enterAccount', (_c: Context<AppEnv>, next: Next) => next());
/** Each look costs a query, and setting up a password's hash. */
const A_MINUTE = 60;

/** `/api/setup` and `/api/account-link`: pages behind one-time addresses. */
export function setupRoutes({ ctx, auth }: Services): Hono<AppEnv> {
  const tries = createRateLimit(A_MINUTE, 60_000);
  const count = (c: Context<AppEnv>): void => {
    const address = c.get('clientAddress');
    if (!tries.allows(address)) {
      throw new DomainError('rate_limited');
    }
    tries.count(address);
  };
  const routes = new Hono<AppEnv>();
  serve(routes, accounts.lookAtSetup, ASKS_ITSELF, (c, { token }) => {
    count(c);
    return lookAtSetup(ctx, token);
  });
  const signIn = async (c: Context<AppEnv>, email: string, password: string): Promise<void> => {
    const headers = new Headers(c.req.raw.headers);
    headers.set(CLIENT_ADDRESS_HEADER, c.get('clientAddress'));
    for (const cookie of (await auth.signIn(email, password, headers)) ?? []) {
      c.header('Set-Cookie', cookie, { append: true });
    }
  };
  serve(routes, accounts.setUp, ASKS_ITSELF, async (c, order) => {
    count(c);
    await setUp(ctx, auth, order);
    await signIn(c, order.account.email, order.account.password);
  });
  serve(routes, accounts.lookAtAccountLink, ENTERS_ITSELF, (c, { token }) => {
    count(c);
    return lookAtAccountLink(ctx, token);
  });
  serve(routes, accounts.enterAccount, ENTERS_ITSELF, async (c, order) => {
    count(c);
    await signIn(c, await enterAccount(ctx, auth, order), order.password);
  });
  return routes;
}

/** What `npm run setup` asks of a running server. */
export function setupCommands({ ctx, baseUrl }: Services, key: string): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  serve(routes, accounts.makeSetupAddress, knowsKey(key, 'makeSetupAddress'), async () => {
    const made = await makeSetupAddress(ctx, baseUrl);
    if (made === null) {
      throw new DomainError('wrong_state');
    }
    return made;
  });
  serve(routes, accounts.makeResetAddress, knowsKey(key, 'makeResetAddress'), async (_c, { email }) => {
    const made = await makeResetAddress(ctx, email, baseUrl);
    if (made === null) {
      throw new DomainError('not_found');
    }
    return made;
  });
  return routes;
}
