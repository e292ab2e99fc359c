import { createStore } from '../app/store.ts';
import type { SaveState, Store } from './types.ts';

/** What is known about the connection and what the server confirmed. */
export interface SaveInputs {
  connected: boolean;
  synced: boolean;
  /** Changes without a confirmation, as a person counts them; 0 only when there is none. */
  pending: number;
  /** Fields whose words are in no document yet. */
  drafts: number;
  /** Entries in the box of what was not taken over. */
  refused: number;
}

/** A connection that comes back within this time is not announced as lost. */
const GRACE_MS = 1_500;

/** Turns facts into the state that is shown. Only the word "offline" waits a moment, never "saved". */
export function createSaveState(): {
  store: Store<SaveState>;
  tell(facts: SaveInputs): void;
  close(code: number): void;
  isClosed(): boolean;
  stop(): void;
} {
  const store = createStore<SaveState>({ kind: 'saving', pending: 0 });
  let facts: SaveInputs = { connected: false, synced: false, pending: 0, drafts: 0, refused: 0 };
  let graceOver = false;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const show = (): void => {
    if (!closed) {
      const next = saveStateOf(facts, graceOver);
      if (!isSame(store.get(), next)) {
        store.set(next);
      }
    }
  };
  const stop = (): void => {
    if (timer !== null) {
      clearTimeout(timer);
      timer = null;
    }
  };
  return {
    store,
    tell(next) {
      facts = next;
      if (facts.connected) {
        stop();
        graceOver = false;
      } else {
        timer ??= setTimeout(() => {
          graceOver = true;
          show();
        }, GRACE_MS);
      }
      show();
    },
    close(code) {
      stop();
      closed = true;
      store.set({ kind: 'closed', code });
    },
    isClosed: () => closed,
    stop,
  };
}

/** "Saved" needs a connection, a finished comparison and every local change confirmed. */
export function saveStateOf(facts: SaveInputs, lost: boolean): SaveState {
  if (!facts.connected && lost) {
    return { kind: 'offline', pending: facts.pending };
  }
  if (facts.refused > 0) {
    return { kind: 'refused', count: facts.refused };
  }
  if (facts.connected && facts.synced && facts.pending === 0) {
    return facts.drafts > 0 ? { kind: 'draft', count: facts.drafts } : { kind: 'saved' };
  }
  return { kind: 'saving', pending: facts.pending };
}

function isSame(a: SaveState, b: SaveState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
