import type { NackName } from '#shared/wire/messages.ts';
import { createStore } from '../../app/store.ts';
import type { RefusedText, Store } from '../types.ts';

/** What was not taken over, until the person puts it away. */
export interface RefusedBoxStore {
  entries: Store<readonly RefusedText[]>;
  put(code: NackName, text: string): void;
  dismiss(id: string): void;
}

export function createRefusedBox(): RefusedBoxStore {
  const entries = createStore<readonly RefusedText[]>([]);
  let count = 0;
  return {
    entries,
    put(code, text) {
      count++;
      entries.set([...entries.get(), { id: `refused-${count}`, code, text }]);
    },
    dismiss: (id) => entries.set(entries.get().filter((entry) => entry.id !== id)),
  };
}
