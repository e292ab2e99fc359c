import type { Sql, Tx } from './sql.ts';

/** Transactions of this process: those that hold a connection, and those that wait for one. */
export interface PoolStats {
  open: number;
  waiting: number;
}

type Task = (tx: Tx) => unknown;

/**
 * Counts transactions from now on. Single statements share connections and are not counted; they wait
 * only while transactions hold all of them.
 */
export function watchPool(sql: Sql): () => PoolStats {
  const stats: PoolStats = { open: 0, waiting: 0 };
  const begin = sql.begin.bind(sql) as (options: string, task: Task) => Promise<unknown>;
  const counted = (...args: [Task] | [string, Task]): Promise<unknown> => {
    const [options, task] = args.length === 1 ? ['', args[0]] : args;
    let now: keyof PoolStats = 'waiting';
    stats.waiting++;
    const started: Task = (tx) => {
      stats.waiting--;
      stats.open++;
      now = 'open';
      return task(tx);
    };
    return begin(options, started).finally(() => {
      stats[now]--;
    });
  };
  sql.begin = counted as Sql['begin'];
  return () => stats;
}
