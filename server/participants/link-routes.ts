import { type Context, Hono } from 'hono';
import type { ExchangeAnswer } from '#shared/api/answers.ts';
import { exchangeLink as exchangeBody } from '#shared/api/requests.ts';
import { readDeviceCookie, setDeviceCookie } from '../access/cookies.ts';
import { DomainError } from '../access/domain-error.ts';
import { createRateLimit } from '../access/rate-limit.ts';
import { forAction } from '../http/allow.ts';
import { readBody } from '../http/body.ts';
import type { AppEnv } from '../http/env.ts';
import type { Services } from '../http/services.ts';
import { type Exchanged, exchangeLink } from './exchange-link.ts';

const MINUTE_MS = 60_000;
/** Only wrong links count, and only they are refused then: a whole room may sit behind one address. */
const FAILURES_PER_ADDRESS = 20;
const FAILURES_AT_ALL = 600;

/** POST /api/links/exchange: a personal link becomes a device with a cookie. */
export function linkRoutes({ ctx, secure }: Services): Hono<AppEnv> {
  const perAddress = createRateLimit(FAILURES_PER_ADDRESS, MINUTE_MS);
  const atAll = createRateLimit(FAILURES_AT_ALL, MINUTE_MS);
  return new Hono<AppEnv>().post(
    '/exchange',
    forAction('exchangeLink', async (c: Context<AppEnv>) => {
      const address = c.get('clientAddress');
      const tired = !perAddress.allows(address) || !atAll.allows('all');
      const { token } = await readBody(c, exchangeBody);
      let exchanged: Exchanged;
      try {
        exchanged = await exchangeLink(ctx, token, (id) => readDeviceCookie(c, id, secure), tired);
      } catch (error) {
        if (error instanceof DomainError && error.code === 'link_invalid') {
          perAddress.count(address);
          atAll.count('all');
        }
        throw error;
      }
      const { participationId, secret } = exchanged;
      if (secret) {
        setDeviceCookie(c, participationId, secret, secure);
      }
      return c.json({ participationId } satisfies ExchangeAnswer);
    }),
  );
}
