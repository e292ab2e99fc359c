import * as z from 'zod/mini';
import { readJson } from '#shared/json.ts';
import { createStore } from '../../app/store.ts';
import type { Drafts } from '../types.ts';
import { tabStorage, unsavedKey } from './tab-storage.ts';

const kept = z.array(z.tuple([z.string(), z.string()]));

/** The drafts of one participation in this tab; `changed` hears of every change. */
export function createDrafts(
  participationId: string,
  changed: () => void,
  storage: Storage | null = tabStorage(),
): Drafts {
  const key = unsavedKey(participationId, 'drafts');
  const words = createStore<ReadonlyMap<string, string>>(new Map(readKept(storage, key)));
  const set = (next: ReadonlyMap<string, string>): void => {
    words.set(next);
    writeKept(storage, key, next);
    changed();
  };
  return {
    words,
    keep(field, typed) {
      if ((words.get().get(field) ?? '') === typed) {
        return;
      }
      const next = new Map(words.get());
      next.delete(field);
      set(typed.trim() === '' ? next : next.set(field, typed));
    },
    takeAll() {
      const all = [...words.get().values()];
      set(new Map());
      return all;
    },
  };
}

function readKept(storage: Storage | null, key: string): [string, string][] {
  try {
    return readJson(kept, storage?.getItem(key) ?? '[]') ?? [];
  } catch {
    return [];
  }
}

function writeKept(storage: Storage | null, key: string, words: ReadonlyMap<string, string>): void {
  try {
    if (words.size > 0) {
      storage?.setItem(key, JSON.stringify([...words]));
    } else {
      storage?.removeItem(key);
    }
  } catch {
    // Full or forbidden storage: the words still stand in their fields.
  }
}
