import type * as z from 'zod/mini';
import { readJson } from '#shared/json.ts';

/** What this tab keeps over a reload. Only this tab sees it. */

const UNSAVED = 'planrunde.unsaved.';

/** Where the unsaved changes of one participation in one document are kept. */
export function unsavedKey(participationId: string, documentId: string): string {
  return `${UNSAVED}${participationId}.${documentId}`;
}

/** Forgets everything unsaved of a participation: it has ended, nothing of it stays on the device. */
export function forgetUnsaved(participationId: string, storage: Storage | null = tabStorage()): void {
  for (const key of keysOf(storage)) {
    if (key.startsWith(unsavedKey(participationId, ''))) {
      storage?.removeItem(key);
    }
  }
}

/** Where other participations that were open in this tab keep something of a kind. */
export function unsavedOfOthers(participationId: string, what: string, storage: Storage | null): string[] {
  const own = unsavedKey(participationId, what);
  return keysOf(storage).filter((key) => key.startsWith(UNSAVED) && key.endsWith(`.${what}`) && key !== own);
}

function keysOf(storage: Storage | null): string[] {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index));
  return keys.filter((key) => typeof key === 'string');
}

/** The tab's storage; null in a browser that forbids it. */
export function tabStorage(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    // A browser that forbids storage throws on reading the property itself.
    return null;
  }
}

/** A list that this tab keeps over a reload. An empty one leaves nothing behind. */
export interface KeptList<T> {
  read(): T[];
  write(list: readonly T[]): void;
}

/** What cannot be read counts as nothing; a full or forbidden storage keeps nothing, and says so to nobody. */
export function keptList<T>(key: string, schema: z.ZodMiniType<T[]>, storage: Storage | null): KeptList<T> {
  return {
    read() {
      try {
        return readJson(schema, storage?.getItem(key) ?? '[]') ?? [];
      } catch {
        return [];
      }
    },
    write(list) {
      try {
        if (list.length > 0) {
          storage?.setItem(key, JSON.stringify(list));
        } else {
          storage?.removeItem(key);
        }
      } catch {
        // What could not be kept still stands on the page.
      }
    },
  };
}
