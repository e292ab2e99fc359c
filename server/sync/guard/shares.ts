import type { SyncLimits } from '../limits.ts';
import { PIECE_BYTES } from './quota.ts';

interface Share {
  measuredAt: number;
  measured: number;
  /** Bytes that came since. */
  grown: number;
}

/**
 * What share of a document each participation has brought. Adding that up walks over everything that they
 * wrote, so it is done as rarely as a document is measured; in between, what comes is added as if it were made of
 * the smallest pieces. Done with each edit, a few edits a second of one person would hold up all meetings.
 */
export class Shares {
  readonly #limits: SyncLimits;
  readonly #now: () => number;
  readonly #shares = new Map<string, Share>();

  constructor(limits: SyncLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** The share of a participation; `measure` adds it up. */
  of(participationId: string, measure: () => number): number {
    const now = this.#now();
    let share = this.#shares.get(participationId);
    if (!share || now - share.measuredAt >= this.#limits.measureMs) {
      share = { measuredAt: now, measured: measure(), grown: 0 };
      this.#shares.set(participationId, share);
    }
    return share.measured + this.#most(share.grown);
  }

  /** An update of a participation has been taken. */
  grew(participationId: string, bytes: number): void {
    const share = this.#shares.get(participationId);
    if (share) {
      share.grown += bytes;
    }
  }

  #most(bytes: number): number {
    const { documentBytes, documentStructs } = this.#limits;
    return Math.max(bytes / documentBytes, bytes / PIECE_BYTES / documentStructs);
  }
}
