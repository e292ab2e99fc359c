import type { Log } from './log/log.ts';
import type { Judge } from './sync/guard/guard.ts';
import type { SyncLimits } from './sync/limits.ts';
import type { LogStore } from './sync/log/store.ts';
import type { Timers } from './sync/timers.ts';
import type { SyncHub } from './sync/types.ts';

/**
 * Where tests and benchmarks put something of their own between two parts of a whole server: a log
 * that ends the process at a certain point, a guard that forgets a check, higher limits. The product
 * passes none, so nothing in it can be switched to be unsafe.
 */
export interface Seams {
  store?: (store: LogStore) => LogStore;
  judge?: Judge;
  hub?: (hub: SyncHub) => SyncHub;
  /** In the place of the origins that the configuration allows. */
  origins?: ReadonlySet<string>;
  limits?: Partial<SyncLimits>;
  timers?: Timers;
  /** In the place of the log on standard error. */
  log?: Log;
  /** Called with the text of each query before it is sent to a PostgreSQL server. */
  onQuery?: (text: string) => void;
  /** Lets other processes serve the same database, to see what becomes of it. */
  isNotAlone?: boolean;
  /** Milliseconds that a PostgreSQL server may take for an answer. */
  answerMs?: number;
}
