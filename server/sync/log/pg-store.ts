import type { PlanState } from '#shared/wire/messages.ts';
import type { Sql, Tx } from '../../db/sql.ts';
import type { DocumentFacts } from '../types.ts';
import {
  type AppendResult,
  type LogEntry,
  type LogRow,
  type LogStore,
  StaleOwnerError,
  type StoredDocument,
} from './store.ts';

interface PlanRow {
  meeting_id: string;
  epoch: number;
  state: PlanState;
  schema_version: number;
  next_seq: number;
}

/** The log in PostgreSQL 15, on a server or embedded. */
export function createPgStore(sql: Sql): LogStore {
  return {
    claim: (documentId) =>
      sql.begin(async (tx) => {
        const rows = await tx<PlanRow[]>`
          update plan set epoch = epoch + 1 where id = ${documentId}
          returning meeting_id, epoch, state, schema_version, next_seq`;
        return rows[0] ? readPlanRows(tx, documentId, rows[0]) : null;
      }) as Promise<StoredDocument | null>,
    read: (documentId) =>
      sql.begin('isolation level repeatable read read only', async (tx) => {
        const rows = await tx<PlanRow[]>`
          select meeting_id, epoch, state, schema_version, next_seq from plan where id = ${documentId}`;
        return rows[0] ? readPlanRows(tx, documentId, rows[0]) : null;
      }) as Promise<StoredDocument | null>,
    append: (entries) => append(sql, entries),
    transact: <T>(documentId: string, epoch: number, write: (tx: Tx) => Promise<T>) =>
      sql.begin(async (tx) => {
        await fence(tx, documentId, epoch);
        return write(tx);
      }) as Promise<T>,
    compact: async (documentId, epoch, uptoSeq, bytes, verify) => {
      await sql.begin(async (tx) => {
        await fence(tx, documentId, epoch);
        const rows = await tx<{ bytes: Uint8Array }[]>`
          insert into plan_state (plan_id, upto_seq, bytes)
          values (${documentId}, ${uptoSeq}, ${Buffer.from(bytes)})
          on conflict (plan_id) do update
            set upto_seq = excluded.upto_seq, bytes = excluded.bytes, at = now()
            where plan_state.upto_seq <= excluded.upto_seq
          returning bytes`;
        verify(rows[0]?.bytes ?? new Uint8Array());
        await tx`delete from plan_update where plan_id = ${documentId} and seq <= ${uptoSeq}`;
      });
    },
  };
}

/** Phase and state of a plan, from its meeting. */
export function createPgFacts(sql: Sql): (documentId: string) => Promise<DocumentFacts | null> {
  return async (documentId) => {
    const rows = await sql<DocumentFacts[]>`
      select plan.state, plan.epoch, meeting.phase
      from plan join meeting on meeting.id = plan.meeting_id
      where plan.id = ${documentId}`;
    const row = rows[0];
    return row ? { state: row.state, phase: row.phase, epoch: Number(row.epoch) } : null;
  };
}

/**
 * Creates the plan of a meeting with its first content. Runs inside the transaction that creates the
 * meeting. `seed` is a V1 update made by the server (`seedPlan`).
 */
export async function insertPlan(
  tx: Tx,
  documentId: string,
  meetingId: string,
  seed: Uint8Array,
): Promise<void> {
  await tx`insert into plan (id, meeting_id, next_seq) values (${documentId}, ${meetingId}, 2)`;
  await tx`insert into plan_update (plan_id, seq, epoch, bytes) values (${documentId}, 1, 0, ${Buffer.from(seed)})`;
}

async function readPlanRows(tx: Tx, documentId: string, plan: PlanRow): Promise<StoredDocument> {
  const states = await tx<{ upto_seq: number; bytes: Uint8Array }[]>`
    select upto_seq, bytes from plan_state where plan_id = ${documentId}`;
  const compacted = states[0] ? { uptoSeq: Number(states[0].upto_seq), bytes: states[0].bytes } : null;
  const tail = await tx<LogRow[]>`
    select seq, bytes from plan_update
    where plan_id = ${documentId} and seq > ${compacted?.uptoSeq ?? 0} order by seq`;
  const claims = await tx<{ client_id: number; participation_id: string }[]>`
    select client_id, participation_id from plan_client where plan_id = ${documentId}`;
  return {
    kind: 'plan',
    meetingId: plan.meeting_id,
    epoch: Number(plan.epoch),
    state: plan.state,
    schemaVersion: plan.schema_version,
    nextSeq: Number(plan.next_seq),
    compacted,
    tail: tail.map((row) => ({ seq: Number(row.seq), bytes: row.bytes })),
    claims: claims.map((row) => ({
      clientId: Number(row.client_id),
      participationId: row.participation_id,
    })),
  };
}

async function fence(tx: Tx, documentId: string, epoch: number): Promise<void> {
  const rows = await tx`select 1 from plan where id = ${documentId} and epoch = ${epoch} for update`;
  if (rows.length === 0) {
    throw new StaleOwnerError(documentId);
  }
}

/**
 * One statement, so one transaction: takes the rows of all plans in one order (two owners of the same
 * plans must not wait for each other), keeps those whose epoch is still ours, gives the next number to
 * those that take edits, and writes. Its text never depends on the number of entries, so it stays
 * prepared. All travels as one piece of JSON, which costs the driver less than a list for each column.
 */
async function append(sql: Sql, entries: readonly LogEntry[]): Promise<AppendResult[]> {
  const rows = await sql<{ id: string; seq: number | null }[]>`
    with entry as (
      select * from json_to_recordset(${entriesAsJson(entries)}::text::json)
        as entry (plan_id text, epoch bigint, base64 text)
    ), fenced as materialized (
      select plan.id, plan.epoch, entry.base64
      from plan join entry on plan.id = entry.plan_id and plan.epoch = entry.epoch
      order by plan.id
      for update of plan
    ), numbered as (
      update plan set next_seq = plan.next_seq + 1
      from fenced
      where plan.id = fenced.id and fenced.base64 is not null and plan.state in ('open', 'freezing')
      returning plan.id, plan.next_seq - 1 as seq, fenced.epoch, fenced.base64
    ), written as (
      insert into plan_update (plan_id, seq, epoch, bytes)
      select id, seq, epoch, decode(base64, 'base64') from numbered
    )${claiming(sql, entries)}
    select fenced.id, numbered.seq from fenced left join numbered on numbered.id = fenced.id`;
  const found = new Map(rows.map((row) => [row.id, row.seq]));
  return entries.map((entry) => resultOf(entry, found.get(entry.documentId)));
}

function entriesAsJson(entries: readonly LogEntry[]): string {
  return JSON.stringify(
    entries.map(({ documentId, epoch, update }) => ({
      plan_id: documentId,
      epoch,
      base64: update && Buffer.from(update).toString('base64'),
    })),
  );
}

/** The part that notes whose client ids are; left out where there are none, which is nearly always. */
function claiming(sql: Sql, entries: readonly LogEntry[]): ReturnType<Sql> {
  const claims = entries.flatMap(({ documentId, claims }) =>
    claims.map(({ clientId, participationId }) => ({
      plan_id: documentId,
      client_id: clientId,
      participation_id: participationId,
    })),
  );
  return claims.length === 0
    ? sql``
    : sql`, claimed as (
      insert into plan_client (plan_id, client_id, participation_id)
      select claim.plan_id, claim.client_id, claim.participation_id
      from json_to_recordset(${JSON.stringify(claims)}::text::json)
        as claim (plan_id text, client_id bigint, participation_id text)
      join fenced on fenced.id = claim.plan_id
      on conflict do nothing
    )`;
}

function resultOf(entry: LogEntry, seq: number | null | undefined): AppendResult {
  if (seq === undefined) {
    return { kind: 'stale' };
  }
  if (entry.update === null) {
    return { kind: 'committed', seq: null };
  }
  return seq === null ? { kind: 'locked' } : { kind: 'committed', seq: Number(seq) };
}
