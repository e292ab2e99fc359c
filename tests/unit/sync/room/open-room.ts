import type * as Y from 'yjs';
import type { SyncLimits } from '#server/sync/limits.ts';
import { createMemoryStore, type MemoryStore } from '#server/sync/log/memory-store.ts';
import type { LogStore } from '#server/sync/log/store.ts';
import { createSyncHub, type SyncHubOptions } from '#server/sync/room/hub.ts';
import type { SyncHub } from '#server/sync/types.ts';
import type { ParticipantRole } from '#shared/access/parts.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { addGoal, readGoals } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { FakeSocket } from '../../../helpers/fake-socket.ts';
import { type HandTimers, handTimers, settle } from '../../../helpers/hand-timers.ts';
import { participant } from '../../../helpers/sync-server.ts';

/** The room of one plan: its log in memory, a clock by hand, sockets without a network. */

export const PLAN = 'plan';
/** Writes a goal. */
export const goal = (text: string) => (doc: Y.Doc) => {
  addGoal(doc, null, { textOwn: text }, ORIGIN.list);
};
/** What the goals of a document say. */
export const sentences = (doc: Y.Doc): string[] => readGoals(doc).map(({ sentence }) => sentence);

/** What they say in the log. */
export const sentencesIn = (hub: SyncHub): Promise<string[]> => hub.readCommitted(PLAN, sentences);

/** A store whose commits the test lets through, or makes fail. */
function gate(inner: LogStore): LogStore & { hold(): void; release(error?: Error): void; appends: number } {
  let held: { go: () => void; fail: (error: Error) => void }[] | null = null;
  return {
    ...inner,
    appends: 0,
    hold() {
      held = [];
    },
    release(error) {
      const waiting = held ?? [];
      held = null;
      for (const { go, fail } of waiting) {
        error ? fail(error) : go();
      }
    },
    async append(entries) {
      this.appends++;
      if (held) {
        await new Promise<void>((go, fail) => held?.push({ go, fail }));
      }
      return inner.append(entries);
    },
  };
}

export interface Room {
  memory: MemoryStore;
  store: ReturnType<typeof gate>;
  timers: HandTimers;
  /** What operators would hear of. */
  troubles: unknown[];
  /** The hub to which people come. */
  hub: SyncHub;
  /** Puts another hub, with these parts, on the same log. */
  reopen(parts?: Partial<SyncHubOptions>): SyncHub;
  /** Somebody who has the plan. */
  come(name: string, role?: ParticipantRole): Promise<FakeSocket>;
}

/** A room of its own for one test. */
export function openRoom(limits: Partial<SyncLimits> = {}): Room {
  const memory = createMemoryStore();
  memory.createDocument(PLAN, seedPlan(EMPTY_SEED));
  const store = gate(memory);
  const timers = handTimers();
  const troubles: unknown[] = [];
  const open = (parts: Partial<SyncHubOptions>): SyncHub =>
    createSyncHub({
      kinds: DOCUMENT_KINDS,
      store,
      timers,
      facts: async (documentId) => {
        const state = memory.stateOf(documentId);
        return state && { state, phase: 'ziele' };
      },
      onTrouble: (_planId, error) => troubles.push(error),
      ...parts,
    });
  const room: Room = {
    ...{ memory, store, timers, troubles },
    hub: open({ limits }),
    reopen(parts = {}) {
      room.hub = open(parts);
      return room.hub;
    },
    async come(name, role) {
      const socket = new FakeSocket();
      room.hub.connect(socket.asSocket(), PLAN, participant(name, role));
      socket.hello();
      await settle();
      socket.answer();
      await timers.pass(10);
      socket.told = [];
      return socket;
    },
  };
  return room;
}
