import { type Context, Hono } from 'hono';
import type { ErrorCode } from '#shared/api/errors.ts';
import { DomainError } from '../access/domain-error.ts';
import { forAction } from '../http/allow.ts';
import type { AppEnv } from '../http/env.ts';
import { errorBody } from '../http/errors.ts';
import { withClientAddress } from '../http/guards.ts';
import { preferredLanguage } from '../http/language.ts';
import type { Services } from '../http/services.ts';

/**
 * `/api/auth/*`: better-auth answers; its errors are told in our words. What this product does not use
 * is not there: the library also changes names and pictures, lists sessions and shows pages of its own.
 */
export function accountRoutes({ auth }: Services): Hono<AppEnv> {
  const answerTo = async (c: Context<AppEnv>): Promise<Response> => {
    const answer = await auth.handler(withClientAddress(c.req.raw, c.get('clientAddress')));
    return answer.ok || answer.status < 400 ? answer : inOurWords(c, answer);
  };
  return new Hono<AppEnv>()
    .post(
      '/sign-in/email',
      forAction('signIn', (c: Context<AppEnv>) => answerTo(c)),
    )
    .post(
      '/sign-out',
      forAction('signOut', (c: Context<AppEnv>) => answerTo(c)),
    );
}

const CODES: Partial<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  429: 'rate_limited',
};

function inOurWords(c: Context<AppEnv>, answer: Response): Response {
  const code = CODES[answer.status] ?? (answer.status >= 500 ? 'internal' : 'bad_request');
  const wrongLogin = code === 'unauthenticated' && c.req.path.includes('/sign-in/');
  const language = preferredLanguage(c.req.header('accept-language'));
  const text = wrongLogin ? 'error.wrong_login' : undefined;
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  const body = errorBody(new DomainError(code), language, 'neutral', text);
  return new Response(JSON.stringify(body), { status: answer.status, headers });
}
