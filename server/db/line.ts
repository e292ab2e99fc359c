import { Socket } from 'node:net';

/** What a line is told and tells. */
export interface LineOptions {
  /** Milliseconds that an answer may take; null waits for ever. */
  answerMs: number | null;
  /** A line that had worked is gone, for whatever reason. Called before anybody else learns of it. */
  onLost(): void;
}

type Written = (error?: Error | null) => void;

/** The last bytes of every complete answer: "ready for query", five bytes long. */
const READY = 'Z'.charCodeAt(0);
const READY_BYTES = 6;
/** Under TLS the answers cannot be read here; a line that old has surely worked. */
const WORKED_AFTER_MS = 1_000;

/**
 * One TCP connection to the database. The driver alone would wait for ever for a server that has gone
 * silent, and would try again without a pause and without a word at one that hangs up while greeting:
 * this line gives up after a while, and calls a hang-up an error.
 */
export class DatabaseLine extends Socket {
  readonly #options: LineOptions;
  readonly #made = performance.now();
  #waiting: NodeJS.Timeout | null = null;
  #worked = false;

  constructor(options: LineOptions) {
    super();
    this.#options = options;
    this.on('data', (bytes) => this.#heard(bytes));
    this.on('end', () => this.destroy(lost('CONNECTION_CLOSED', 'the database has hung up')));
  }

  // Not `write`: connecting puts the original back in its place.
  override _write(chunk: unknown, encoding: BufferEncoding, callback: Written): void {
    this.#expectAnswer();
    super._write(chunk, encoding, callback);
  }

  override _writev(chunks: { chunk: unknown; encoding: BufferEncoding }[], callback: Written): void {
    this.#expectAnswer();
    super._writev?.(chunks, callback);
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.#stopWaiting();
    if (this.#worked || performance.now() - this.#made > WORKED_AFTER_MS) {
      this.#options.onLost();
    }
    super._destroy(error, callback);
  }

  #expectAnswer(): void {
    const { answerMs } = this.#options;
    if (answerMs !== null) {
      this.#waiting ??= setTimeout(
        () => this.destroy(lost('NO_ANSWER', `the database has not answered for ${answerMs} ms`)),
        answerMs,
      ).unref();
    }
  }

  #heard(bytes: Buffer): void {
    this.#stopWaiting();
    this.#worked ||= bytes.at(-READY_BYTES) === READY;
  }

  #stopWaiting(): void {
    if (this.#waiting) {
      clearTimeout(this.#waiting);
      this.#waiting = null;
    }
  }
}

function lost(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
