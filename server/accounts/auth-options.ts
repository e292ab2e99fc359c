import type { BetterAuthOptions, BetterAuthRateLimitStorage } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { Kysely } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import { PASSWORD_CHARS } from '#shared/api/account-bodies.ts';
import { createWindowCounter } from '../access/rate-limit.ts';
import type { Log } from '../log/log.ts';
import { keepsFactor } from './passkeys/keeps-factor.ts';
import { provenSessions } from './passkeys/proven-sessions.ts';
import { passwordsInTurn } from './passwords.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { type SessionEnds, sessionHooks } from './session-hooks.ts';
import { RENEW_AFTER_HOURS, SESSION_HOURS } from './sessions.ts';

/** Seconds. */
const HOUR = 60 * 60;

/** Header that our own middleware writes from the socket, over whatever the client sent. */
export const CLIENT_ADDRESS_HEADER = 'x-planrunde-client-address';

/** Below this path better-auth answers. */
export const AUTH_PATH = '/api/auth';

/** Between the password and the code. */
const CODE_WITHIN_SECONDS = 10 * 60;
/**
 * So many wrong codes in a row, from wherever, close an account for a quarter of an hour: whoever gives
 * them knows its password. Long before, wrong ones from one address are slowed down by `SignInLimits`.
 */
const MOST_WRONG_CODES = 100;
const CLOSED_SECONDS = 15 * 60;

/** What the accounts need to know. */
export interface AuthSettings extends SessionEnds {
  log: Log;
  secret: string;
  /** Public address without a slash at the end. */
  baseUrl: string;
  /** Origins from which a browser may sign in. */
  origins: readonly string[];
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
      customRules: {
        '/sign-in/email': { window: 60, max: 300 },
        '/two-factor/*': { window: 60, max: 300 },
      },
    },
    advanced: {
      // The library's own prefix is `__Secure-`, which a neighbouring subdomain may overwrite; `__Host-` it may not.
      useSecureCookies: false,
      cookiePrefix: secure ? '__Host-planrunde' : 'planrunde',
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/', secure },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    // The only plugin of the library. It trusts no device: whoever signs in by password gives a code each time.
    plugins: [
      twoFactor({
        twoFactorCookieMaxAge: CODE_WITHIN_SECONDS,
        accountLockout: { maxFailedAttempts: MOST_WRONG_CODES, durationSeconds: CLOSED_SECONDS },
        totpOptions: { digits: 6, period: 30 },
        backupCodeOptions: { storeBackupCodes: 'encrypted', customBackupCodesGenerate: newRecoveryCodes },
      }),
      provenSessions(),
    ],
    // Paths that this product has no use for answer 404.
    disabledPaths: ['/sign-up/email', '/sign-in/social', '/link-social', '/delete-user', '/change-email'],
    telemetry: { enabled: false },
    // What the library would write itself holds e-mail addresses and whole errors.
    logger: { level: 'error', log: (_level, _message, ...said) => tellOf(settings.log, said) },
    onAPIError: { onError: (error) => tellOf(settings.log, [error]) },
    databaseHooks: { session: sessionHooks(settings), user: keepsFactor(settings) },
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
