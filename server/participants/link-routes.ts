import { type Context, Hono, type Next } from 'hono';
import * as links from '#shared/api/routes/links.ts';
import { giveDeviceCookie, readDeviceCookie } from '../access/cookies.ts';
import { DomainError } from '../access/domain-error.ts';
import { createRateLimit } from '../access/rate-limit.ts';
import { forAction } from '../http/allow.ts';
import type { AppEnv } from '../http/env.ts';
import { serve } from '../http/serve.ts';
import type { Services } from '../http/services.ts';
import { type Exchanged, exchangeLink } from './exchange-link.ts';
import { LINK_COOKIE_MS } from './lifetimes.ts';

const MINUTE_MS = 60_000;
/** Only wrong links count, and only they are refused then: a whole room may sit behind one address. */
const FAILURES_PER_ADDRESS = 20;
const FAILURES_AT_ALL = 600;
/** Who holds a link is known by the token in the body, so the use case asks the policies. */
const ASKS_ITSELF = forAction('exchangeLink', (_c: Context<AppEnv>, next: Next) => next());

/** POST /api/links/exchange: a personal link becomes a device with a cookie. */
export function linkRoutes({ ctx, secure, takeTurn }: Services): Hono<AppEnv> {
  const cookies = { sql: ctx.sql, secure };
  const perAddress = createRateLimit(FAILURES_PER_ADDRESS, MINUTE_MS);
  const atAll = createRateLimit(FAILURES_AT_ALL, MINUTE_MS);
  const routes = new Hono<AppEnv>();
  serve(routes, links.exchangeLink, ASKS_ITSELF, async (c, { token }) => {
    const address = c.get('clientAddress');
    const tired = !perAddress.allows(address) || !atAll.allows('all');
    let exchanged: Exchanged;
    try {
      // Those who open the same link at once wait for each other here, not with a connection in hand.
      exchanged = await takeTurn({ key: `link ${token}`, who: 'link' }, () =>
        exchangeLink(ctx, token, (id) => readDeviceCookie(c, id, secure), tired),
      );
    } catch (error) {
      if (error instanceof DomainError && error.code === 'link_invalid') {
        perAddress.count(address);
        atAll.count('all');
      }
      throw error;
    }
    const { participationId, secret } = exchanged;
    if (secret) {
      await giveDeviceCookie(c, cookies, { participationId, secret, lastsMs: LINK_COOKIE_MS });
    }
    return { participationId };
  });
  return routes;
}
