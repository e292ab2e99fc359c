import type { TransactionSql } from 'postgres';
import type { WebSocket } from 'ws';
import type * as Y from 'yjs';
import type { ParticipantRole } from '#shared/access/parts.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import type { CloseName } from '#shared/wire/close.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import type { SyncStats } from './meter.ts';
import type { Line } from './wire/send-buffer.ts';

/** Who sits behind a socket. Made by the access layer; the sync core trusts it and nothing the client says. */
export interface SyncParticipant {
  participationId: string;
  deviceId: string;
  personId: string | null;
  role: ParticipantRole;
  /** Stamped into awareness: what others may see. */
  name: string;
  initials: string;
  hue: number;
  remote: boolean;
}

/** One open, admitted connection. */
export interface OpenConnection {
  participationId: string;
  deviceId: string;
  personId: string | null;
  role: ParticipantRole;
  remote: boolean;
  /** Sent `flushed` (104) and all it sent before is committed. */
  flushed: boolean;
}

/** Writes a frozen version inside the transaction that also changes the plan's state. */
export type FreezeWriter<T> = (tx: TransactionSql, plan: Plan, doc: Y.Doc) => Promise<T>;

/**
 * The sync core as the rest of the server sees it: one room a plan, one writer a room.
 * It knows nothing of HTTP, links or accounts.
 */
export interface SyncHub {
  /**
   * Takes over an upgraded, authenticated socket. Unknown plans are closed with 4404.
   * @param line the connection under the socket, so that what belongs together is one write; without
   * it each frame goes through `socket.send`
   */
  connect(socket: WebSocket, documentId: string, who: SyncParticipant, line?: Line): void;
  /** Closes sockets and drops what they have queued, within a second. */
  revoke(who: { deviceId?: string; participationId?: string }, close: CloseName): void;
  /** Reads phase and state of the plan again and sends 102 to everybody in the room. */
  refresh(documentId: string): Promise<void>;
  /**
   * Drains the room's queue, then runs `write` in one transaction under the plan's row lock with the
   * epoch check. `write` sets the plan's state; on a throw nothing has happened. Sends 102 (and 103
   * when `frozen` is given) afterwards. When the plan takes no more edits then, its document is made
   * anew from what is on the table, and the log is deleted.
   */
  withCommittedDocument<T>(
    documentId: string,
    write: FreezeWriter<T>,
    frozen?: (result: T) => { versionId: string; sha256: string },
  ): Promise<T>;
  /** Makes sure that nothing withdrawn is left in the rows of a frozen plan; loads it where needed. */
  forgetWithdrawn(documentId: string): Promise<void>;
  /** The committed plan as data, without taking the writer's turn. */
  readCommitted(documentId: string): Promise<Plan>;
  connections(documentId: string): OpenConnection[];
  /** Devices whose line broke within the last minute and that are not back: words may be on the way. */
  cutOff(documentId: string): OpenConnection[];
  /** Called when somebody comes, goes or has flushed. Returns the way to stop listening. */
  onPresence(listener: (documentId: string) => void): () => void;
  /** How much there is at this moment. */
  stats(): SyncStats;
  /** Stops taking edits, commits what is queued, closes all sockets with 4500. */
  close(): Promise<void>;
}

/** What the sync core needs to know about a plan beside its log. */
export interface DocumentFacts {
  state: PlanState;
  phase: string;
  /** Owners of the plan so far; absent where nobody counts them. */
  epoch?: number;
}
