/** Counts what happens too often, in memory, by a key such as a client address. */
export interface RateLimit {
  /** Whether one more is still allowed now; does not count. */
  allows(key: string): boolean;
  /** Counts one. */
  count(key: string): void;
}

/** Keys that are kept at most: an attacker with many addresses fills this and no more. */
const MOST_KEYS = 10_000;

/** At most `max` in `windowMs`, counted in fixed windows. */
export function createRateLimit(max: number, windowMs: number, now: () => number = Date.now): RateLimit {
  const counts = new Map<string, { until: number; count: number }>();
  const current = (key: string): { until: number; count: number } | undefined => {
    const entry = counts.get(key);
    return entry && entry.until > now() ? entry : undefined;
  };
  return {
    allows: (key) => (current(key)?.count ?? 0) < max,
    count(key) {
      const entry = current(key);
      if (entry) {
        entry.count++;
        return;
      }
      if (counts.size >= MOST_KEYS) {
        forget(counts, now());
      }
      counts.set(key, { until: now() + windowMs, count: 1 });
    },
  };
}

function forget(counts: Map<string, { until: number; count: number }>, now: number): void {
  for (const [key, { until }] of counts) {
    if (until <= now) {
      counts.delete(key);
    }
  }
  // All of them are fresh: the oldest half goes, so that counting never stops.
  for (const key of [...counts.keys()].slice(0, counts.size >= MOST_KEYS ? MOST_KEYS / 2 : 0)) {
    counts.delete(key);
  }
}
