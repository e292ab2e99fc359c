import type { BetterAuthOptions } from 'better-auth';
import { recordAccountEvent } from '../audit/account-events.ts';
import type { Sql } from '../db/sql.ts';
import { findStaffRole } from './staff.ts';

/** Where the password was right: the library makes a session, and ends it at once where a code is still missing. */
const PASSWORD_PATH = '/sign-in/email';

type Hooks = NonNullable<NonNullable<BetterAuthOptions['databaseHooks']>['session']>;

/** Who hears of sessions. */
export interface SessionEnds {
  sql: Sql;
  /** Called with the id of a session that has ended, by sign-out or by an administrator. */
  onSessionEnd(sessionId: string): Promise<void>;
  /** Called when a session goes on under another id, before the old one ends. */
  onSessionRenewed(before: string, sessionId: string): Promise<void>;
}

/** What follows when a session begins and ends: notes in the account's chain, sockets that close. */
export function sessionHooks(settings: SessionEnds): Hooks {
  const { sql } = settings;
  return {
    create: {
      // Who is deactivated gets no session, however they came.
      before: async ({ userId }) => (await findStaffRole(sql, userId)) !== null && undefined,
      async after({ id: sessionId, userId }, context) {
        if (context?.path === PASSWORD_PATH && (await wantsCode(settings, userId))) {
          return;
        }
        const before = context?.context.session?.session.id;
        if (before) {
          await settings.onSessionRenewed(before, sessionId);
        }
        await recordAccountEvent(sql, userId, { type: 'signed_in', body: { sessionId } });
      },
    },
    delete: {
      // First who must not be there any more, then the note of it.
      async after({ id: sessionId, userId }, context) {
        await settings.onSessionEnd(sessionId);
        if (context?.path !== PASSWORD_PATH) {
          await recordAccountEvent(sql, userId, { type: 'session_ended', body: { sessionId } });
        }
      },
    },
  };
}

async function wantsCode({ sql }: SessionEnds, accountId: string): Promise<boolean> {
  const [row] = await sql`select from "user" where "id" = ${accountId} and "twoFactorEnabled"`;
  return row !== undefined;
}
