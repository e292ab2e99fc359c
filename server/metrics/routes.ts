import { createHash, timingSafeEqual } from 'node:crypto';
import { type Context, Hono, type Next } from 'hono';
import { authorize } from '../access/authorize.ts';
import { SERVER } from '../access/subjects.ts';
import { forAction } from '../http/allow.ts';
import type { AppEnv } from '../http/env.ts';
import type { MetricsPage } from './metrics.ts';

/** Metrics on the public port. */
export interface GuardedMetrics {
  token: string;
  page: MetricsPage;
}

/**
 * GET /metrics for who knows the token. Everybody else gets what any unknown path gets, so nobody
 * learns that there is something.
 */
export function metricsRoutes({ token, page }: GuardedMetrics): Hono<AppEnv> {
  const expected = digest(`Bearer ${token}`);
  return new Hono<AppEnv>().get(
    '/metrics',
    forAction('readMetrics', async (c: Context<AppEnv>, next: Next) => {
      // Digests have one length, so comparing them takes the same time for every guess.
      if (!timingSafeEqual(digest(c.req.header('authorization') ?? ''), expected)) {
        return next();
      }
      authorize({ kind: 'operator' }, 'readMetrics', SERVER);
      return c.body(await page.render(), 200, {
        'Content-Type': page.contentType,
        'Cache-Control': 'no-store',
      });
    }),
  );
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
