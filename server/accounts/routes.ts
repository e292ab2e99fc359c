import { type Context, Hono } from 'hono';
import type { ErrorCode } from '#shared/api/errors.ts';
import { signInBody, signOutBody } from '#shared/api/requests.ts';
import { DomainError } from '../access/domain-error.ts';
import { forAction } from '../http/allow.ts';
import { readBody } from '../http/body.ts';
import type { AppEnv } from '../http/env.ts';
import { errorBody } from '../http/errors.ts';
import { withClientAddress } from '../http/guards.ts';
import { preferredLanguage } from '../http/language.ts';
import type { Services } from '../http/services.ts';
import { SignInLimits } from './sign-in-limits.ts';

/**
 * `/api/auth/*`: better-auth answers; its errors are told in our words. What this product does not use
 * is not there: the library also changes names and pictures, lists sessions and shows pages of its own.
 */
export function accountRoutes({ auth }: Services): Hono<AppEnv> {
  const limits = new SignInLimits();
  const ask = async (c: Context<AppEnv>, body: object): Promise<Response> => {
    const request = withClientAddress(asked(c, body), c.get('clientAddress'));
    const answer = await auth.handler(request);
    return answer.ok || answer.status < 400 ? answer : inOurWords(c, answer);
  };
  return new Hono<AppEnv>()
    .post(
      '/sign-in/email',
      forAction('signIn', async (c: Context<AppEnv>) => {
        const body = await readBody(c, signInBody);
        const attempt = { email: body.email, address: c.get('clientAddress') };
        return limits.attempt(attempt, () => ask(c, body));
      }),
    )
    .post(
      '/sign-out',
      forAction('signOut', async (c: Context<AppEnv>) => ask(c, await readBody(c, signOutBody))),
    );
}

/** The request with the body that we have read: nothing else that a client sends reaches the library. */
function asked(c: Context<AppEnv>, body: object): Request {
  const { url, headers: sent } = c.req.raw;
  const headers = new Headers(sent);
  headers.delete('content-length');
  headers.delete('transfer-encoding');
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(body) });
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
