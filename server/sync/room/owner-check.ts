import type { Timers } from '../timers.ts';

/** Finds out whether another process has taken a document over. */
export class OwnerCheck {
  readonly #timers: Timers;
  readonly #ask: () => Promise<void>;
  #askedAt: number;
  #next: Promise<void> | null = null;
  #last: Promise<void> = Promise.resolve();

  /** @param ask puts the question to the database, and ends the room where the answer is yes */
  constructor(timers: Timers, ask: () => Promise<void>) {
    this.#timers = timers;
    this.#ask = ask;
    this.#askedAt = timers.now();
  }

  /** Asked by several at once, it puts one question, never one that was put before they asked. */
  run(): Promise<void> {
    this.#next ??= this.#last.then(async () => {
      this.#next = null;
      this.#askedAt = this.#timers.now();
      const asked = this.#ask();
      this.#last = asked.catch(() => undefined);
      await asked;
    });
    return this.#next;
  }

  /** Whether nobody has asked for so long. */
  isDue(ms: number): boolean {
    return this.#timers.now() - this.#askedAt >= ms;
  }
}
