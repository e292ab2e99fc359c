import type { PlanState } from '#shared/wire/messages.ts';
import type { Tx } from '../../db/sql.ts';

/** A Yjs client id that belongs to a participation from now on. */
export interface Claim {
  clientId: number;
  participationId: string;
}

/** One row of the log. */
export interface LogRow {
  seq: number;
  bytes: Uint8Array;
}

/** A document as it lies in the store: compacted state (V2) and the log after it (V1). */
export interface StoredDocument {
  /** Name of its kind. */
  kind: string;
  /** The meeting it belongs to; null where it belongs to a case. */
  meetingId: string | null;
  epoch: number;
  state: PlanState;
  schemaVersion: number;
  nextSeq: number;
  compacted: { uptoSeq: number; bytes: Uint8Array } | null;
  tail: LogRow[];
  claims: Claim[];
}

/** What one room wants durable: an update, or claims alone. */
export interface LogEntry {
  documentId: string;
  epoch: number;
  update: Uint8Array | null;
  claims: readonly Claim[];
}

/**
 * What became of an entry.
 * - `committed`: durable; `seq` is null where there were only claims.
 * - `locked`: the document takes no edits any more; nothing was written.
 * - `stale`: somebody else owns the document by now; nothing was written.
 */
export type AppendResult = { kind: 'committed'; seq: number | null } | { kind: 'locked' } | { kind: 'stale' };

/** Where documents are durable. Every method is one transaction. */
export interface LogStore {
  /** Loads a document and becomes its owner: the epoch grows, so an older owner writes nothing more. */
  claim(documentId: string): Promise<StoredDocument | null>;
  /** Loads a document without becoming its owner. */
  read(documentId: string): Promise<StoredDocument | null>;
  /** Appends entries of different documents together; the results are in the order of the entries. */
  append(entries: readonly LogEntry[]): Promise<AppendResult[]>;
  /**
   * Appends entries of different documents in one transaction, with what `also` writes, or nothing at
   * all. Gives the number of each row; null where one of the documents takes no edits. Throws
   * `StaleOwnerError` where one has another owner by now.
   */
  appendTogether(
    entries: readonly LogEntry[],
    also: (tx: Tx) => Promise<void>,
  ): Promise<readonly number[] | null>;
  /** Runs `write` in a transaction that holds the document's row, if `epoch` is still the owner's. */
  transact<T>(documentId: string, epoch: number, write: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Puts `bytes` in the place of the log up to `uptoSeq`. `verify` gets the bytes as they came back
   * from the store and throws where they are another document: then nothing has happened.
   */
  compact(
    documentId: string,
    epoch: number,
    uptoSeq: number,
    bytes: Uint8Array,
    verify: (bytes: Uint8Array) => void,
  ): Promise<void>;
}

/** Another process owns the document by now. */
export class StaleOwnerError extends Error {
  override readonly name = 'StaleOwnerError';
  constructor(documentId: string) {
    super(`document ${documentId} has another owner by now`);
  }
}

/** What lies in the store cannot be a document; the room must not open over it. */
export class DamagedDocumentError extends Error {
  override readonly name = 'DamagedDocumentError';
}
