import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { createMemoryStore } from '#server/sync/log/memory-store.ts';
import { createSyncHub } from '#server/sync/room/hub.ts';
import { systemTimers, type Timers } from '#server/sync/timers.ts';
import type { SyncHub } from '#server/sync/types.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { participant } from '../sync-server.ts';

/** The plan at which people come and go, and the plans that are loaded and left. */
export const PLAN = 'busy';
export const IDLE_PLANS = Array.from({ length: 100 }, (_, index) => `idle-${index}`);

/** Timers that count what still waits. */
export interface CountedTimers extends Timers {
  waiting(): number;
}

/** A hub with real sockets, over plans of the usual size. */
export interface MemoryHouse {
  hub: SyncHub;
  /** The way in for all sockets. */
  connect: SyncHub['connect'];
  port: number;
  timers: CountedTimers;
  /** What the hub could not do. */
  troubles: unknown[];
  /** Real sockets of this side that something still holds. */
  held(): number;
  /** Bytes that wait in this process for the slowest reader. */
  buffered(): number;
  close(): Promise<void>;
}

/**
 * Opens the house. Waits are short: what the product does in half a minute shall happen within the test.
 * @param leaks keeps every socket in a set, on purpose
 */
export async function openMemoryHouse(leaks: boolean): Promise<MemoryHouse> {
  const timers = countedTimers();
  const troubles: unknown[] = [];
  const store = createMemoryStore();
  for (const plan of [PLAN, ...IDLE_PLANS]) {
    store.createDocument(plan, usualPlan());
  }
  const hub = createSyncHub({
    kinds: DOCUMENT_KINDS,
    store,
    facts: async () => ({ state: 'open', phase: 'ziele' }),
    timers,
    onTrouble: (_planId, error) => troubles.push(error),
    limits: {
      sweepMs: 20,
      roomIdleMs: 40,
      bufferedTimeoutMs: 300,
      messagesBurst: 1_000_000,
      bytesBurst: 1_000_000_000,
      // A text that is written anew thousands of times is weighed as what is left of it.
      measureMs: 0,
    },
  });
  const kept = new Set<unknown>();
  const connect: SyncHub['connect'] = (socket, ...rest) => {
    if (leaks) {
      kept.add(socket);
    }
    hub.connect(socket, ...rest);
  };
  const http = createServer();
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  const seen: WeakRef<object>[] = [];
  sockets.on('connection', (socket, request) => {
    seen.push(new WeakRef(socket));
    connect(socket, PLAN, participant((request.url ?? '').slice(1)));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    hub,
    connect,
    port: (http.address() as AddressInfo).port,
    timers,
    troubles,
    held: () => seen.filter((reference) => reference.deref() !== undefined).length,
    buffered: () => Math.max(0, ...[...sockets.clients].map(({ bufferedAmount }) => bufferedAmount)),
    async close() {
      await hub.close();
      sockets.close();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function countedTimers(): CountedTimers {
  const waiting = new Set<object>();
  return {
    now: systemTimers.now,
    after(ms, task) {
      const entry = {};
      waiting.add(entry);
      const cancel = systemTimers.after(ms, () => {
        waiting.delete(entry);
        task();
      });
      return () => {
        waiting.delete(entry);
        cancel();
      };
    },
    waiting: () => waiting.size,
  };
}

/** Forty goals with a sentence each. */
function usualPlan(): Uint8Array {
  const goals = Array.from({ length: 40 }, (_, index) => ({
    id: `goal-${index}`,
    textAgreed: `Wir essen an vier Abenden in der Woche zusammen (${index}).`,
    children: [],
  }));
  return seedPlan({ ...EMPTY_SEED, leitziel: 'Zusammen zurechtkommen.', goals });
}
