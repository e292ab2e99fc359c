import type { TransactionSql } from 'postgres';
import type { WebSocket } from 'ws';
import type * as Y from 'yjs';
import type { ParticipantRole } from '#shared/access/parts.ts';
import type { CloseName } from '#shared/wire/close.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import type { Tx } from '../db/sql.ts';
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

/** Writes a frozen version inside the transaction that also changes the document's state. */
export type FreezeWriter<T> = (tx: TransactionSql, doc: Y.Doc) => Promise<T>;

/** A document that is open, as those see it who listen for who comes and goes. */
export interface DocumentRef {
  documentId: string;
  kind: string;
  /** Null where it belongs to a case. */
  meetingId: string | null;
}

/**
 * The sync core as the rest of the server sees it: one room a document, one writer a room.
 * It knows nothing of HTTP, links or accounts.
 */
export interface SyncHub {
  /**
   * Takes over an upgraded, authenticated socket. Unknown documents are closed with 4404.
   * @param line the connection under the socket, so that what belongs together is one write; without
   * it each frame goes through `socket.send`
   */
  connect(socket: WebSocket, documentId: string, who: SyncParticipant, line?: Line): void;
  /** Closes sockets and drops what they have queued, within a second. */
  revoke(who: { deviceId?: string; participationId?: string }, close: CloseName): void;
  /** Reads phase and state of the document again and sends 102 to everybody in the room. */
  refresh(documentId: string): Promise<void>;
  /**
   * Drains the room's queue, then runs `write` in one transaction under the document's row lock with the
   * epoch check. `write` sets the document's state; on a throw nothing has happened. Sends 102 (and 103
   * when `frozen` is given) afterwards. When it takes no more edits then, it is made
   * anew from what is on the table, and the log is deleted.
   */
  withCommittedDocument<T>(
    documentId: string,
    write: FreezeWriter<T>,
    frozen?: (result: T) => { versionId: string; sha256: string },
  ): Promise<T>;
  /** Writes into several documents as one more edit of each: all rows are durable, or none. */
  editTogether(edit: JointEdit): Promise<void>;
  /** Makes sure that nothing withdrawn is left in the rows of a frozen document; loads it where needed. */
  forgetWithdrawn(documentId: string): Promise<void>;
  /** Looks at the committed document without taking the writer's turn. */
  readCommitted<T>(documentId: string, read: (doc: Y.Doc) => T): Promise<T>;
  connections(documentId: string): OpenConnection[];
  /** Those on all documents of a meeting. */
  connectionsAt(meetingId: string): OpenConnection[];
  /** Devices whose line broke within the last minute and that are not back: words may be on the way. */
  cutOff(documentId: string): OpenConnection[];
  /** Called when somebody comes, goes or has flushed. Returns the way to stop listening. */
  onPresence(listener: (document: DocumentRef) => void): () => void;
  /** How much there is at this moment. */
  stats(): SyncStats;
  /** Stops taking edits, commits what is queued, closes all sockets with 4500. */
  close(): Promise<void>;
}

/** What the sync core needs to know about a document beside its log. */
export interface DocumentFacts {
  state: PlanState;
  phase: string;
  /** Owners of the document so far; absent where nobody counts them. */
  epoch?: number;
  /** Versions that were frozen of it; absent where nobody counts them. */
  versions?: number;
}

/** What the server itself writes into several documents at once. */
export interface JointEdit {
  /** For which participation: what comes of it counts as theirs. */
  by: string;
  documentIds: readonly string[];
  /** Changes them, in the order of the ids. Whatever it throws, nothing has happened. */
  change(docs: readonly Y.Doc[]): void;
  /** Documents that must have room for what is new; the others may be full. */
  needRoom: readonly string[];
  /** Runs in the transaction that writes the rows. */
  also(tx: Tx): Promise<void>;
}
