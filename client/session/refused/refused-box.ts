import * as z from 'zod/mini';
import { newId } from '#shared/documents/plan/records.ts';
import { NACK_NAMES, type NackName } from '#shared/wire/messages.ts';
import { createStore } from '../../app/store.ts';
import { keptList, tabStorage, unsavedKey } from '../pending/tab-storage.ts';
import type { RefusedText, Store } from '../types.ts';

/** What was not taken over, until the person puts it away; a reload keeps it. */
export interface RefusedBoxStore {
  entries: Store<readonly RefusedText[]>;
  put(code: NackName, text: string): void;
  dismiss(id: string): void;
}

const texts = z.array(z.object({ id: z.string(), code: z.enum(NACK_NAMES), text: z.string() }));

/** The box of one participation in this tab. */
export function createRefusedBox(
  participationId: string,
  storage: Storage | null = tabStorage(),
): RefusedBoxStore {
  const kept = keptList(unsavedKey(participationId, 'refused'), texts, storage);
  const entries = createStore<readonly RefusedText[]>(kept.read());
  const set = (next: readonly RefusedText[]): void => {
    entries.set(next);
    kept.write(next);
  };
  return {
    entries,
    put(code, text) {
      set([...entries.get(), { id: newId(), code, text }]);
    },
    dismiss: (id) => set(entries.get().filter((entry) => entry.id !== id)),
  };
}
