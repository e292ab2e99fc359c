import type { PlanState } from '#shared/wire/messages.ts';
import type { Tx } from '../../db/sql.ts';
import {
  type AppendResult,
  type Claim,
  type LogEntry,
  type LogRow,
  type LogStore,
  StaleOwnerError,
  type StoredDocument,
} from './store.ts';

interface MemoryDocument {
  kind: string;
  epoch: number;
  state: PlanState;
  nextSeq: number;
  compacted: StoredDocument['compacted'];
  log: LogRow[];
  claims: Map<number, string>;
}

/** A log in memory: the same rules as the database, for tests of everything above it. */
export interface MemoryStore extends LogStore {
  createDocument(documentId: string, seed?: Uint8Array, kind?: string): void;
  setState(documentId: string, state: PlanState): void;
  stateOf(documentId: string): PlanState | null;
}

/** An empty store. A transaction gives no SQL; tests change the state through `setState`. */
export function createMemoryStore(): MemoryStore {
  const documents = new Map<string, MemoryDocument>();
  const owned = (documentId: string, epoch: number): MemoryDocument => {
    const document = documents.get(documentId);
    if (document?.epoch !== epoch) {
      throw new StaleOwnerError(documentId);
    }
    return document;
  };
  return {
    createDocument(documentId, seed, kind = 'plan') {
      documents.set(documentId, emptyDocument(seed, kind));
    },
    setState(documentId, state) {
      const document = documents.get(documentId);
      if (document) {
        document.state = state;
      }
    },
    stateOf: (documentId) => documents.get(documentId)?.state ?? null,
    async claim(documentId) {
      const document = documents.get(documentId);
      if (!document) {
        return null;
      }
      document.epoch++;
      return stored(document);
    },
    async read(documentId) {
      const document = documents.get(documentId);
      return document ? stored(document) : null;
    },
    async append(entries) {
      return entries.map((entry) => appendTo(documents.get(entry.documentId), entry));
    },
    async appendTogether(entries, also) {
      const all = entries.map((entry) => ({ entry, document: owned(entry.documentId, entry.epoch) }));
      if (all.some(({ document: { state } }) => state !== 'open' && state !== 'freezing')) {
        return null;
      }
      await also(NO_SQL);
      return all.map(({ entry, document }) => {
        const result = appendTo(document, entry);
        return result.kind === 'committed' ? (result.seq ?? 0) : 0;
      });
    },
    async transact(documentId, epoch, write) {
      const document = owned(documentId, epoch);
      const before = { ...document };
      try {
        return await write(NO_SQL);
      } catch (error) {
        Object.assign(document, before);
        throw error;
      }
    },
    async compact(documentId, epoch, uptoSeq, bytes, verify) {
      const document = owned(documentId, epoch);
      const kept = bytes.slice();
      verify(kept);
      document.compacted = { uptoSeq, bytes: kept };
      document.log = document.log.filter(({ seq }) => seq > uptoSeq);
    },
  };
}

/** There is no database behind this store: asking it is a mistake of the test. */
const NO_SQL = new Proxy((() => {}) as unknown as Tx, {
  apply: () => {
    throw new Error('the memory store speaks no SQL');
  },
});

function emptyDocument(seed: Uint8Array | undefined, kind: string): MemoryDocument {
  return {
    kind,
    epoch: 0,
    state: 'open',
    nextSeq: seed ? 2 : 1,
    compacted: null,
    log: seed ? [{ seq: 1, bytes: seed }] : [],
    claims: new Map(),
  };
}

function appendTo(document: MemoryDocument | undefined, entry: LogEntry): AppendResult {
  if (document?.epoch !== entry.epoch) {
    return { kind: 'stale' };
  }
  for (const { clientId, participationId } of entry.claims) {
    if (!document.claims.has(clientId)) {
      document.claims.set(clientId, participationId);
    }
  }
  if (entry.update === null) {
    return { kind: 'committed', seq: null };
  }
  if (document.state !== 'open' && document.state !== 'freezing') {
    return { kind: 'locked' };
  }
  const seq = document.nextSeq++;
  document.log.push({ seq, bytes: entry.update.slice() });
  return { kind: 'committed', seq };
}

function stored(document: MemoryDocument): StoredDocument {
  const from = document.compacted?.uptoSeq ?? 0;
  const claims: Claim[] = [...document.claims].map(([clientId, participationId]) => ({
    clientId,
    participationId,
  }));
  return {
    kind: document.kind,
    meetingId: null,
    epoch: document.epoch,
    state: document.state,
    schemaVersion: 1,
    nextSeq: document.nextSeq,
    compacted: document.compacted,
    tail: document.log.filter(({ seq }) => seq > from),
    claims,
  };
}
