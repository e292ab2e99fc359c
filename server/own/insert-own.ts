import type { Tx } from '../db/sql.ts';

/**
 * Makes the document that only its owner receives, for every participation of a meeting with a person.
 * Runs inside the transaction that makes the participations.
 */
export async function insertOwnDocuments(tx: Tx, meetingId: string): Promise<void> {
  await tx`insert into document (id, kind, meeting_id, owner_participation)
    select gen_random_uuid()::text, 'own', p.meeting_id, p.id from participation p
    where p.meeting_id = ${meetingId} and p.person_id is not null
    on conflict do nothing`;
}
