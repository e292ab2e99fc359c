import { type BetterAuthOptions, betterAuth } from 'better-auth';
import * as z from 'zod/mini';
import type { AccountRole } from '#shared/access/account-roles.ts';
import { readJson } from '#shared/json.ts';
import { recordAccountEvent } from '../audit/account-events.ts';
import { type AuthSettings, authOptions } from './auth-options.ts';
import type { ProvenSessions } from './passkeys/proven-sessions.ts';
import { findStaffRole, putStaffRole } from './staff.ts';

/** An account that is signed in. */
export interface StaffSession {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  role: AccountRole;
  secondFactor: boolean;
}

/** What an account is made of. */
export interface NewAccount {
  name: string;
  email: string;
  password: string;
  /** Of a new account; one that is there keeps its own. */
  role?: AccountRole;
}

/** A session, and the cookies that open it. */
export interface BegunSession {
  sessionId: string;
  cookies: string[];
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
  /** Gives a session to somebody who has proven otherwise who they are; null where the account is closed. */
  beginSession(accountId: string, headers: Headers): Promise<BegunSession | null>;
  /** Makes an account, or gives an existing one this name and password. Only commands call it. */
  putAccount(account: NewAccount, by?: string): Promise<string>;
  /** Makes an account that nobody can sign in to yet. */
  makeAccount(account: Pick<NewAccount, 'name' | 'email'>): Promise<string>;
  /** Gives an account a password, and takes every second factor: whoever begins again sets one up anew. */
  beginAnew(accountId: string, password: string): Promise<void>;
  /** Whether this is the password of the account. */
  checkPassword(accountId: string, password: string): Promise<boolean>;
  /** Gives another password to whoever knows the present one. False where they do not. */
  changePassword(accountId: string, present: string, next: string): Promise<boolean>;
  /** Ends sessions of an account, all or some; their sockets close at once. */
  endSessions(accountId: string, which?: { only?: string; but?: string }): Promise<void>;
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
      const role = found && (await findStaffRole(settings.sql, found.user.id));
      return found && role ? staffSession(found, role) : null;
    },
    async signIn(email, password, headers) {
      const answer = await auth.api.signInEmail({ body: { email, password }, headers, asResponse: true });
      return answer.ok ? answer.headers.getSetCookie() : null;
    },
    beginSession: (accountId, headers) => beginSession(auth, accountId, headers),
    async putAccount({ name, email, password, role = 'fachkraft_jugendamt' }, by = 'command') {
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
      await putStaffRole(settings.sql, user.id, role);
      await recordAccountEvent(settings.sql, user.id, { type: 'account_made', body: { by } });
      return user.id;
    },
    ...accountChanges(auth, settings),
  };
}

function accountChanges(
  { $context }: Pick<ReturnType<typeof betterAuth>, '$context'>,
  { sql }: AuthSettings,
): Pick<StaffAuth, 'makeAccount' | 'beginAnew' | 'checkPassword' | 'changePassword' | 'endSessions'> {
  const isPassword = async (userId: string, password: string): Promise<boolean> => {
    const [row] = await sql<{ hash: string | null }[]>`
      select "password" as hash from "account" where "userId" = ${userId} and "providerId" = 'credential'`;
    return row?.hash ? (await $context).password.verify({ hash: row.hash, password }) : false;
  };
  return {
    checkPassword: isPassword,
    async makeAccount({ name, email }) {
      const { internalAdapter } = await $context;
      const user = await internalAdapter.createUser(
        { name, email, emailVerified: true },
        { method: 'email-password' },
      );
      return user.id;
    },
    async beginAnew(userId, password) {
      const { internalAdapter, password: hasher } = await $context;
      const hash = await hasher.hash(password);
      const [known] =
        await sql`select from "account" where "userId" = ${userId} and "providerId" = 'credential'`;
      await (known
        ? internalAdapter.updatePassword(userId, hash)
        : internalAdapter.linkAccount({
            userId,
            accountId: userId,
            providerId: 'credential',
            password: hash,
          }));
      await sql.begin(async (tx) => {
        await tx`delete from "twoFactor" where "userId" = ${userId}`;
        await tx`delete from passkey where account_id = ${userId}`;
        await tx`update "user" set "twoFactorEnabled" = false where "id" = ${userId}`;
      });
    },
    async changePassword(userId, present, next) {
      const { internalAdapter, password: hasher } = await $context;
      if (!(await isPassword(userId, present))) {
        return false;
      }
      await internalAdapter.updatePassword(userId, await hasher.hash(next));
      return true;
    },
    async endSessions(userId, { only, but } = {}) {
      const { internalAdapter } = await $context;
      const rows = await sql<{ token: string }[]>`
        select "token" as token from "session" where "userId" = ${userId}
          and (${only ?? null}::text is null or "id" = ${only ?? null}::text)
          and (${but ?? null}::text is null or "id" <> ${but ?? null}::text)`;
      for (const { token } of rows) {
        await internalAdapter.deleteSession(token);
      }
    },
  };
}

async function beginSession(
  { api }: Pick<ReturnType<typeof betterAuth>, 'api'>,
  userId: string,
  headers: Headers,
): Promise<BegunSession | null> {
  // The library's types know its own endpoints alone; this one is of the plugin of ours.
  const { beginProvenSession } = api as typeof api & ProvenSessions;
  const answer = await beginProvenSession({ body: { userId }, headers, asResponse: true });
  const begun = readJson(z.object({ sessionId: z.string() }), await answer.text());
  return answer.ok && begun ? { ...begun, cookies: answer.headers.getSetCookie() } : null;
}

interface FoundSession {
  session: { id: string };
  user: { id: string; name: string; email: string; twoFactorEnabled?: boolean | null | undefined };
}

function staffSession({ session, user }: FoundSession, role: AccountRole): StaffSession {
  const { id: userId, name, email, twoFactorEnabled } = user;
  return { sessionId: session.id, userId, name, email, role, secondFactor: twoFactorEnabled === true };
}
