import type { CoreLimits } from '../limits.ts';
import type { Timers } from '../timers.ts';
import type { ClientFrame } from './frames.ts';

/** What a socket is given when it takes in or sends out more than it should. */
export type FlowVerdict = 'ok' | 'slower' | 'flooded';

/** What a message costs beside its bytes: asking is dearer than typing. */
export const WEIGHT: Readonly<Record<ClientFrame['type'], number>> = {
  edit: 1,
  presence: 1,
  step1: 10,
  queryPresence: 5,
  flushed: 5,
  mine: 5,
};

/**
 * Token buckets of one connection, for messages and bytes. Who sends too fast is read more slowly,
 * so nothing is lost; only who floods without a pause is closed.
 */
export class InboundRate {
  readonly #limits: CoreLimits;
  readonly #timers: Timers;
  #messages: number;
  #bytes: number;
  #at: number;
  #shortSince: number | null = null;

  constructor(limits: CoreLimits, timers: Timers) {
    this.#limits = limits;
    this.#timers = timers;
    this.#messages = limits.messagesBurst;
    this.#bytes = limits.bytesBurst;
    this.#at = timers.now();
  }

  /** Counts one message; one that is dear to answer counts as several. */
  take(bytes: number, weight = 1): FlowVerdict {
    this.#refill();
    this.#messages -= weight;
    this.#bytes -= bytes;
    if (this.#messages >= 0 && this.#bytes >= 0) {
      this.#shortSince = null;
      return 'ok';
    }
    this.#shortSince ??= this.#timers.now();
    const { floodMs, floodDebtMs, floodEndMs } = this.#limits;
    // A burst is paid off while it is read more slowly; who never stops is not.
    const short = this.#timers.now() - this.#shortSince;
    const isFlood = (short > floodMs && this.#debtMs() > floodDebtMs) || short > floodEndMs;
    return isFlood ? 'flooded' : 'slower';
  }

  /** Counts what a message has cost beside its bytes; the next one waits for it. */
  spend(bytes: number): void {
    this.#bytes -= bytes;
  }

  /** Milliseconds until the next message may be read. */
  waitMs(): number {
    this.#refill();
    return Math.min(this.#limits.readPauseMs, Math.max(1, Math.ceil(this.#debtMs())));
  }

  /** The time in which what was sent too much would have been allowed. */
  #debtMs(): number {
    const messages = -this.#messages / this.#limits.messagesPerSecond;
    const bytes = -this.#bytes / this.#limits.bytesPerSecond;
    return Math.max(messages, bytes) * 1000;
  }

  #refill(): void {
    const now = this.#timers.now();
    const seconds = (now - this.#at) / 1000;
    this.#at = now;
    const { messagesPerSecond, messagesBurst, bytesPerSecond, bytesBurst } = this.#limits;
    this.#messages = Math.min(messagesBurst, this.#messages + seconds * messagesPerSecond);
    this.#bytes = Math.min(bytesBurst, this.#bytes + seconds * bytesPerSecond);
  }
}

/** Refusals of one connection; one is forgiven after a while. */
export class Strikes {
  readonly #limits: CoreLimits;
  readonly #timers: Timers;
  #count = 0;
  #at = 0;

  constructor(limits: CoreLimits, timers: Timers) {
    this.#limits = limits;
    this.#timers = timers;
  }

  /** Counts a refusal. True when it was one too many. */
  add(weight: number): boolean {
    const now = this.#timers.now();
    const forgiven = Math.floor((now - this.#at) / this.#limits.strikeForgivenMs);
    this.#count = Math.max(0, this.#count - forgiven) + weight;
    this.#at = now;
    return this.#count >= this.#limits.strikes;
  }
}
