import * as z from 'zod/mini';
import { newId } from '#shared/documents/plan/records.ts';
import { NACK_NAMES } from '#shared/wire/messages.ts';
import { createStore } from '../../app/store.ts';
import { keptList, tabStorage, unsavedKey } from '../pending/tab-storage.ts';
import { seenRecord } from '../restored/seen-records.ts';
import { NOT_SENT, type RefusedText, type Store, type WhyRefused } from '../types.ts';

/** What was not taken over, until the person puts it away; a reload keeps it. */
export interface RefusedBoxStore {
  entries: Store<readonly RefusedText[]>;
  put(code: WhyRefused, text: string, more?: Pick<RefusedText, 'lost' | 'place'>): void;
  dismiss(id: string): void;
}

const texts = z.array(
  z.object({
    id: z.string(),
    code: z.enum([...NACK_NAMES, ...NOT_SENT]),
    text: z.string(),
    lost: z.optional(z.object({ from: z.enum(['plan', 'own']), records: z.array(seenRecord) })),
    place: z.optional(z.string()),
  }),
);

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
    put(code, text, { lost, place } = {}) {
      const more = { ...(lost ? { lost } : {}), ...(place ? { place } : {}) };
      set([...entries.get(), { id: newId(), code, text, ...more }]);
    },
    dismiss: (id) => set(entries.get().filter((entry) => entry.id !== id)),
  };
}
