import { type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { fitting } from '#shared/json.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import { type OwnPresence, type PresenceState, presenceState } from '#shared/wire/presence.ts';
import type { WritableStore } from '../../app/store.ts';

/** The own presence; changes are gathered and sent at most as often as the server passes them on. */
export interface OwnPresenceSender {
  set(change: OwnPresence): void;
  /** Moves to the awareness of another document, with what was said so far. */
  moveTo(awareness: Awareness): void;
  stop(): void;
}

const INTERVAL_MS = Math.ceil(1000 / LIMITS.awarenessPerSecond);

/** Sends the own presence through whatever awareness is current. */
export function createPresenceSender(): OwnPresenceSender {
  let own: OwnPresence = {};
  let awareness: Awareness | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastSent = 0;

  const send = (): void => {
    timer = null;
    lastSent = Date.now();
    awareness?.setLocalState({ ...own });
  };
  return {
    set(change) {
      own = { ...own, ...change };
      timer ??= setTimeout(send, Math.max(0, lastSent + INTERVAL_MS - Date.now()));
    },
    moveTo(next) {
      awareness = next;
      awareness.setLocalState({ ...own });
    },
    stop() {
      if (timer !== null) {
        clearTimeout(timer);
        timer = null;
      }
      awareness = null;
    },
  };
}

/**
 * Frames with the own state only. The stock provider sends everybody's state on again, which is
 * 1 200 messages for 60 moves among 20 people.
 */
export function onOwnPresence(awareness: Awareness, send: (state: Uint8Array) => void): () => void {
  const listener = (changed: { added: number[]; updated: number[]; removed: number[] }): void => {
    const clients = [...changed.added, ...changed.updated, ...changed.removed];
    if (clients.includes(awareness.clientID)) {
      send(encodeAwarenessUpdate(awareness, [awareness.clientID]));
    }
  };
  awareness.on('update', listener);
  return () => awareness.off('update', listener);
}

/** Keeps a store filled with the states of all others; those without a stamped identity are left out. */
export function watchOthers(
  awareness: Awareness,
  others: WritableStore<ReadonlyMap<number, PresenceState>>,
): () => void {
  const read = (): void => {
    const found = new Map<number, PresenceState>();
    for (const [client, state] of awareness.getStates()) {
      const stamped = client === awareness.clientID ? null : fitting(presenceState, state);
      if (stamped) {
        found.set(client, stamped);
      }
    }
    if (found.size > 0 || others.get().size > 0) {
      others.set(found);
    }
  };
  awareness.on('change', read);
  read();
  return () => awareness.off('change', read);
}
