import * as z from 'zod/mini';
import { createStore } from '../../app/store.ts';
import type { Drafts } from '../types.ts';
import { keptList, tabStorage, unsavedKey } from './tab-storage.ts';

const fieldsWithWords = z.array(z.tuple([z.string(), z.string()]));

/** The drafts of one participation in this tab; `changed` hears of every change. */
export function createDrafts(
  participationId: string,
  changed: () => void,
  storage: Storage | null = tabStorage(),
): Drafts {
  const kept = keptList(unsavedKey(participationId, 'drafts'), fieldsWithWords, storage);
  const words = createStore<ReadonlyMap<string, string>>(new Map(kept.read()));
  const set = (next: ReadonlyMap<string, string>): void => {
    words.set(next);
    kept.write([...next]);
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
      if (all.length > 0) {
        set(new Map());
      }
      return all;
    },
  };
}
