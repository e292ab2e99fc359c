import type { WebSocket } from 'ws';
import type { CoreLimits } from '../limits.ts';
import type { SyncMeter } from '../meter.ts';
import type { Timers } from '../timers.ts';
import { passingBytes } from './bytes.ts';
import { ackFrame } from './frames.ts';
import { websocketFrames } from './websocket-frames.ts';

/**
 * The connection under a websocket. What is written here must be whole websocket frames, and nothing
 * may be compressed, so that they keep their order with what the websocket sends itself.
 */
export interface Line {
  /** Bytes that have not left this process yet. */
  readonly writableLength: number;
  write(bytes: Uint8Array): unknown;
}

/** Up to so many bytes are joined to one write; copying more would cost more than it saves. */
const JOINED_BYTES = 32_768;

/** What an outbox needs around it. */
export interface SendBufferTools {
  limits: CoreLimits;
  timers: Timers;
  meter: SyncMeter;
}

/**
 * The way out of one socket. Frames of one turn of the event loop leave together, in one write. A
 * reader that is too slow gets nothing until it has drained, and then what it is owed.
 */
export class SendBuffer {
  /** What the client had been sent when it was paused; null while it is not. */
  pausedAt: Uint8Array | null = null;
  readonly #socket: WebSocket;
  readonly #line: Line | undefined;
  readonly #tools: SendBufferTools;
  #frames: Uint8Array[] = [];
  #bytes = 0;
  #lastSent: number;
  #pausedSince = 0;
  /** Answers it was too slow to get; it gets them after the state that they speak of. */
  #owed: Uint8Array[] = [];
  #owedAck: { n: number; seq: number } | null = null;
  /** The largest single frame on the way: a big plan alone must not look like a slow reader. */
  #largest = 0;
  #closed = false;

  constructor(socket: WebSocket, line: Line | undefined, tools: SendBufferTools) {
    this.#socket = socket;
    this.#line = line;
    this.#tools = tools;
    this.#lastSent = tools.timers.now();
  }

  /** Milliseconds since something went out. */
  get silentFor(): number {
    return this.#tools.timers.now() - this.#lastSent;
  }

  /** Sends a frame. False when the reader is too slow and it was left out. */
  send(frame: Uint8Array): boolean {
    if (this.#closed || this.pausedAt !== null) {
      return false;
    }
    if (this.#frames.length === 0) {
      queueMicrotask(() => this.flush());
    }
    this.#frames.push(frame);
    this.#bytes += frame.length;
    return true;
  }

  /** Sends an answer now, or when the reader has caught up. */
  sendSurely(frame: Uint8Array): void {
    if (!this.send(frame) && !this.#closed) {
      this.#owed.push(frame);
    }
  }

  /** The first `n` messages are durable. Acknowledgements are cumulative: only the last one is owed. */
  acknowledge(n: number, seq: number): void {
    if (!this.send(ackFrame(n, seq)) && !this.#closed) {
      this.#owedAck = { n, seq };
    }
  }

  /** Writes what has gathered. */
  flush(): void {
    const frames = this.#frames;
    if (frames.length === 0) {
      return;
    }
    const line = this.#line;
    if (line && this.#bytes <= JOINED_BYTES && this.#socket.readyState === this.#socket.OPEN) {
      // An idle line takes the bytes at once. On a busy one they wait, and must not keep a slab waiting.
      line.write(websocketFrames(frames, line.writableLength === 0 ? passingBytes : undefined));
    } else {
      for (const frame of frames) {
        this.#largest = Math.max(this.#largest, frame.length);
        this.#socket.send(frame);
      }
    }
    this.#tools.meter.sent(frames.length, this.#bytes);
    this.#lastSent = this.#tools.timers.now();
    this.#frames = [];
    this.#bytes = 0;
  }

  /** Nothing goes out any more; what was decided before still does. */
  close(): void {
    this.flush();
    this.#closed = true;
    this.#owed = [];
  }

  /**
   * Where so much is on the way that nothing more should follow, sends nothing more until it drains.
   * `plan` tells what it has got.
   */
  pauseIfSlow(plan: { vector(): Uint8Array }): void {
    const isSlow = this.#socket.bufferedAmount + this.#bytes > this.#tools.limits.bufferedPauseBytes;
    if (!isSlow || this.pausedAt !== null) {
      return;
    }
    this.pausedAt = plan.vector();
    this.#pausedSince = this.#tools.timers.now();
    this.#tools.meter.paused();
  }

  /** How it stands with a paused reader: it drains, has drained, or will not be waited for. */
  look(): 'draining' | 'drained' | 'hopeless' {
    const { limits, timers } = this.#tools;
    const buffered = this.#socket.bufferedAmount + this.#bytes;
    if (buffered > limits.bufferedCloseBytes + this.#largest) {
      return 'hopeless';
    }
    if (buffered <= limits.bufferedPauseBytes / 2) {
      this.#largest = 0;
      return 'drained';
    }
    return timers.now() - this.#pausedSince > limits.bufferedTimeoutMs ? 'hopeless' : 'draining';
  }

  /** Goes on after a pause, with the difference and the answers that are owed. */
  catchUp(frames: readonly Uint8Array[]): void {
    this.pausedAt = null;
    const owed = this.#owed;
    this.#owed = [];
    for (const frame of [...frames, ...owed]) {
      this.send(frame);
    }
    if (this.#owedAck) {
      const { n, seq } = this.#owedAck;
      this.#owedAck = null;
      this.acknowledge(n, seq);
    }
  }
}
