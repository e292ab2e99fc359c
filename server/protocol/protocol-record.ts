import type { PersonRole } from '#shared/domain/codes.ts';
import type { ProtocolRecord, RecordPerson } from '#shared/protocol/record.ts';
import type { Tx } from '../db/sql.ts';

/** Facts beside the plan that a version says, as they are in this transaction. */
export type RecordFacts = Omit<ProtocolRecord, 'version' | 'previousSha256' | 'frozenAt'>;

/** Reads meeting, case, persons and participants for a version. */
export async function loadRecordFacts(tx: Tx, meetingId: string): Promise<RecordFacts> {
  const [row] = await tx<
    (RecordFacts['meeting'] & RecordFacts['case'] & { office: string; caseId: string })[]
  >`
    select m.id, m.number, m.type, m.mode, m.date, m.start_time as start, m.end_time as "end", m.place,
           m.moderator_id as "facilitatorId", c.id as "caseId", c.label, c.reference, c.custody,
           c.index_person_id as "childId", o.name as office
    from meeting m join plan_case c on c.id = m.case_id join organisation o on o.id = c.authority_id
    where m.id = ${meetingId}`;
  if (!row) {
    throw new Error(`meeting ${meetingId} is gone`);
  }
  const { label, reference, custody, childId, office, caseId, ...meeting } = row;
  return {
    meeting,
    case: { label, reference, custody, childId },
    office,
    persons: await loadPersons(tx, caseId),
    participants: await tx<RecordFacts['participants']>`
      select p.person_id as "personId", p.attendance, p.reason, p.attended as noted, p.attended_note as note
      from participation p join person on person.id = p.person_id
      where p.meeting_id = ${meetingId} and (p.removed_at is null or p.attended is not null) order by person.rank, p.id`,
  };
}

function loadPersons(tx: Tx, caseId: string): Promise<RecordPerson[]> {
  return tx<(RecordPerson & { roles: PersonRole[] })[]>`
    select person.id, display_name as "displayName", initials, first_name as "firstName",
           last_name as "lastName", roles, function, coalesce(o.name, '') as organisation, relation
    from person left join organisation o on o.id = person.organisation_id
    where case_id = ${caseId} order by rank, person.id`;
}
