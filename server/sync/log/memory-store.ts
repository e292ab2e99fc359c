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

interface MemoryPlan {
  epoch: number;
  state: PlanState;
  nextSeq: number;
  compacted: StoredDocument['compacted'];
  log: LogRow[];
  claims: Map<number, string>;
}

/** A log in memory: the same rules as the database, for tests of everything above it. */
export interface MemoryStore extends LogStore {
  createPlan(documentId: string, seed?: Uint8Array): void;
  setState(documentId: string, state: PlanState): void;
  stateOf(documentId: string): PlanState | null;
}

/** An empty store. A transaction gives no SQL; tests change the state through `setState`. */
export function createMemoryStore(): MemoryStore {
  const plans = new Map<string, MemoryPlan>();
  const owned = (documentId: string, epoch: number): MemoryPlan => {
    const plan = plans.get(documentId);
    if (plan?.epoch !== epoch) {
      throw new StaleOwnerError(documentId);
    }
    return plan;
  };
  return {
    createPlan(documentId, seed) {
      plans.set(documentId, emptyPlan(seed));
    },
    setState(documentId, state) {
      const plan = plans.get(documentId);
      if (plan) {
        plan.state = state;
      }
    },
    stateOf: (documentId) => plans.get(documentId)?.state ?? null,
    async claim(documentId) {
      const plan = plans.get(documentId);
      if (!plan) {
        return null;
      }
      plan.epoch++;
      return stored(plan);
    },
    async read(documentId) {
      const plan = plans.get(documentId);
      return plan ? stored(plan) : null;
    },
    async append(entries) {
      return entries.map((entry) => appendTo(plans.get(entry.documentId), entry));
    },
    async transact(documentId, epoch, write) {
      const plan = owned(documentId, epoch);
      const before = { ...plan };
      try {
        return await write(NO_SQL);
      } catch (error) {
        Object.assign(plan, before);
        throw error;
      }
    },
    async compact(documentId, epoch, uptoSeq, bytes, verify) {
      const plan = owned(documentId, epoch);
      const kept = bytes.slice();
      verify(kept);
      plan.compacted = { uptoSeq, bytes: kept };
      plan.log = plan.log.filter(({ seq }) => seq > uptoSeq);
    },
  };
}

/** There is no database behind this store: asking it is a mistake of the test. */
const NO_SQL = new Proxy((() => {}) as unknown as Tx, {
  apply: () => {
    throw new Error('the memory store speaks no SQL');
  },
});

function emptyPlan(seed: Uint8Array | undefined): MemoryPlan {
  return {
    epoch: 0,
    state: 'open',
    nextSeq: seed ? 2 : 1,
    compacted: null,
    log: seed ? [{ seq: 1, bytes: seed }] : [],
    claims: new Map(),
  };
}

function appendTo(plan: MemoryPlan | undefined, entry: LogEntry): AppendResult {
  if (plan?.epoch !== entry.epoch) {
    return { kind: 'stale' };
  }
  for (const { clientId, participationId } of entry.claims) {
    if (!plan.claims.has(clientId)) {
      plan.claims.set(clientId, participationId);
    }
  }
  if (entry.update === null) {
    return { kind: 'committed', seq: null };
  }
  if (plan.state !== 'open' && plan.state !== 'freezing') {
    return { kind: 'locked' };
  }
  const seq = plan.nextSeq++;
  plan.log.push({ seq, bytes: entry.update.slice() });
  return { kind: 'committed', seq };
}

function stored(plan: MemoryPlan): StoredDocument {
  const from = plan.compacted?.uptoSeq ?? 0;
  const claims: Claim[] = [...plan.claims].map(([clientId, participationId]) => ({
    clientId,
    participationId,
  }));
  return {
    epoch: plan.epoch,
    state: plan.state,
    schemaVersion: 1,
    nextSeq: plan.nextSeq,
    compacted: plan.compacted,
    tail: plan.log.filter(({ seq }) => seq > from),
    claims,
  };
}
