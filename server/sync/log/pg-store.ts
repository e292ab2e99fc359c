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

interface DocumentRow {
  kind: string;
  meeting_id: string | null;
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
        const rows = await tx<DocumentRow[]>`
          update document set epoch = epoch + 1 where id = ${documentId}
          returning kind, meeting_id, epoch, state, schema_version, next_seq`;
        return rows[0] ? readDocument(tx, documentId, rows[0]) : null;
      }) as Promise<StoredDocument | null>,
    read: (documentId) =>
      sql.begin('isolation level repeatable read read only', async (tx) => {
        const rows = await tx<DocumentRow[]>`
          select kind, meeting_id, epoch, state, schema_version, next_seq from document where id = ${documentId}`;
        return rows[0] ? readDocument(tx, documentId, rows[0]) : null;
      }) as Promise<StoredDocument | null>,
    append: (entries) => append(sql, entries),
    appendTogether: (entries, also) =>
      sql.begin((tx) => appendTogether(tx, entries, also)) as Promise<readonly number[] | null>,
    transact: <T>(documentId: string, epoch: number, write: (tx: Tx) => Promise<T>) =>
      sql.begin(async (tx) => {
        await fence(tx, documentId, epoch);
        return write(tx);
      }) as Promise<T>,
    compact: async (documentId, epoch, uptoSeq, bytes, verify) => {
      await sql.begin(async (tx) => {
        await fence(tx, documentId, epoch);
        const rows = await tx<{ bytes: Uint8Array }[]>`
          insert into document_state (document_id, upto_seq, bytes)
          values (${documentId}, ${uptoSeq}, ${Buffer.from(bytes)})
          on conflict (document_id) do update
            set upto_seq = excluded.upto_seq, bytes = excluded.bytes, at = now()
            where document_state.upto_seq <= excluded.upto_seq
          returning bytes`;
        verify(rows[0]?.bytes ?? new Uint8Array());
        await tx`delete from document_update where document_id = ${documentId} and seq <= ${uptoSeq}`;
      });
    },
  };
}

/** Phase and state of a document; the phase is its meeting's. */
export function createPgFacts(sql: Sql): (documentId: string) => Promise<DocumentFacts | null> {
  return async (documentId) => {
    const rows = await sql<DocumentFacts[]>`
      select document.state, document.epoch, coalesce(meeting.phase, '') as phase,
        (select count(*) from protocol_version v where v.meeting_id = document.meeting_id) as versions
      from document left join meeting on meeting.id = document.meeting_id
      where document.id = ${documentId}`;
    const row = rows[0];
    return row
      ? { state: row.state, phase: row.phase, epoch: Number(row.epoch), versions: Number(row.versions) }
      : null;
  };
}

/** A document that is to be made. */
export interface NewDocument {
  id: string;
  kind: string;
  meetingId: string;
  /** First content, as one Yjs update (V1) made by the server. */
  seed: Uint8Array;
}

/** Makes a document with its first content, inside the transaction that makes what it belongs to. */
export async function insertDocument(tx: Tx, { id, kind, meetingId, seed }: NewDocument): Promise<void> {
  await tx`insert into document (id, kind, meeting_id, next_seq) values (${id}, ${kind}, ${meetingId}, 2)`;
  await tx`insert into document_update (document_id, seq, epoch, bytes)
    values (${id}, 1, 0, ${Buffer.from(seed)})`;
}

async function readDocument(tx: Tx, documentId: string, row: DocumentRow): Promise<StoredDocument> {
  const states = await tx<{ upto_seq: number; bytes: Uint8Array }[]>`
    select upto_seq, bytes from document_state where document_id = ${documentId}`;
  const compacted = states[0] ? { uptoSeq: Number(states[0].upto_seq), bytes: states[0].bytes } : null;
  const tail = await tx<LogRow[]>`
    select seq, bytes from document_update
    where document_id = ${documentId} and seq > ${compacted?.uptoSeq ?? 0} order by seq`;
  const claims = await tx<{ client_id: number; participation_id: string }[]>`
    select client_id, participation_id from document_client where document_id = ${documentId}`;
  return {
    kind: row.kind,
    meetingId: row.meeting_id,
    epoch: Number(row.epoch),
    state: row.state,
    schemaVersion: row.schema_version,
    nextSeq: Number(row.next_seq),
    compacted,
    tail: tail.map((row) => ({ seq: Number(row.seq), bytes: row.bytes })),
    claims: claims.map((row) => ({
      clientId: Number(row.client_id),
      participationId: row.participation_id,
    })),
  };
}

async function fence(tx: Tx, documentId: string, epoch: number): Promise<void> {
  const rows = await tx`select 1 from document where id = ${documentId} and epoch = ${epoch} for update`;
  if (rows.length === 0) {
    throw new StaleOwnerError(documentId);
  }
}

/**
 * One statement, so one transaction: takes the rows of all documents in one order (two owners of the same
 * documents must not wait for each other), keeps those whose epoch is still ours, gives the next number to
 * those that take edits, and writes. Its text never depends on the number of entries, so it stays
 * prepared. All travels as one piece of JSON, which costs the driver less than a list for each column.
 */
async function append(sql: Sql, entries: readonly LogEntry[]): Promise<AppendResult[]> {
  const rows = await sql<{ id: string; seq: number | null }[]>`
    with entry as (
      select * from json_to_recordset(${entriesAsJson(entries)}::text::json)
        as entry (document_id text, epoch bigint, base64 text)
    ), fenced as materialized (
      select document.id, document.epoch, entry.base64
      from document join entry on document.id = entry.document_id and document.epoch = entry.epoch
      order by document.id
      for update of document
    ), numbered as (
      update document set next_seq = document.next_seq + 1
      from fenced
      where document.id = fenced.id and fenced.base64 is not null and document.state in ('open', 'freezing')
      returning document.id, document.next_seq - 1 as seq, fenced.epoch, fenced.base64
    ), written as (
      insert into document_update (document_id, seq, epoch, bytes)
      select id, seq, epoch, decode(base64, 'base64') from numbered
    )${claiming(sql, entries)}
    select fenced.id, numbered.seq from fenced left join numbered on numbered.id = fenced.id`;
  const found = new Map(rows.map((row) => [row.id, row.seq]));
  return entries.map((entry) => resultOf(entry, found.get(entry.documentId)));
}

async function appendTogether(
  tx: Tx,
  entries: readonly LogEntry[],
  also: (tx: Tx) => Promise<void>,
): Promise<readonly number[] | null> {
  const rows = await tx<{ id: string; epoch: number; state: PlanState; next_seq: number }[]>`
    select id, epoch, state, next_seq from document
    where id = any(${entries.map(({ documentId }) => documentId)}) order by id for update`;
  const found = new Map(rows.map((row) => [row.id, row]));
  const seqs: number[] = [];
  for (const { documentId, epoch } of entries) {
    const row = found.get(documentId);
    if (!row || Number(row.epoch) !== epoch) {
      throw new StaleOwnerError(documentId);
    }
    if (row.state !== 'open' && row.state !== 'freezing') {
      return null;
    }
    seqs.push(Number(row.next_seq));
  }
  for (const [index, { documentId, epoch, update }] of entries.entries()) {
    await tx`update document set next_seq = next_seq + 1 where id = ${documentId}`;
    await tx`insert into document_update (document_id, seq, epoch, bytes)
      values (${documentId}, ${seqs[index] ?? 0}, ${epoch}, ${Buffer.from(update ?? [])})`;
  }
  await tx`insert into document_client (document_id, client_id, participation_id)
    select document_id, client_id, participation_id from json_to_recordset(${claimsAsJson(entries)}::text::json)
      as claim (document_id text, client_id bigint, participation_id text)
    on conflict do nothing`;
  await also(tx);
  return seqs;
}

function entriesAsJson(entries: readonly LogEntry[]): string {
  return JSON.stringify(
    entries.map(({ documentId, epoch, update }) => ({
      document_id: documentId,
      epoch,
      base64: update && Buffer.from(update).toString('base64'),
    })),
  );
}

/** The part that notes whose client ids are; left out where there are none, which is nearly always. */
function claiming(sql: Sql, entries: readonly LogEntry[]): ReturnType<Sql> {
  return entries.every(({ claims }) => claims.length === 0)
    ? sql``
    : sql`, claimed as (
      insert into document_client (document_id, client_id, participation_id)
      select claim.document_id, claim.client_id, claim.participation_id
      from json_to_recordset(${claimsAsJson(entries)}::text::json)
        as claim (document_id text, client_id bigint, participation_id text)
      join fenced on fenced.id = claim.document_id
      on conflict do nothing
    )`;
}

function claimsAsJson(entries: readonly LogEntry[]): string {
  const claims = entries.flatMap(({ documentId, claims }) =>
    claims.map(({ clientId, participationId }) => ({
      document_id: documentId,
      client_id: clientId,
      participation_id: participationId,
    })),
  );
  return JSON.stringify(claims);
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
