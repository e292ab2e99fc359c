import { expect, onTestFinished } from 'vitest';
import type * as Y from 'yjs';
import type { SyncLimits } from '#server/sync/limits.ts';
import { createMemoryStore, type MemoryStore } from '#server/sync/log/memory-store.ts';
import { createSyncHub } from '#server/sync/room/hub.ts';
import type { SyncHub } from '#server/sync/types.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { FakeSocket } from '../../../helpers/fake-socket.ts';
import { type HandTimers, handTimers, settle } from '../../../helpers/hand-timers.ts';
import { participant } from '../../../helpers/sync-server.ts';

/** A plan whose limits a test sets, and people who write until it is full. */

export type Write = (doc: Y.Doc) => void;
/** A sentence that takes room. */
export const WORDS = 'x'.repeat(1_000);
/** Writes a goal under this id. */
export const goal =
  (id: string, textOwn = ''): Write =>
  (doc) => {
    addGoal(doc, null, { id, textOwn }, ORIGIN.list);
  };

export interface Plan {
  memory: MemoryStore;
  timers: HandTimers;
  hub: SyncHub;
  /** Ends the hub and puts another one, with the same limits, on the same log. */
  restart(): Promise<void>;
  come(name: string, plan?: string): Promise<FakeSocket>;
  /** What the server says to one edit. As the client does, what is refused is thrown away. */
  answerTo(socket: FakeSocket, write: Write): Promise<string>;
  /** A fresh page of the same person. */
  again(socket: FakeSocket): Promise<FakeSocket>;
  /** Somebody at a plan that takes nothing more. */
  filled(): Promise<FakeSocket>;
}

/** A plan of its own for one test, and another one beside it. */
export function openPlan(limits: Partial<SyncLimits>): Plan {
  const memory = createMemoryStore();
  memory.createDocument('plan', seedPlan(EMPTY_SEED));
  memory.createDocument('other', seedPlan(EMPTY_SEED));
  const timers = handTimers();
  const open = (): SyncHub =>
    createSyncHub({
      kinds: DOCUMENT_KINDS,
      store: memory,
      timers,
      limits: { messagesBurst: 100_000, shareOfOne: 1, ...limits },
      facts: async (documentId) => {
        const state = memory.stateOf(documentId);
        return state && { state, phase: 'ziele' };
      },
    });
  const plan: Plan = {
    ...{ memory, timers },
    hub: open(),
    async restart() {
      await plan.hub.close();
      plan.hub = open();
    },
    async come(name, documentId = 'plan') {
      const socket = new FakeSocket();
      plan.hub.connect(socket.asSocket(), documentId, participant(name));
      socket.hello();
      await settle();
      socket.answer();
      await timers.pass(10);
      return socket;
    },
    async answerTo(socket, write) {
      const before = socket.of('nack').length;
      const acked = socket.of('ack').at(-1)?.n ?? 0;
      socket.write(write);
      await timers.pass(20);
      const nack = socket.of('nack').slice(before)[0];
      return nack?.code ?? ((socket.of('ack').at(-1)?.n ?? 0) > acked ? 'taken' : 'nothing');
    },
    again(socket) {
      socket.drop();
      return plan.come('anna');
    },
    async filled() {
      const anna = await plan.come('anna');
      for (let n = 0; ; n++) {
        if ((await plan.answerTo(anna, goal(`g${n}`, WORDS))) === 'quota') {
          expect(n).toBeGreaterThan(10);
          return plan.again(anna);
        }
      }
    },
  };
  onTestFinished(() => plan.hub.close());
  return plan;
}
