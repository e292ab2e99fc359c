import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import type { Sql, Tx } from '../db/sql.ts';
import type { Actor } from './actor.ts';

/** What something is asked about, with what decides who reaches it. */
export type Subject =
  | { kind: 'server' }
  | { kind: 'account'; id: string }
  | { kind: 'passkey'; id: string; accountId: string }
  | { kind: 'case'; id: string }
  /** `accounts`: those of staff that have a seat there now. */
  | { kind: 'meeting'; id: string; accounts: readonly string[] }
  | { kind: 'participation'; id: string; meetingId: string }
  | { kind: 'device'; id: string; meetingId: string }
  /** `owner`: the only participation that may open it; null where it is shared. */
  | { kind: 'document'; id: string; meetingId: string | null; owner: string | null }
  /** `meetingIds`: the meeting that made it, and those that start from it. */
  | { kind: 'version'; id: string; meetingIds: readonly string[] };

export type SubjectKind = Subject['kind'];

/** The only one of its kind. */
export const SERVER: Subject = { kind: 'server' };

/** The meeting at which this device sits. */
export function meetingOf({ meetingId }: Actor): Subject {
  return { kind: 'meeting', id: meetingId, accounts: [] };
}

/** The participation that this device belongs to. */
export function participationOf({ participationId, meetingId }: Actor): Subject {
  return { kind: 'participation', id: participationId, meetingId };
}

/** What is of no kind that is known here is not there. */
const KINDS = DOCUMENT_KINDS.map(({ name }) => name);

type Stored = Exclude<SubjectKind, 'server'>;
type Find = (sql: Sql | Tx, id: string) => Promise<Subject[]>;

const FIND: Record<Stored, Find> = {
  account: (sql, id) =>
    sql<Subject[]>`select 'account' as kind, account_id as id from staff where account_id = ${id}`,
  passkey: (sql, id) => sql<Subject[]>`
    select 'passkey' as kind, id, account_id as "accountId" from passkey where id = ${id}`,
  case: (sql, id) => sql<Subject[]>`select 'case' as kind, id from plan_case where id = ${id}`,
  meeting: (sql, id) => sql<Subject[]>`
    select 'meeting' as kind, m.id, array(
      select person.account_id from participation p join person on person.id = p.person_id
      where p.meeting_id = m.id and p.removed_at is null and person.account_id is not null
        and c.status <> 'archiviert') as accounts
    from meeting m join plan_case c on c.id = m.case_id where m.id = ${id}`,
  participation: (sql, id) => sql<Subject[]>`
    select 'participation' as kind, id, meeting_id as "meetingId" from participation where id = ${id}`,
  device: (sql, id) => sql<Subject[]>`
    select 'device' as kind, d.id, p.meeting_id as "meetingId"
    from device d join participation p on p.id = d.participation_id where d.id = ${id}`,
  document: (sql, id) => sql<Subject[]>`
    select 'document' as kind, id, meeting_id as "meetingId", owner_participation as owner
    from document where id = ${id} and kind = any(${KINDS})`,
  version: (sql, id) => sql<Subject[]>`
    select 'version' as kind, v.id,
      array(select m.id from meeting m where m.id = v.meeting_id or m.previous_version_id = v.id) as "meetingIds"
    from protocol_version v where v.id = ${id}`,
};

/** Looks a subject up by its id; null where there is none. */
export async function findSubject(sql: Sql | Tx, kind: Stored, id: string): Promise<Subject | null> {
  const [subject] = await FIND[kind](sql, id);
  return subject ?? null;
}
