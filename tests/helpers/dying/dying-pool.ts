import { openPool } from '#server/db/lasting-pool.ts';
import type { Sql } from '#server/db/sql.ts';

/** A pool whose process is killed at one of its queries. */
export interface DyingPool {
  sql: Sql;
  /** At the n-th query from now on. */
  dieAt(nth: number): void;
}

/** Opens a pool of one connection that goes on until it is told when to die. */
export function openDyingPool(url: string): DyingPool {
  let left = Number.POSITIVE_INFINITY;
  const sql = openPool(url, {
    max: 1,
    answerMs: null,
    onQuery: () => {
      left--;
      if (left === 0) {
        process.kill(process.pid, 'SIGKILL');
      }
    },
  });
  return {
    sql,
    dieAt: (nth) => {
      left = nth;
    },
  };
}
