import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler, Next } from 'hono';
import { authorize } from '../access/authorize.ts';
import { DomainError } from '../access/domain-error.ts';
import type { Action } from '../access/policies.ts';
import { SERVER } from '../access/subjects.ts';
import { secretHash } from '../access/tokens.ts';
import { forAction } from './allow.ts';
import type { AppEnv } from './env.ts';

/**
 * Opens a route for commands of this machine: only who can read the data folder knows the key. No browser
 * is involved, so links in the answer carry the public address and not the one that was asked at.
 */
export function knowsKey(key: string, action: Action): MiddlewareHandler<AppEnv> {
  return forAction(action, async (c: Context<AppEnv>, next: Next) => {
    const given = c.req.header('authorization')?.replace(/^Bearer /, '') ?? '';
    if (!timingSafeEqual(secretHash(given), secretHash(key))) {
      throw new DomainError('unauthenticated');
    }
    authorize({ kind: 'command' }, action, SERVER);
    await next();
  });
}
