import { DomainError } from '../access/domain-error.ts';

/**
 * Commands of one meeting at the same time. Each locks rows of the meeting, and while it waits for the one
 * before it holds a connection to the database, of which all meetings share a few.
 */
const MOST_AT_ONCE = 3;
/** One place is kept free for who comes first. */
const MOST_OF_OTHERS = MOST_AT_ONCE - 1;
/** More than anybody presses at the same moment; more of one is a flood. */
const MOST_WAITING_OF_ONE = 60;

/** Who waits in which line. */
export interface Turn {
  /** Lines with different keys know nothing of each other. */
  key: string;
  /** Those who wait come on by turns, one of each, however many somebody has brought along. */
  who: string;
  /** Goes before all others, and one place is free of them at any time. */
  first?: boolean;
}

/** Does some work when it is its turn. Rejects with `rate_limited` where too much of one waits. */
export type TakeTurn = <T>(turn: Turn, work: () => Promise<T>) => Promise<T>;

/** So many at once in each line, in the order in which they came, but nobody behind all of somebody else's. */
export function createTurns(): TakeTurn {
  const lines = new Map<string, Line>();
  return async ({ key, who, first = false }, work) => {
    const line = lines.get(key) ?? new Line();
    lines.set(key, line);
    await line.enter(who, first);
    try {
      return await work();
    } finally {
      if (line.leave(first)) {
        lines.delete(key);
      }
    }
  };
}

type Waiting = Map<string, (() => void)[]>;

class Line {
  /** How many run: of those who come first, and of the others. */
  readonly #running = { first: 0, others: 0 };
  readonly #waiting: Record<'first' | 'others', Waiting> = { first: new Map(), others: new Map() };

  async enter(who: string, first: boolean): Promise<void> {
    if (this.#isFree(first)) {
      this.#begin(first);
      return;
    }
    const waiting = this.#waiting[kindOf(first)];
    const own = waiting.get(who) ?? [];
    if (own.length >= MOST_WAITING_OF_ONE) {
      throw new DomainError('rate_limited');
    }
    waiting.set(who, own);
    await new Promise<void>((resolve) => own.push(resolve));
  }

  /** Lets those go on for whom there is a place now. Gives whether nobody is left. */
  leave(first: boolean): boolean {
    this.#running[kindOf(first)]--;
    for (const next of [true, false]) {
      while (this.#isFree(next)) {
        const goOn = takeFrom(this.#waiting[kindOf(next)]);
        if (!goOn) {
          break;
        }
        this.#begin(next);
        goOn();
      }
    }
    return this.#running.first + this.#running.others === 0;
  }

  #begin(first: boolean): void {
    this.#running[kindOf(first)]++;
  }

  #isFree(first: boolean): boolean {
    const { first: leading, others } = this.#running;
    return leading + others < MOST_AT_ONCE && (first || others < MOST_OF_OTHERS);
  }
}

function kindOf(first: boolean): 'first' | 'others' {
  return first ? 'first' : 'others';
}

/** The next one of whoever has waited for longest since their last; they go to the end of the line. */
function takeFrom(waiting: Waiting): (() => void) | undefined {
  const [entry] = waiting;
  if (!entry) {
    return undefined;
  }
  const [who, own] = entry;
  const goOn = own.shift();
  waiting.delete(who);
  if (own.length > 0) {
    waiting.set(who, own);
  }
  return goOn;
}
