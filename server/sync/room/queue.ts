import type { SyncLimits } from '../limits.ts';
import type { Claim } from '../log/store.ts';
import type { Connection } from '../wire/connection.ts';
import type { Edit } from './staging.ts';

/** What waits for the next commit. */
export type Queued =
  | { edit: Edit }
  /** Everything this connection sent before counts as flushed once it is durable. */
  | { flushedBy: Connection }
  | { claim: Claim; done: () => void };

/** What one commit takes. */
export interface Batch {
  size: number;
  edits: Edit[];
  claims: Claim[];
  /** What had to wait for the commit without being an edit. */
  after: Exclude<Queued, { edit: Edit }>[];
}

/** What waits in a room, in the order in which it came. */
export class Queue {
  #queued: Queued[] = [];

  get length(): number {
    return this.#queued.length;
  }

  push(queued: Queued): void {
    this.#queued.push(queued);
  }

  /** Drops what a connection has waiting. */
  drop(connection: Connection): void {
    this.#queued = this.#queued.filter((queued) => connectionOf(queued) !== connection);
  }

  /** Takes the head, up to about so many bytes and pieces: other rooms wait meanwhile. */
  take({ batchBytes, batchPieces }: Pick<SyncLimits, 'batchBytes' | 'batchPieces'>): Batch {
    const batch: Batch = { size: 0, edits: [], claims: [], after: [] };
    let bytes = 0;
    for (const queued of this.#queued) {
      if (bytes > batchBytes || batch.size >= batchPieces) {
        break;
      }
      batch.size++;
      if ('edit' in queued) {
        bytes += queued.edit.update.length;
        batch.edits.push(queued.edit);
      } else {
        batch.after.push(queued);
        if ('claim' in queued) {
          batch.claims.push(queued.claim);
        }
      }
    }
    this.#queued = batch.size === this.#queued.length ? [] : this.#queued.slice(batch.size);
    return batch;
  }
}

function connectionOf(queued: Queued): Connection | null {
  if ('edit' in queued) {
    return queued.edit.connection;
  }
  return 'flushedBy' in queued ? queued.flushedBy : null;
}
