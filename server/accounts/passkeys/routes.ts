import { type Context, Hono } from 'hono';
import * as passkeys from '#shared/api/routes/passkeys.ts';
import { badField, DomainError } from '../../access/domain-error.ts';
import { createRateLimit } from '../../access/rate-limit.ts';
import { allow, staffCommandOf } from '../../http/allow.ts';
import type { AppEnv } from '../../http/env.ts';
import { serve } from '../../http/serve.ts';
import type { Services } from '../../http/services.ts';
import { CLIENT_ADDRESS_HEADER } from '../auth-options.ts';
import { browserName } from '../browser-name.ts';
import { SignInLimits } from '../sign-in-limits.ts';
import { Challenges } from './challenges.ts';
import * as own from './own-passkeys.ts';
import { relyingPartyOf } from './relying-party.ts';
import { askWho, findPasskey, type PasskeyDesk, signInByPasskey } from './sign-in.ts';

/** Of one address, as of passwords: each page that signs in asks once, and answers once. */
const A_MINUTE = 300;

type Desk = (c: Context<AppEnv>) => PasskeyDesk;

/** `/api/passkeys` and `/api/account/passkeys`: signing in with a passkey, and those of the own account. */
export function passkeyRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const desk = deskOf(services);
  const limits = new SignInLimits();
  signInRoutes(routes, services, desk, limits);
  ownRoutes(routes, services, desk, limits);
  return routes;
}

/** @throws DomainError `passkey_elsewhere` where the page stands at another address than passkeys are made for */
function deskOf({ baseUrl, origins }: Services): Desk {
  const party = relyingPartyOf(baseUrl, origins);
  const challenges = new Challenges();
  return (c) => {
    if (party === null || c.req.header('origin') !== party.origin) {
      throw new DomainError('passkey_elsewhere');
    }
    return { party, challenges };
  };
}

function signInRoutes(routes: Hono<AppEnv>, services: Services, desk: Desk, limits: SignInLimits): void {
  const { auth, ctx } = services;
  const asked = createRateLimit(A_MINUTE, 60_000);
  const count = (address: string): void => {
    if (!asked.allows(address)) {
      throw new DomainError('rate_limited');
    }
    asked.count(address);
  };
  const guard = allow(services, 'signInByPasskey');
  serve(routes, passkeys.beginPasskeySignIn, guard, async (c) => {
    count(c.get('clientAddress'));
    return askWho(ctx, desk(c));
  });
  serve(routes, passkeys.signInByPasskey, guard, async (c, answer) => {
    const [here, address] = [desk(c), c.get('clientAddress')];
    count(address);
    const known = await findPasskey(ctx.sql, answer.id);
    const headers = new Headers(c.req.raw.headers);
    headers.set(CLIENT_ADDRESS_HEADER, address);
    // Whose passkey it claims to be: wrong answers count there, as wrong passwords do.
    const cookies = await limits.attemptTask({ email: known?.email ?? '', address }, () =>
      signInByPasskey(ctx, auth, here, { known, answer, headers }),
    );
    for (const cookie of cookies) {
      c.header('Set-Cookie', cookie, { append: true });
    }
  });
}

function ownRoutes(routes: Hono<AppEnv>, services: Services, desk: Desk, limits: SignInLimits): void {
  const { auth } = services;
  /** Wrong passwords count here as at the door. */
  const asking =
    (c: Context<AppEnv>, password: string): own.AskPassword =>
    () => {
      const { email, userId } = staffCommandOf(c).actor;
      return limits.attemptTask({ email, address: c.get('clientAddress') }, async () => {
        if (!(await auth.checkPassword(userId, password))) {
          throw badField('password', 'wrong_password');
        }
      });
    };
  const change = allow(services, 'changePasskey');
  serve(routes, passkeys.loadPasskeys, allow(services, 'seePasskeys'), (c) =>
    own.listPasskeys(staffCommandOf(c)),
  );
  serve(routes, passkeys.beginPasskey, allow(services, 'addPasskey'), async (c, { password }) =>
    own.beginPasskey(staffCommandOf(c), desk(c), asking(c, password)),
  );
  serve(routes, passkeys.addPasskey, allow(services, 'addPasskey'), async (c, made) => {
    const name = made.name || browserName(c.req.header('user-agent') ?? '') || 'Passkey';
    return own.addPasskey(staffCommandOf(c), desk(c), { ...made, name });
  });
  serve(routes, passkeys.renamePasskey, change, (c, { name }) =>
    own.renamePasskey(staffCommandOf(c), c.req.param('passkeyId'), name),
  );
  serve(routes, passkeys.removePasskey, change, (c, { password }) =>
    own.removePasskey(staffCommandOf(c), c.req.param('passkeyId'), asking(c, password)),
  );
}
