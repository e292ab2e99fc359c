import type { SyncLimits } from '../limits.ts';
import { PIECE_BYTES, partOf, type Weight, type WeightLimits } from './quota.ts';

/** What one edit brings. */
export type Growth = Pick<Weight, 'bytes' | 'paper'>;

interface Share {
  measuredAt: number;
  measured: Weight;
  /** What came since. */
  grown: Growth;
}

/** Stands for all who write in a document together. */
export const EVERYBODY = '';

/**
 * What each participation has brought of a document, and all of them together. Adding that up walks over
 * everything that they wrote, so it is done as rarely as a document is measured; in between, what comes is
 * added as if it were made of the smallest pieces. Done with each edit, a few edits a second of one person would
 * hold up all meetings.
 */
export class Shares {
  readonly #limits: WeightLimits & Pick<SyncLimits, 'measureMs'>;
  readonly #now: () => number;
  readonly #shares = new Map<string, Share>();

  constructor(limits: WeightLimits & Pick<SyncLimits, 'measureMs'>, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** The part of the size that a participation has brought; `measure` adds it up. */
  of(participationId: string, measure: () => Weight): number {
    return partOf(this.#weightOf(participationId, measure), this.#limits);
  }

  /** What the words of a participation take on paper, at most. */
  paperOf(participationId: string, measure: () => Weight): number {
    return this.#weightOf(participationId, measure).paper;
  }

  /** An edit of a participation has been taken. */
  grew(participationId: string, { bytes, paper }: Growth): void {
    for (const id of [participationId, EVERYBODY]) {
      const grown = this.#shares.get(id)?.grown;
      if (grown) {
        grown.bytes += bytes;
        grown.paper += paper;
      }
    }
  }

  #weightOf(participationId: string, measure: () => Weight): Weight {
    const now = this.#now();
    let share = this.#shares.get(participationId);
    if (!share || now - share.measuredAt >= this.#limits.measureMs) {
      share = { measuredAt: now, measured: measure(), grown: { bytes: 0, paper: 0 } };
      this.#shares.set(participationId, share);
    }
    const { measured, grown } = share;
    return {
      bytes: measured.bytes + grown.bytes,
      pieces: measured.pieces + grown.bytes / PIECE_BYTES,
      paper: measured.paper + grown.paper,
    };
  }
}
