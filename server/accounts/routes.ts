import { type Context, Hono } from 'hono';
import * as bodies from '#shared/api/account-bodies.ts';
import { signInBody, signOutBody } from '#shared/api/requests.ts';
import { allow, forAction, staffCommandOf } from '../http/allow.ts';
import { readBody } from '../http/body.ts';
import type { AppEnv } from '../http/env.ts';
import { withClientAddress } from '../http/guards.ts';
import type { Services } from '../http/services.ts';
import { challengedEmail } from './challenge.ts';
import { inOurWords } from './library-errors.ts';
import { SignInLimits } from './sign-in-limits.ts';

/**
 * `/api/auth/*`: better-auth answers; its errors are told in our words. What this product does not use
 * is not there: the library also changes names and pictures, lists sessions and shows pages of its own.
 */
export function accountRoutes(services: Services): Hono<AppEnv> {
  const { auth, ctx } = services;
  const limits = new SignInLimits();
  const ask = async (c: Context<AppEnv>, body: object): Promise<Response> => {
    const request = withClientAddress(asked(c, body), c.get('clientAddress'));
    const answer = await auth.handler(request);
    return answer.status < 400 ? answer : inOurWords(c, answer);
  };
  const askForCode = async (c: Context<AppEnv>, body: object): Promise<Response> => {
    const email = await challengedEmail(ctx.sql, c.req.raw.headers);
    return email === null
      ? ask(c, body)
      : limits.attempt({ email, address: c.get('clientAddress') }, () => ask(c, body));
  };
  /** Wrong passwords count here too: whoever finds an open page guesses no better than at the door. */
  const withPassword = async (c: Context<AppEnv>): Promise<Response> => {
    const { email } = staffCommandOf(c).actor;
    const body = await readBody(c, bodies.passwordAgain);
    return limits.attempt({ email, address: c.get('clientAddress') }, () => ask(c, body));
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
    )
    .post(
      '/two-factor/verify-totp',
      forAction('signInByCode', async (c: Context<AppEnv>) =>
        askForCode(c, await readBody(c, bodies.totpCode)),
      ),
    )
    .post(
      '/two-factor/verify-backup-code',
      forAction('signInByCode', async (c: Context<AppEnv>) =>
        askForCode(c, await readBody(c, bodies.recoveryCode)),
      ),
    )
    .post('/two-factor/enable', allow(services, 'changeSecondFactor'), withPassword)
    .post('/two-factor/generate-backup-codes', allow(services, 'changeSecondFactor'), withPassword)
    .post('/two-factor/disable', allow(services, 'changeSecondFactor'), withPassword);
}

/** The request with the body that we have read: nothing else that a client sends reaches the library. */
function asked(c: Context<AppEnv>, body: object): Request {
  const { url, headers: sent } = c.req.raw;
  const headers = new Headers(sent);
  headers.delete('content-length');
  headers.delete('transfer-encoding');
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(body) });
}
