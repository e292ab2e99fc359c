import type { MiddlewareHandler } from 'hono';
import { DomainError } from '../access/domain-error.ts';
import { createRateLimit } from '../access/rate-limit.ts';
import type { AppEnv } from './env.ts';

/** Wrong requests of one address in a minute; a whole office may sit behind it. */
const MOST_WRONG = 120;
const MINUTE_MS = 60_000;
/** Whoever opens a link or signs in says less. */
const SMALL_BYTES = 4096;

/**
 * Counts what does not fit, by address. From where too much of it comes large bodies are not read any more: they
 * are what costs time. Small ones still are, so nobody keeps those out who sit behind the same address.
 */
export function fewWrongBodies(): MiddlewareHandler<AppEnv> {
  const wrong = createRateLimit(MOST_WRONG, MINUTE_MS);
  return async (c, next) => {
    const address = c.get('clientAddress');
    const isLarge =
      Number(c.req.header('content-length') ?? 0) > SMALL_BYTES ||
      c.req.header('transfer-encoding') !== undefined;
    if (isLarge && !wrong.allows(address)) {
      throw new DomainError('rate_limited');
    }
    await next();
    if (c.res.status === 400) {
      wrong.count(address);
    }
  };
}
