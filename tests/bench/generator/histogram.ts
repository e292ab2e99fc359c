/** Milliseconds in steps of 0.1 below 100 ms and of 10 ms above, up to two minutes. */
const FINE_MS = 100;
const FINE = 1_000;
const COARSE_MS = 10;
const BUCKETS = FINE + 12_000;

/** Counts times; cheap enough for every delivery of a busy server. */
export class Histogram {
  readonly #buckets = new Uint32Array(BUCKETS);
  count = 0;

  add(ms: number): void {
    const bucket = ms < FINE_MS ? (ms * FINE) / FINE_MS : FINE + (ms - FINE_MS) / COARSE_MS;
    const index = Math.min(BUCKETS - 1, Math.max(0, bucket)) | 0;
    this.#buckets[index] = (this.#buckets[index] ?? 0) + 1;
    this.count++;
  }

  /** The time that this share (0 to 1) of all does not exceed; null when nothing was counted. */
  quantile(share: number): number | null {
    let left = Math.ceil(this.count * share);
    if (this.count === 0) {
      return null;
    }
    for (let index = 0; index < BUCKETS; index++) {
      left -= this.#buckets[index] ?? 0;
      if (left <= 0) {
        return upperEdge(index);
      }
    }
    return upperEdge(BUCKETS - 1);
  }

  clear(): void {
    this.#buckets.fill(0);
    this.count = 0;
  }
}

function upperEdge(index: number): number {
  return index < FINE ? ((index + 1) * FINE_MS) / FINE : FINE_MS + (index + 1 - FINE) * COARSE_MS;
}
