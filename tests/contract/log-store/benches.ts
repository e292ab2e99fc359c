import { createMemoryStore } from '#server/sync/log/memory-store.ts';
import { createPgStore, insertDocument } from '#server/sync/log/pg-store.ts';
import type { LogEntry, LogStore, StoredDocument } from '#server/sync/log/store.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import { DATABASE_KINDS, openTestDatabase } from '../../helpers/database.ts';
import { plantMeeting } from '../../helpers/sync-database.ts';

/** One store under test, with the little that the suite needs beside it. */
export interface Bench {
  store: LogStore;
  createDocument(documentId: string, kind: string, seed?: Uint8Array): Promise<void>;
  setState(documentId: string, state: PlanState): Promise<void>;
  /** Participations that claims may name. */
  participations: readonly [string, string];
  close(): Promise<void>;
}

/** An update that says nothing. */
export const SEED = Uint8Array.of(0, 0);
export const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

async function openMemory(): Promise<Bench> {
  const store = createMemoryStore();
  return {
    store,
    createDocument: async (documentId, kind, seed) => store.createDocument(documentId, seed, kind),
    setState: async (documentId, state) => store.setState(documentId, state),
    participations: ['anna', 'ben'],
    close: async () => {},
  };
}

async function openSql(database: (typeof DATABASE_KINDS)[number]): Promise<Bench> {
  const { sql, close } = await openTestDatabase(database);
  await plantMeeting(sql, 'people', ['anna', 'ben']);
  return {
    store: createPgStore(sql),
    createDocument: async (documentId, kind, seed = SEED) => {
      await plantMeeting(sql, documentId, []);
      await sql.begin((tx) => insertDocument(tx, { id: documentId, kind, meetingId: documentId, seed }));
    },
    setState: async (documentId, state) => {
      await sql`update document set state = ${state} where id = ${documentId}`;
    },
    participations: ['people-anna', 'people-ben'],
    close,
  };
}

/** Every store, by name. */
export const OPENERS: [string, () => Promise<Bench>][] = [
  ['memory', openMemory],
  ...DATABASE_KINDS.map((kind): [string, () => Promise<Bench>] => [kind, () => openSql(kind)]),
];

let documents = 0;

/** A fresh document with its first owner. */
export async function owned(
  bench: Bench,
  kind = 'plan',
): Promise<{ documentId: string; plan: StoredDocument }> {
  const documentId = `${kind}-${++documents}`;
  await bench.createDocument(documentId, kind, SEED);
  const plan = await bench.store.claim(documentId);
  if (!plan) {
    throw new Error('the document that was just made is not there');
  }
  return { documentId, plan };
}

/** A row that is to be written. */
export const entry = (documentId: string, epoch: number, ...update: number[]): LogEntry => ({
  documentId,
  epoch,
  update: bytes(...update),
  claims: [],
});

/** The rows of a document, each with its number first. */
export const rowsOf = async (bench: Bench, documentId: string): Promise<number[][]> =>
  ((await bench.store.read(documentId))?.tail ?? []).map((row) => [row.seq, ...row.bytes]);
