import type { Sql } from '../db/sql.ts';
import type { SyncHub } from '../sync/types.ts';

/** What every use case works with. */
export interface CommandContext {
  sql: Sql;
  hub: SyncHub;
  live: ViewSignal;
  /** The time, so that tests can set it. */
  now(): Date;
}

/** Tells the viewers of a meeting that something has changed. */
export interface ViewSignal {
  changed(meetingId: string): void;
}
