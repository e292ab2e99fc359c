import type { Sql, Tx } from '#server/db/sql.ts';
import { createMemoryStore } from '#server/sync/log/memory-store.ts';
import { createPgFacts, createPgStore, insertDocument } from '#server/sync/log/pg-store.ts';
import type { LogStore } from '#server/sync/log/store.ts';
import type { DocumentFacts } from '#server/sync/types.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import { type DatabaseKind, openTestDatabase } from '../database.ts';
import { plantMeeting } from '../sync-database.ts';

/** Where plans are durable, with the little that a run needs beside the log. */
export interface FuzzBase {
  store: LogStore;
  facts(documentId: string): Promise<DocumentFacts | null>;
  /** A document with its first content; each name becomes the participation `<document>-<name>`. */
  plant(documentId: string, kind: string, names: readonly string[], seed: Uint8Array): Promise<void>;
  setState(documentId: string, state: PlanState): Promise<void>;
  /** Freezes inside the writer's transaction, as the product does; gives the number of the last row. */
  freeze(tx: Tx, documentId: string): Promise<number>;
  close(): Promise<void>;
}

export const FUZZ_BASES = ['memory', 'embedded', 'postgres'] as const;
export type FuzzBaseKind = (typeof FUZZ_BASES)[number];

/** Opens a store of this kind, empty. */
export function openFuzzBase(kind: FuzzBaseKind): Promise<FuzzBase> {
  return kind === 'memory' ? openMemory() : openSql(kind);
}

async function openMemory(): Promise<FuzzBase> {
  const store = createMemoryStore();
  return {
    store,
    facts: async (documentId) => {
      const state = store.stateOf(documentId);
      return state ? { state, phase: 'ziele' } : null;
    },
    plant: async (documentId, kind, _names, seed) => store.createDocument(documentId, seed, kind),
    setState: async (documentId, state) => store.setState(documentId, state),
    async freeze(_tx, documentId) {
      store.setState(documentId, 'frozen');
      return lastRow(store, documentId);
    },
    close: async () => {},
  };
}

async function openSql(kind: DatabaseKind): Promise<FuzzBase> {
  const { sql, close } = await openTestDatabase(kind);
  const store = createPgStore(sql);
  return {
    store,
    facts: createPgFacts(sql),
    plant: async (documentId, kind, names, seed) => {
      await plantMeeting(sql, documentId, names);
      await sql.begin((tx) => insertDocument(tx, { id: documentId, kind, meetingId: documentId, seed }));
    },
    setState: async (documentId, state) => {
      await sql`update document set state = ${state} where id = ${documentId}`;
    },
    freeze: freezeRow,
    close,
  };
}

async function freezeRow(tx: Tx | Sql, documentId: string): Promise<number> {
  const [row] = await tx<{ last: number }[]>`
    update document set state = 'frozen' where id = ${documentId} returning next_seq - 1 as last`;
  return Number(row?.last);
}

/** Number of the last row of a plan's log. */
export async function lastRow(store: LogStore, documentId: string): Promise<number> {
  const plan = await store.read(documentId);
  if (!plan) {
    throw new Error(`there is no plan ${documentId}`);
  }
  return plan.nextSeq - 1;
}
