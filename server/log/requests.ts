import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { AppEnv } from '../http/env.ts';
import type { FieldsOf, Log } from './log.ts';

/** Whoever asks for help can name it; proxies write it into their own log. */
const HEADER = 'X-Request-Id';

/** Gives each request an id of our own, and a line when it is answered. What a client sends as its id counts for nothing. */
export function requestLog(log: Log): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const began = performance.now();
    c.set('requestId', randomUUID());
    await next();
    if (c.req.path.startsWith('/api/')) {
      c.header(HEADER, c.get('requestId'));
    }
    log('request.answered', { ...requestOf(c), status: c.res.status, ms: performance.now() - began });
  };
}

/** What a line about a request may say: its pattern, never its path, and who asked. */
export function requestOf(c: Context<AppEnv>): Omit<FieldsOf<'request.failed'>, 'error'> {
  const actor = c.get('actor');
  return {
    requestId: c.get('requestId'),
    method: c.req.method,
    route: routePath(c),
    meetingId: actor?.meetingId,
    participationId: actor?.participationId,
  };
}
