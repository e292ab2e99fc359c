import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { readJson } from '#shared/json.ts';
import type { Waiting } from './change-places.ts';
import { tabStorage, unsavedKey } from './tab-storage.ts';

/**
 * Changes that are not confirmed yet, kept beside the tab: a phone throws tabs away and loads them
 * again. Only this tab sees it, and only until the server has confirmed everything.
 */

const keptChanges = z.object({ update: z.string(), places: z.array(z.string()) });

/** Keeps one merged update for a plan; null forgets it. */
export interface UnsavedStore {
  read(): Waiting | null;
  write(waiting: Waiting | null): void;
}

/**
 * The unsaved changes of one participation in one document.
 * @param formerId under which a page of an earlier version kept them
 */
export function unsavedStore(
  participationId: string,
  documentId: string,
  { storage = tabStorage(), formerId }: { storage?: Storage | null; formerId?: string } = {},
): UnsavedStore {
  const key = unsavedKey(participationId, documentId);
  const formerKey = formerId === undefined ? null : unsavedKey(participationId, formerId);
  return {
    read: () => together([formerKey, key].map((one) => (one === null ? null : readFrom(storage, one)))),
    write(waiting) {
      try {
        if (waiting) {
          const { update, places } = waiting;
          storage?.setItem(key, JSON.stringify({ update: toBase64(update), places }));
        } else {
          storage?.removeItem(key);
        }
        // What was kept there has been read, so it is in what is written, or confirmed.
        if (formerKey !== null) {
          storage?.removeItem(formerKey);
        }
      } catch {
        // Full or forbidden storage: the change still waits in memory, and the page says that it waits.
      }
    },
  };
}

function readFrom(storage: Storage | null, key: string): Waiting | null {
  try {
    const kept = storage?.getItem(key);
    return kept ? parse(kept) : null;
  } catch {
    return null;
  }
}

function together(kept: readonly (Waiting | null)[]): Waiting | null {
  const [first, ...others] = kept.filter((one) => one !== null);
  return first === undefined || others.length === 0
    ? (first ?? null)
    : {
        update: Y.mergeUpdates([first, ...others].map(({ update }) => update)),
        places: [...new Set([first, ...others].flatMap(({ places }) => places))],
      };
}

/** Before places were kept it was the update alone. */
function parse(kept: string): Waiting | null {
  if (!kept.startsWith('{')) {
    return { update: fromBase64(kept), places: [] };
  }
  const read = readJson(keptChanges, kept);
  return read && { update: fromBase64(read.update), places: read.places };
}
