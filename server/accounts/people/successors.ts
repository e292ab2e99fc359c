import { ADMINISTRATOR } from '#shared/access/account-roles.ts';
import { leads } from '#shared/access/parts.ts';
import { personRole } from '#shared/domain/codes.ts';
import { DomainError } from '../../access/domain-error.ts';
import type { Tx } from '../../db/sql.ts';

const LEADING = personRole.filter(leads);

/** Administrators who change each other at the same moment do it one after the other. */
export async function lockOffice(tx: Tx): Promise<void> {
  await tx`select from office for update`;
}

/**
 * Whoever looks after the accounts stays until somebody else does who can sign in.
 * @throws DomainError `last_administrator`
 */
export async function mustHaveAdministrator(tx: Tx, without: string): Promise<void> {
  const [other] = await tx`
    select from staff s join "account" a on a."userId" = s.account_id and a."password" is not null
    where s.role = ${ADMINISTRATOR} and s.deactivated_at is null and s.account_id <> ${without} limit 1`;
  if (!other) {
    throw new DomainError('last_administrator');
  }
}

/**
 * Whoever leads a meeting that goes on stays, unless somebody else there can lead it.
 * @throws DomainError `leads_meeting`
 */
export async function mustLeadNothing(tx: Tx, accountId: string): Promise<void> {
  const [led] = await tx`
    select from participation p
    join person on person.id = p.person_id and person.account_id = ${accountId}
    join meeting m on m.id = p.meeting_id
    join document plan on plan.meeting_id = m.id and plan.kind = 'plan'
    join plan_case c on c.id = m.case_id
    where p.removed_at is null and p.role in ${tx(LEADING)} and c.status <> 'archiviert'
      and plan.state <> 'sealed' and m.phase_started_at > now() - interval '12 hours'
      and not exists (
        select from participation o join person other on other.id = o.person_id
        left join staff s on s.account_id = other.account_id
        where o.meeting_id = m.id and o.id <> p.id and o.removed_at is null and o.role in ${tx(LEADING)}
          and (other.account_id is null or (s.account_id is not null and s.deactivated_at is null)))
    limit 1`;
  if (led) {
    throw new DomainError('leads_meeting');
  }
}
