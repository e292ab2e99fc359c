import * as z from 'zod/mini';
import { keptList, tabStorage, unsavedKey } from '../pending/tab-storage.ts';
import { type SeenRecord, seenRecord } from './seen-records.ts';

/** What this tab saw in a document before the server fell behind it, until both have been compared. */
export interface KeptSeen {
  add(records: readonly SeenRecord[]): void;
  /** Gives it and forgets it. */
  take(): readonly SeenRecord[];
}

/** Kept beside the tab too: whoever needs a new link comes back to another page. */
export function keptSeen(
  participationId: string,
  documentId: string,
  storage: Storage | null = tabStorage(),
): KeptSeen {
  const kept = keptList(unsavedKey(participationId, `${documentId}.seen`), z.array(seenRecord), storage);
  let seen: readonly SeenRecord[] = kept.read();
  return {
    add(records) {
      seen = [...seen, ...records];
      kept.write(seen);
    },
    take() {
      const taken = seen;
      seen = [];
      kept.write([]);
      return taken;
    },
  };
}
