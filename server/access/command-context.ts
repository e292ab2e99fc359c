import type { Sql } from '../db/sql.ts';
import type { Log } from '../log/log.ts';
import type { SyncHub } from '../sync/types.ts';
import type { Actor } from './actor.ts';
import type { Action } from './policies.ts';
import type { Principal } from './principals.ts';
import type { Subject } from './subjects.ts';

/** Durable when it returns. */
export type NoteVersion = (meetingId: string, version: number) => void;

/** The parts of the server that do the work, whoever asks. */
export interface ServerContext {
  sql: Sql;
  hub: SyncHub;
  live: ViewSignal;
  log: Log;
  noteVersion: NoteVersion;
  /** The time, so that tests can set it. */
  now(): Date;
}

/** What a use case works with: the server, who asks, about what, and what its route is open for. */
export interface CommandContext<P extends Principal = Actor> extends ServerContext {
  actor: P;
  /** Null: what the request names is not there. */
  subject: Subject | null;
  actions: readonly Action[];
}

/** Tells the viewers of a meeting that something has changed. */
export interface ViewSignal {
  changed(meetingId: string): void;
}
