import * as z from 'zod/mini';
import { newId } from '#shared/documents/plan/records.ts';
import { readJson } from '#shared/json.ts';
import { NACK_NAMES, type NackName } from '#shared/wire/messages.ts';
import { createStore } from '../../app/store.ts';
import { tabStorage, unsavedKey } from '../pending/tab-storage.ts';
import type { RefusedText, Store } from '../types.ts';

/** What was not taken over, until the person puts it away; a reload keeps it. */
export interface RefusedBoxStore {
  entries: Store<readonly RefusedText[]>;
  put(code: NackName, text: string): void;
  dismiss(id: string): void;
}

const kept = z.array(z.object({ id: z.string(), code: z.enum(NACK_NAMES), text: z.string() }));

/** The box of one participation in this tab. */
export function createRefusedBox(
  participationId: string,
  storage: Storage | null = tabStorage(),
): RefusedBoxStore {
  const key = unsavedKey(participationId, 'refused');
  const entries = createStore<readonly RefusedText[]>(readKept(storage, key));
  const set = (next: readonly RefusedText[]): void => {
    entries.set(next);
    writeKept(storage, key, next);
  };
  return {
    entries,
    put(code, text) {
      set([...entries.get(), { id: newId(), code, text }]);
    },
    dismiss: (id) => set(entries.get().filter((entry) => entry.id !== id)),
  };
}

function readKept(storage: Storage | null, key: string): RefusedText[] {
  try {
    return readJson(kept, storage?.getItem(key) ?? '[]') ?? [];
  } catch {
    return [];
  }
}

function writeKept(storage: Storage | null, key: string, entries: readonly RefusedText[]): void {
  try {
    if (entries.length > 0) {
      storage?.setItem(key, JSON.stringify(entries));
    } else {
      storage?.removeItem(key);
    }
  } catch {
    // Full or forbidden storage: the words still stand in the box.
  }
}
