import type { BetterAuthOptions } from 'better-auth';
import type { Sql } from '../../db/sql.ts';

type Hooks = NonNullable<NonNullable<BetterAuthOptions['databaseHooks']>['user']>;

/**
 * Whoever takes the app's code away and has passkeys still has a second factor: the password alone opens nothing.
 * In the library's own statement, so that there is no moment between.
 */
export function keepsFactor({ sql }: { sql: Sql }): Hooks {
  return {
    update: {
      async before(data, context) {
        const userId = context?.context.session?.user.id;
        const ends = 'twoFactorEnabled' in data && data['twoFactorEnabled'] === false;
        if (!ends || userId === undefined) {
          return;
        }
        const [passkey] = await sql`select from passkey where account_id = ${userId} limit 1`;
        return passkey ? { data: { twoFactorEnabled: true } } : undefined;
      },
    },
  };
}
