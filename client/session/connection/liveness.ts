import { LIMITS } from '#shared/wire/limits.ts';

/** The server is heard at least every `keepAliveMs`; beyond this the connection is gone. */
const SILENCE_MS = LIMITS.keepAliveMs + 5_000;
/** A change that is not answered for this long means that nothing arrives any more. */
const UNANSWERED_MS = 5_000;
/** A device that wakes up trusts its connection only when it was heard this recently. */
const WAKE_SILENCE_MS = 3_000;

/** Tells a connection that still looks open from one that carries nothing any more. */
export class Liveness {
  /** Since when changes wait without any confirmation; infinite while none waits. */
  #waitingSince = Number.POSITIVE_INFINITY;

  waiting(): void {
    this.#waitingSince = Math.min(this.#waitingSince, Date.now());
  }

  answered(): void {
    this.#waitingSince = Number.POSITIVE_INFINITY;
  }

  /** Whether to give the connection up. `silence` is the time since the server was last heard. */
  isOver(silence: number): boolean {
    const isUnanswered = Date.now() - this.#waitingSince > UNANSWERED_MS && silence > UNANSWERED_MS;
    return silence > SILENCE_MS || isUnanswered;
  }

  /** Whether a connection may be trusted after sleep. */
  static trusts(silence: number): boolean {
    return silence <= WAKE_SILENCE_MS;
  }
}
