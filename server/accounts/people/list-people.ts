import type { StaffPerson } from '#shared/api/account-answers.ts';
import { authorizeCommand } from '../../access/authorize.ts';
import type { CommandContext } from '../../access/command-context.ts';
import type { StaffAccount } from '../../access/principals.ts';

type Row = Omit<StaffPerson, 'linkUntil' | 'self'> & { linkUntil: Date | null };

/** Everybody of the office who has an account: who they are and what they may do, nothing of what they did. */
export async function listPeople(ctx: CommandContext<StaffAccount>): Promise<{ people: StaffPerson[] }> {
  authorizeCommand(ctx, 'seePeople');
  const rows = await ctx.sql<Row[]>`
    select s.account_id as "accountId", u."name" as name, u."email" as email, s.role,
           case when s.deactivated_at is not null then 'deactivated'
                when exists (select from "account" a where a."userId" = s.account_id and a."password" is not null)
                then 'active' else 'invited' end as state,
           coalesce(u."twoFactorEnabled", false) as "secondFactor",
           (select max(l.expires_at) from account_link l where l.account_id = s.account_id
             and l.used_at is null and l.revoked_at is null and l.expires_at > ${ctx.now()}) as "linkUntil"
    from staff s join "user" u on u."id" = s.account_id
    order by s.deactivated_at is not null, u."name", s.account_id`;
  const people = rows.map((row) => ({
    ...row,
    linkUntil: row.linkUntil?.toISOString() ?? null,
    self: row.accountId === ctx.actor.userId,
  }));
  return { people };
}
