import type { OfficeAnswer } from '#shared/api/account-answers.ts';
import type { OfficeBody } from '#shared/api/account-bodies.ts';
import type { FamilyHelp } from '#shared/api/view.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import type { StaffAccount } from '../access/principals.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Sql, Tx } from '../db/sql.ts';

/** What is known of the office; empty words until it is set up. */
export async function loadOffice(sql: Sql | Tx): Promise<OfficeAnswer> {
  const [row] = await sql<OfficeAnswer[]>`
    select name, address, phone, email, ombuds_name as "ombudsName", ombuds_phone as "ombudsPhone", complaint
    from office`;
  if (!row) {
    throw new Error('the row of the office is missing');
  }
  return row;
}

/** What of it stands where families decide; null until it is set up. */
export async function loadFamilyHelp(sql: Sql | Tx): Promise<FamilyHelp | null> {
  const [row] = await sql<FamilyHelp[]>`
    select ombuds_name as "ombudsName", ombuds_phone as "ombudsPhone", complaint
    from office where set_at is not null`;
  return row ?? null;
}

/** Writes what families and colleagues are told about the office. */
export async function saveOffice(tx: Tx, office: OfficeBody): Promise<void> {
  await tx`update office set name = ${office.name}, address = ${office.address}, phone = ${office.phone},
    email = ${office.email}, ombuds_name = ${office.ombudsName}, ombuds_phone = ${office.ombudsPhone},
    complaint = ${office.complaint}, set_at = now()`;
}

/** An administrator corrects it; open tables show it with their next view. */
export async function changeOffice(ctx: CommandContext<StaffAccount>, office: OfficeBody): Promise<void> {
  authorizeCommand(ctx, 'changeOffice');
  await ctx.sql.begin(async (tx) => {
    await saveOffice(tx, office);
    const subject = { kind: 'account', id: ctx.actor.userId } as const;
    await appendAuditEvent(tx, subject, { type: 'office_changed', body: {} });
  });
}
