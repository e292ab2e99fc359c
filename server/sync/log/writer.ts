import type { SyncMeter } from '../meter.ts';
import type { AppendResult, LogEntry, LogStore } from './store.ts';

/** The one way to the log for all rooms of this process. */
export interface LogWriter {
  /** Durable when it resolves. What waits at the same time is written together. */
  append(entry: LogEntry): Promise<AppendResult>;
  /** Runs alone: no append is in flight meanwhile. */
  exclusive<T>(task: () => Promise<T>): Promise<T>;
}

interface WaitingEntry {
  entry: LogEntry;
  resolve: (result: AppendResult) => void;
  reject: (error: unknown) => void;
}
type Waiting = WaitingEntry | { run: () => Promise<void> };

/** Entries of one statement; more wait for the next. */
const GROUP = 256;

/** Group commit: one insert in flight, the rest queues and goes together with the next one. */
export function createLogWriter(store: LogStore, meter: SyncMeter): LogWriter {
  const queue: Waiting[] = [];
  let running = false;

  const run = async (): Promise<void> => {
    running = true;
    // What rooms hand in during this turn of the event loop shall travel together.
    await Promise.resolve();
    while (queue.length > 0) {
      const group = takeGroup(queue);
      if (group.length > 0) {
        await commit(store, group, meter);
      } else {
        const next = queue.shift();
        if (next && 'run' in next) {
          await next.run();
        }
      }
    }
    running = false;
  };
  const enqueue = (waiting: Waiting): void => {
    queue.push(waiting);
    if (!running) {
      void run();
    }
  };
  return {
    append: (entry) => new Promise((resolve, reject) => enqueue({ entry, resolve, reject })),
    exclusive: (task) =>
      new Promise((resolve, reject) => enqueue({ run: () => task().then(resolve, reject) })),
  };
}

/** The entries at the head of the queue that may go in one statement: at most one a plan. */
function takeGroup(queue: Waiting[]): WaitingEntry[] {
  const group: WaitingEntry[] = [];
  const plans = new Set<string>();
  for (const waiting of queue) {
    if (!('entry' in waiting) || group.length >= GROUP || plans.has(waiting.entry.documentId)) {
      break;
    }
    plans.add(waiting.entry.documentId);
    group.push(waiting);
  }
  queue.splice(0, group.length);
  return group;
}

async function commit(store: LogStore, group: readonly WaitingEntry[], meter: SyncMeter): Promise<void> {
  const start = performance.now();
  try {
    const results = await store.append(group.map(({ entry }) => entry));
    meter.committed(group.length, bytesOf(group), performance.now() - start);
    for (const [index, { resolve }] of group.entries()) {
      resolve(results[index] as AppendResult);
    }
  } catch (error) {
    meter.commitFailed();
    if (group.length === 1) {
      group[0]?.reject(error);
      return;
    }
    // One plan that cannot be written must not stop the others. Should the group have been committed
    // and only the reply been lost, the row stands twice, which Yjs does not mind.
    for (const waiting of group) {
      await commit(store, [waiting], meter);
    }
  }
}

function bytesOf(group: readonly WaitingEntry[]): number {
  return group.reduce((sum, { entry }) => sum + (entry.update?.length ?? 0), 0);
}
