import type { SyncLimits } from '../limits.ts';
import type { LogRow } from '../log/store.ts';

/** How much lies in the log beside the state, and when that is too much. */
export class LogTail {
  readonly #limits: SyncLimits;
  #bytes: number;
  #rows: number;
  #compactAbove = Number.POSITIVE_INFINITY;

  /** @param stateBytes what the document takes as one state */
  constructor(rows: readonly LogRow[], stateBytes: number, limits: SyncLimits) {
    this.#limits = limits;
    this.#rows = rows.length;
    this.#bytes = rows.reduce((sum, row) => sum + row.bytes.length, 0);
    this.measure(stateBytes);
  }

  /** Whether there is anything beside the state. */
  get isThere(): boolean {
    return this.#bytes > 0;
  }

  /** Whether the log has outgrown the state. */
  get isLong(): boolean {
    return this.#bytes > this.#compactAbove || this.#rows > this.#limits.compactAboveRows;
  }

  /** Notes a row more. */
  grew(bytes: number): void {
    this.#bytes += bytes;
    this.#rows++;
  }

  /** All of it is in the state by now. */
  clear(): void {
    this.#bytes = 0;
    this.#rows = 0;
  }

  /** It could not be cleared: the next try comes when there are as many rows again. */
  wait(): void {
    this.#rows = 0;
  }

  /** Says anew how much is too much. */
  measure(stateBytes: number): void {
    this.#compactAbove = Math.max(
      this.#limits.compactAboveBytes,
      stateBytes,
      // After a failure, not at every tick again.
      this.#bytes > this.#compactAbove ? this.#bytes * 2 : 0,
    );
  }
}
