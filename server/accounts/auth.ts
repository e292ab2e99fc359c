import { type BetterAuthOptions, type BetterAuthRateLimitStorage, betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { Kysely } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import { createWindowCounter } from '../access/rate-limit.ts';
import { recordAccountEvent } from '../audit/account-events.ts';
import type { Sql } from '../db/sql.ts';
import type { Log } from '../log/log.ts';
import { passwordsInTurn } from './passwords.ts';
import { RENEW_AFTER_HOURS, SESSION_HOURS } from './sessions.ts';

/** Seconds. */
const HOUR = 60 * 60;

/** Header that our own middleware writes from the socket, over whatever the client sent. */
export const CLIENT_ADDRESS_HEADER = 'x-planrunde-client-address';

/** Below this path better-auth answers. */
export const AUTH_PATH = '/api/auth';

export const PASSWORD_CHARS = { min: 12, max: 128 } as const;

/** What the accounts need to know. */
export interface AuthSettings {
  sql: Sql;
  log: Log;
  secret: string;
  /** Public address without a slash at the end. */
  baseUrl: string;
  /** Origins from which a browser may sign in. */
  origins: readonly string[];
  /** Called with the id of a session that has ended, by sign-out or by an administrator. */
  onSessionEnd(sessionId: string): Promise<void>;
}

/** An account that is signed in. */
export interface StaffSession {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
}

/** What an account is made of. */
export interface NewAccount {
  name: string;
  email: string;
  password: string;
}

/** Accounts of staff. Families have none: they come by personal link. */
export interface StaffAuth {
  options: BetterAuthOptions;
  /** Answers requests below `/api/auth`. */
  handler(request: Request): Promise<Response>;
  /** Who is signed in, or null. Reads the database each time, so that a revocation holds at once. */
  sessionOf(headers: Headers): Promise<StaffSession | null>;
  /** Signs in and gives the cookies to set, or null where e-mail or password are wrong. */
  signIn(email: string, password: string, headers: Headers): Promise<string[] | null>;
  /** Makes an account, or gives an existing one this name and password. Only commands call it. */
  putAccount(account: NewAccount, by?: string): Promise<string>;
}

/**
 * The settings of better-auth. Every one of these lines closes a hole that the library or its users
 * have had; `tests/unit/accounts/auth.test.ts` asserts them.
 */
export function authOptions(settings: AuthSettings): BetterAuthOptions {
  const secure = settings.baseUrl.startsWith('https://');
  return {
    appName: 'Planrunde',
    baseURL: settings.baseUrl,
    basePath: AUTH_PATH,
    secret: settings.secret,
    trustedOrigins: [...settings.origins],
    database: {
      db: new Kysely({ dialect: new PostgresJSDialect({ postgres: settings.sql }) }),
      type: 'postgres',
      transaction: false,
    },
    emailAndPassword: {
      enabled: true,
      // Nobody signs up: an administrator makes accounts.
      disableSignUp: true,
      minPasswordLength: PASSWORD_CHARS.min,
      maxPasswordLength: PASSWORD_CHARS.max,
      password: passwordsInTurn(),
    },
    // A cached session outlives its revocation, so it is never cached.
    session: {
      cookieCache: { enabled: false },
      expiresIn: SESSION_HOURS * HOUR,
      updateAge: RENEW_AFTER_HOURS * HOUR,
    },
    rateLimit: {
      enabled: true,
      // Our own: the library's memory is shared by everything in the process and never shrinks.
      customStorage: attemptsInMemory(),
      window: 60,
      max: 300,
      // Wrong passwords are counted by account and address (`SignInLimits`), not by address alone.
      customRules: { '/sign-in/email': { window: 60, max: 300 } },
    },
    advanced: {
      // The library's own prefix is `__Secure-`, which a neighbouring subdomain may overwrite; `__Host-` it may not.
      useSecureCookies: false,
      cookiePrefix: secure ? '__Host-planrunde' : 'planrunde',
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/', secure },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    // Paths that this product has no use for answer 404.
    disabledPaths: ['/sign-up/email', '/sign-in/social', '/link-social', '/delete-user', '/change-email'],
    telemetry: { enabled: false },
    // What the library would write itself holds e-mail addresses and whole errors.
    logger: { level: 'error', log: (_level, _message, ...said) => tellOf(settings.log, said) },
    onAPIError: { onError: (error) => tellOf(settings.log, [error]) },
    databaseHooks: {
      session: {
        create: {
          after: ({ id: sessionId, userId }) =>
            recordAccountEvent(settings.sql, userId, { type: 'signed_in', body: { sessionId } }),
        },
        delete: {
          // First who must not be there any more, then the note of it.
          async after({ id: sessionId, userId }) {
            await settings.onSessionEnd(sessionId);
            await recordAccountEvent(settings.sql, userId, { type: 'session_ended', body: { sessionId } });
          },
        },
      },
    },
  };
}

/** A wrong password is an answer and no failure. */
function tellOf(log: Log, said: readonly unknown[]): void {
  if (!said.some(isAPIError)) {
    log('accounts.failed', { error: said.find((part) => part instanceof Error) });
  }
}

function attemptsInMemory(): BetterAuthRateLimitStorage {
  const counter = createWindowCounter();
  return {
    async consume(key, { window, max }) {
      const { count, until } = counter.read(key);
      if (count >= max) {
        return { allowed: false, retryAfter: Math.ceil((until - Date.now()) / 1000) };
      }
      counter.count(key, window * 1000);
      return { allowed: true, retryAfter: null };
    },
  };
}

/** Accounts on the shared pool. */
export function createAuth(settings: AuthSettings): StaffAuth {
  const options = authOptions(settings);
  const auth = betterAuth(options);
  return {
    options,
    handler: (request) => auth.handler(request),
    async sessionOf(headers) {
      const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
      return found
        ? {
            sessionId: found.session.id,
            userId: found.user.id,
            name: found.user.name,
            email: found.user.email,
          }
        : null;
    },
    async signIn(email, password, headers) {
      const answer = await auth.api.signInEmail({ body: { email, password }, headers, asResponse: true });
      return answer.ok ? answer.headers.getSetCookie() : null;
    },
    async putAccount({ name, email, password }, by = 'command') {
      const { internalAdapter, password: hasher } = await auth.$context;
      const hash = await hasher.hash(password);
      const known = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
      if (known) {
        await internalAdapter.updateUser(known.user.id, { name });
        await internalAdapter.updatePassword(known.user.id, hash);
        await recordAccountEvent(settings.sql, known.user.id, { type: 'account_changed', body: { by } });
        return known.user.id;
      }
      const user = await internalAdapter.createUser(
        { name, email, emailVerified: true },
        { method: 'email-password' },
      );
      await internalAdapter.linkAccount({
        userId: user.id,
        accountId: user.id,
        providerId: 'credential',
        password: hash,
      });
      await recordAccountEvent(settings.sql, user.id, { type: 'account_made', body: { by } });
      return user.id;
    },
  };
}
