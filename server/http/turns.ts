import { DomainError } from '../access/domain-error.ts';

/**
 * Commands of one meeting at the same time. Each locks rows of the meeting, and while it waits for the one
 * before it holds a connection to the database, of which all meetings share a few.
 */
const MOST_AT_ONCE = 3;
/** A room full of people who press at the same moment; more is a flood. */
const MOST_WAITING = 60;

/** Does some work when it is its turn under this key. Rejects with `rate_limited` where too much waits. */
export type TakeTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

interface Line {
  running: number;
  waiting: (() => void)[];
}

/** In the order in which they came, so many at once of each key. */
export function createTurns(): TakeTurn {
  const lines = new Map<string, Line>();
  return async (key, work) => {
    const line = lines.get(key) ?? { running: 0, waiting: [] };
    lines.set(key, line);
    if (line.running < MOST_AT_ONCE) {
      line.running++;
    } else if (line.waiting.length < MOST_WAITING) {
      // Whoever ends hands its turn on, so the number of those that run stays.
      await new Promise<void>((resolve) => line.waiting.push(resolve));
    } else {
      throw new DomainError('rate_limited');
    }
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next) {
        next();
      } else if (--line.running === 0) {
        lines.delete(key);
      }
    }
  };
}
