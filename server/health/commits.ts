import type { LogStore } from '../sync/log/store.ts';
import { type Cause, causeOf } from './causes.ts';

/** Since when nothing could be committed, and why the last try failed. */
export interface CommitTrouble {
  cause: Cause;
  /** Milliseconds since 1970, of the first failure after the last success. */
  since: number;
}

/** Watches whether edits become durable. */
export interface CommitWatch {
  /** The log, watched. */
  store: LogStore;
  /** Null while commits succeed, and when nobody has tried for `FORGET_MS`. */
  trouble(): CommitTrouble | null;
}

/**
 * A failure that nobody has tried again is forgotten after this time: a proxy that sends people
 * elsewhere because of it would keep the try away that shows that it is over.
 */
const FORGET_MS = 60_000;

/** Looks at what goes through the log; a failure that concerns one plan alone is passed over. */
export function watchCommits(log: LogStore, now: () => number = Date.now): CommitWatch {
  let current: (CommitTrouble & { last: number }) | null = null;

  const watch = async <T>(task: Promise<T>, isProof: (result: T) => boolean): Promise<T> => {
    try {
      const result = await task;
      if (isProof(result)) {
        current = null;
      }
      return result;
    } catch (error) {
      const cause = causeOf(error);
      if (cause) {
        current = { cause, since: current?.since ?? now(), last: now() };
      }
      throw error;
    }
  };
  return {
    store: {
      read: (documentId) => log.read(documentId),
      appendTogether: (entries, also) => log.appendTogether(entries, also),
      transact: (documentId, epoch, write) => log.transact(documentId, epoch, write),
      compact: (documentId, epoch, uptoSeq, bytes, verify) =>
        log.compact(documentId, epoch, uptoSeq, bytes, verify),
      // Loading a plan writes its epoch; of a plan that is not there nothing was written.
      claim: (documentId) => watch(log.claim(documentId), (stored) => stored !== null),
      append: (entries) =>
        watch(log.append(entries), (results) => results.some(({ kind }) => kind === 'committed')),
    },
    trouble() {
      if (current && now() - current.last > FORGET_MS) {
        current = null;
      }
      return current && { cause: current.cause, since: current.since };
    },
  };
}
