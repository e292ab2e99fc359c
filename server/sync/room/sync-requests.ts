import type { Timers } from '../timers.ts';
import type { Connection } from '../wire/connection.ts';

/** An answer that took so long is dear: a large plan is encoded for it. */
const DEAR_MS = 5;
/** One device may take up a twentieth of the time with its questions. */
const SHARE = 20;

/**
 * Answers to "what do I lack?" (sync step 1). Cheap ones go at once. Whoever asks again and again for
 * what is dear waits, however many sockets it has; of several questions of one socket the last is
 * answered.
 */
export class SyncRequests {
  readonly #timers: Timers;
  /** When a device may ask for something dear again. */
  readonly #freeAt = new Map<string, number>();
  readonly #waiting = new Map<Connection, Uint8Array>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Runs `answer` with the connection's latest state vector, now or later. */
  ask(connection: Connection, vector: Uint8Array, answer: (vector: Uint8Array) => void): void {
    const isWaiting = this.#waiting.has(connection);
    this.#waiting.set(connection, vector);
    if (!isWaiting) {
      this.#answerWhenFree(connection, answer);
    }
  }

  #answerWhenFree(connection: Connection, answer: (vector: Uint8Array) => void): void {
    const { deviceId } = connection.who;
    const wait = (this.#freeAt.get(deviceId) ?? 0) - this.#timers.now();
    if (wait > 0) {
      this.#timers.after(wait, () => this.#answerWhenFree(connection, answer));
      return;
    }
    const vector = this.#waiting.get(connection);
    this.#waiting.delete(connection);
    this.#freeAt.delete(deviceId);
    if (vector && !connection.closed) {
      answer(vector);
    }
  }

  /** Notes that an answer to this device took so long. */
  took(connection: Connection, ms: number): void {
    if (ms >= DEAR_MS) {
      const { deviceId } = connection.who;
      const from = Math.max(this.#timers.now(), this.#freeAt.get(deviceId) ?? 0);
      this.#freeAt.set(deviceId, from + ms * SHARE);
    }
  }
}
