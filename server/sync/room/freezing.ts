import { StaleOwnerError } from '../log/store.ts';
import type { FreezeWriter } from '../types.ts';
import type { Audience } from './audience.ts';
import type { DocumentLog } from './document-log.ts';
import type { SerialExecutor } from './serial-executor.ts';
import type { Status } from './status.ts';

/** The parts of a room that a freeze works on. */
export interface FreezingParts {
  turns: SerialExecutor;
  log: DocumentLog;
  status: Status;
  audience: Audience;
  /** Reads phase and state again and tells everybody. */
  refresh(): Promise<void>;
  /** The room cannot go on. */
  fail(error: unknown): void;
}

/** What happens to a document as a whole, alone and in one transaction. */
export class Freezing {
  readonly #parts: FreezingParts;

  constructor(parts: FreezingParts) {
    this.#parts = parts;
  }

  /** See `SyncHub.withCommittedDocument`. */
  run<T>(write: FreezeWriter<T>, frozen?: (result: T) => { versionId: string; sha256: string }): Promise<T> {
    const { turns, log, audience, refresh, fail } = this.#parts;
    return turns.alone(async () => {
      const result = await this.#transact(write);
      try {
        await refresh();
        if (frozen) {
          // Before it is told: whoever hears of it loads the document that the plan goes on with.
          await log.renew();
          audience.tellFrozen(frozen(result));
        }
      } catch (error) {
        // It is done, whatever happens to the room: who comes back is told.
        fail(error);
      }
      return result;
    });
  }

  /**
   * Words that were taken back must be gone from the database of a frozen plan too, not only from the
   * screen. Does nothing where that is done, or where the plan takes edits.
   */
  async forgetWithdrawn(): Promise<void> {
    const { turns, log, status } = this.#parts;
    const isDue = (): boolean => !status.rights.isOpen && log.hasTail;
    if (isDue()) {
      await turns.alone(async () => {
        if (isDue()) {
          await log.renew();
        }
      });
    }
  }

  async #transact<T>(write: FreezeWriter<T>): Promise<T> {
    let isWritten = false;
    try {
      return await this.#parts.log.transact(async (tx, doc) => {
        const result = await write(tx, doc);
        isWritten = true;
        return result;
      });
    } catch (error) {
      // Lost at its commit, it may have happened all the same: nobody knows, so the plan is loaded again.
      if (isWritten || error instanceof StaleOwnerError) {
        this.#parts.fail(error);
      }
      throw error;
    }
  }
}
