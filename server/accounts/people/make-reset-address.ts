import type { OneTimeAddress } from '#shared/api/account-answers.ts';
import type { ServerContext } from '../../access/command-context.ts';
import { writeAccountLink } from './make-account-link.ts';

/**
 * A one-time address at which somebody sets password and second factor anew, made by whoever runs the server:
 * for the last administrator, whom no other one can help.
 * @returns null where no open account has this e-mail address
 */
export function makeResetAddress(
  { sql, now }: Pick<ServerContext, 'sql' | 'now'>,
  email: string,
  baseUrl: string,
): Promise<OneTimeAddress | null> {
  return sql.begin(async (tx) => {
    const [staff] = await tx<{ accountId: string }[]>`
      select s.account_id as "accountId" from staff s join "user" u on u."id" = s.account_id
      where u."email" = ${email.toLowerCase()} and s.deactivated_at is null for update of s`;
    const order = { purpose: 'zuruecksetzen', by: 'command', baseUrl } as const;
    return staff ? writeAccountLink(tx, { now }, { ...order, accountId: staff.accountId }) : null;
  });
}
