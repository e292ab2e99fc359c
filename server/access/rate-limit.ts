/** Counts what happens too often, in memory, by a key such as a client address. */
export interface RateLimit {
  /** Whether one more is still allowed now; does not count. */
  allows(key: string): boolean;
  /** Counts one. */
  count(key: string): void;
}

/** Counts in fixed windows that begin with the first count of a key. */
export interface WindowCounter {
  /** How many there were in the running window, and when it ends (ms). */
  read(key: string): { count: number; until: number };
  count(key: string, windowMs: number): void;
}

/** Keys that are kept at most: an attacker with many addresses fills this and no more. */
const MOST_KEYS = 10_000;

/** At most `max` in `windowMs`. */
export function createRateLimit(max: number, windowMs: number, now: () => number = Date.now): RateLimit {
  const counter = createWindowCounter(now);
  return {
    allows: (key) => counter.read(key).count < max,
    count: (key) => counter.count(key, windowMs),
  };
}

/** A counter with bounded memory. */
export function createWindowCounter(now: () => number = Date.now): WindowCounter {
  const windows = new Map<string, { until: number; count: number }>();
  const running = (key: string): { until: number; count: number } | undefined => {
    const window = windows.get(key);
    return window && window.until > now() ? window : undefined;
  };
  return {
    read: (key) => running(key) ?? { count: 0, until: now() },
    count(key, windowMs) {
      const window = running(key);
      if (window) {
        window.count++;
        return;
      }
      if (windows.size >= MOST_KEYS) {
        forget(windows, now());
      }
      windows.delete(key);
      windows.set(key, { until: now() + windowMs, count: 1 });
    },
  };
}

function forget(windows: Map<string, { until: number }>, now: number): void {
  for (const [key, { until }] of windows) {
    if (until <= now) {
      windows.delete(key);
    }
  }
  // All of them are running: the oldest half goes, so that counting never stops.
  for (const key of [...windows.keys()].slice(0, windows.size >= MOST_KEYS ? MOST_KEYS / 2 : 0)) {
    windows.delete(key);
  }
}
