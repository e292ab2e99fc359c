import type { AppendResult, LogEntry, LogStore } from '#server/sync/log/store.ts';

/** When the database fails in an insert: then nothing is written, or only the reply is lost. */
export type AppendFault = 'nothing_written' | 'reply_lost';

/** A store as one server process sees it: it dies with its process, and its database can fail. */
export interface MortalStore extends LogStore {
  /** The next insert fails in this way. */
  failNext(fault: AppendFault | null): void;
  /** From now on nothing is asked and no answer arrives, as after `kill -9`. */
  die(): void;
  /** Resolves when it dies. */
  death: Promise<void>;
  /** Resolves when the database has done with everything that was asked before. */
  quiet(): Promise<void>;
}

/** What happens to the inserts of all servers of a run. */
export interface Inserts {
  /** Milliseconds that the database takes for one, and for loading a plan. */
  delayMs: number;
  /** Called when a server asks for one; nothing lies between that and its guard. */
  asked(entry: LogEntry): void;
  /** Called with the number of each row that was written, in the order of the commits. */
  written(documentId: string, seq: number): void;
}

/** Puts a process in front of the store. */
export function mortalStore(store: LogStore, inserts: Inserts): MortalStore {
  let dead = false;
  let fault: AppendFault | null = null;
  const death = Promise.withResolvers<void>();
  const running = new Set<Promise<unknown>>();
  const wait = async (): Promise<void> => {
    if (inserts.delayMs > 0) {
      await new Promise((resolve) => setTimeout(resolve, inserts.delayMs));
    }
  };
  const alive = async <T>(ask: () => Promise<T>): Promise<T> => {
    if (dead) {
      return never();
    }
    const asked = ask();
    running.add(asked);
    try {
      const answer = await asked;
      return dead ? await never() : answer;
    } catch (error) {
      if (dead) {
        return await never();
      }
      throw error;
    } finally {
      running.delete(asked);
    }
  };
  return {
    claim: (documentId) =>
      alive(async () => {
        await wait();
        return store.claim(documentId);
      }),
    read: (documentId) => alive(() => store.read(documentId)),
    append: (entries) =>
      alive(async () => {
        const now = fault;
        fault = null;
        entries.forEach(inserts.asked);
        await wait();
        if (now === 'nothing_written') {
          throw new Error('the database has failed');
        }
        const results = await store.append(entries);
        tell(inserts, entries, results);
        if (now === 'reply_lost') {
          throw new Error('the reply of the database was lost');
        }
        return results;
      }),
    appendTogether: (entries, also) => alive(() => store.appendTogether(entries, also)),
    transact: (documentId, epoch, write) =>
      alive(() =>
        store.transact(documentId, epoch, (tx) => {
          if (dead) {
            throw new Error('the process has died');
          }
          return write(tx);
        }),
      ),
    compact: (documentId, epoch, uptoSeq, bytes, verify) =>
      alive(() => store.compact(documentId, epoch, uptoSeq, bytes, verify)),
    failNext(next) {
      fault = next;
    },
    die() {
      dead = true;
      death.resolve();
    },
    death: death.promise,
    async quiet() {
      await Promise.allSettled([...running]);
    },
  };
}

function never<T>(): Promise<T> {
  return new Promise(() => {});
}

function tell(inserts: Inserts, entries: readonly LogEntry[], results: readonly AppendResult[]): void {
  for (const [index, { documentId }] of entries.entries()) {
    const result = results[index];
    if (result?.kind === 'committed' && result.seq !== null) {
      inserts.written(documentId, result.seq);
    }
  }
}
