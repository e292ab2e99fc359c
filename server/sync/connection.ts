import type { RawData, WebSocket } from 'ws';
import { CLOSE, type CloseName } from '#shared/wire/close.ts';
import { InboundRate, Strikes } from './flow.ts';
import { ackFrame, type ClientFrame, readFrame } from './frames.ts';
import type { SyncLimits } from './limits.ts';
import type { Timers } from './timers.ts';
import type { OpenConnection, SyncParticipant } from './types.ts';

/** The code of a socket that ended without a close frame (RFC 6455, 7.1.5). */
const NO_FAREWELL = 1006;

/** What a connection needs around it. */
export interface ConnectionTools {
  limits: SyncLimits;
  timers: Timers;
}

/** Who takes what a connection receives. */
export interface FrameTaker {
  take(connection: Connection, frame: ClientFrame): void;
  left(connection: Connection): void;
  /** The socket has drained; it lacks everything since it was paused. */
  drained(connection: Connection): void;
}

/**
 * One socket: frames in, frames out. It knows limits of rate and size and nothing of plans.
 * Frames that come before a taker is there wait, within bounds.
 */
export class Connection {
  readonly who: SyncParticipant;
  /** Sync messages with content that came in; counted as the client counts what it sends. */
  received = 0;
  /** The state of the plan went out, so broadcasts may follow. */
  joined = false;
  /** A full answer (sync step 2) came in on this connection. */
  answered = false;
  /** Messages before the full answer that had a gap; that answer carries what they had. */
  skipped: number[] = [];
  flushed = false;
  /** The line broke; nobody said good-bye, so words may still be on the other side. */
  cut = false;
  /** What the client had been sent when it was paused; null while it is not. */
  pausedAt: Uint8Array | null = null;
  readonly #socket: WebSocket;
  readonly #tools: ConnectionTools;
  readonly #rate: InboundRate;
  readonly #strikes: Strikes;
  #taker: FrameTaker | null = null;
  #early: ClientFrame[] = [];
  #earlyBytes = 0;
  #closed = false;
  #waitingBytes = 0;
  #cancelResume: (() => void) | null = null;
  #lastSent: number;
  #lastHeard: number;
  #lastPing: number;
  #pausedSince = 0;
  /** Answers it was too slow to get; it gets them after the state that they speak of. */
  #owed: Uint8Array[] = [];
  #owedAck: { n: number; seq: number } | null = null;
  /** The largest single frame on the way: a big plan alone must not look like a slow reader. */
  #largest = 0;

  constructor(socket: WebSocket, who: SyncParticipant, tools: ConnectionTools) {
    this.who = who;
    this.#socket = socket;
    this.#tools = tools;
    this.#rate = new InboundRate(tools.limits, tools.timers);
    this.#strikes = new Strikes(tools.limits, tools.timers);
    this.#lastSent = this.#lastHeard = this.#lastPing = tools.timers.now();
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('pong', () => this.#heard());
    socket.on('close', (code) => {
      this.cut ||= code === NO_FAREWELL;
      this.#leave();
    });
    // Without a listener a reset connection would end the process; 'close' follows in any case.
    socket.on('error', () => {});
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** What the rest of the server may see of it. */
  describe(): OpenConnection {
    const { participationId, deviceId, personId, role, remote } = this.who;
    return { participationId, deviceId, personId, role, remote, flushed: this.flushed };
  }

  /** From now on `taker` gets the frames, first those that waited. */
  attach(taker: FrameTaker): void {
    this.#taker = taker;
    const early = this.#early;
    this.#early = [];
    for (const frame of early) {
      if (!this.#closed) {
        taker.take(this, frame);
      }
    }
  }

  /** Sends a frame. False when the reader is too slow and it was left out. */
  send(frame: Uint8Array): boolean {
    if (this.#closed || this.pausedAt !== null) {
      return false;
    }
    this.#largest = Math.max(this.#largest, frame.length);
    this.#lastSent = this.#tools.timers.now();
    this.#socket.send(frame);
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

  /** Whether so much is on the way that nothing more should follow. */
  isSlow(): boolean {
    return this.#socket.bufferedAmount > this.#tools.limits.bufferedPauseBytes;
  }

  /** Sends nothing more until it drains; `vector` is what it has got. */
  pause(vector: Uint8Array): void {
    this.pausedAt = vector;
    this.#pausedSince = this.#tools.timers.now();
  }

  close(name: CloseName): void {
    if (this.#closed) {
      return;
    }
    const { code, reason } = CLOSE[name];
    this.#socket.close(code, reason);
    if (name === 'slow' || name === 'flooded') {
      // It does not read, so it would never see the close frame.
      this.#tools.timers.after(this.#tools.limits.sweepMs, () => this.#socket.terminate());
    }
    // A paused socket would not notice that the other side closes.
    this.#socket.resume();
    this.#leave();
  }

  /** Counts a refusal; who collects too many is closed. */
  strike(): void {
    if (this.#strikes.add()) {
      this.close('malformed');
    }
  }

  /** Bytes of this socket that wait for a commit; while they are many, it is not read. */
  waiting(bytes: number): void {
    this.#waitingBytes += bytes;
    this.#readOrPause();
  }

  /** Keeps it alive, ends what is dead or too slow, resumes what has drained. */
  sweep(keepAlive: Uint8Array): void {
    const { limits, timers } = this.#tools;
    const now = timers.now();
    if (this.pausedAt !== null) {
      this.#sweepPaused(now);
    } else if (now - this.#lastSent >= limits.keepAliveMs - limits.sweepMs) {
      this.send(keepAlive);
    }
    if (now - this.#lastHeard > limits.pongTimeoutMs) {
      this.cut = true;
      this.#socket.terminate();
      this.#leave();
    } else if (now - this.#lastPing >= limits.pingMs && !this.#closed) {
      this.#lastPing = now;
      this.#socket.ping();
    }
  }

  #sweepPaused(now: number): void {
    const { limits } = this.#tools;
    const buffered = this.#socket.bufferedAmount;
    if (buffered > limits.bufferedCloseBytes + this.#largest) {
      this.close('slow');
    } else if (buffered <= limits.bufferedPauseBytes / 2) {
      this.#largest = 0;
      this.#taker?.drained(this);
    } else if (now - this.#pausedSince > limits.bufferedTimeoutMs) {
      this.close('slow');
    }
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#closed) {
      return;
    }
    this.#heard();
    const frame = isBinary ? readFrame(asBytes(data)) : null;
    if (frame === null) {
      this.close('malformed');
      return;
    }
    const bytes = asBytes(data).length;
    const flow = this.#rate.take(bytes);
    if (flow === 'flooded') {
      this.close('flooded');
      return;
    }
    if (flow === 'slower') {
      this.#readOrPause();
    }
    if (frame.type === 'edit') {
      this.received++;
    }
    if (this.#taker) {
      this.#taker.take(this, frame);
    } else {
      this.#keepEarly(frame, bytes);
    }
  }

  #keepEarly(frame: ClientFrame, bytes: number): void {
    this.#early.push(frame);
    this.#earlyBytes += bytes;
    if (this.#earlyBytes > this.#tools.limits.waitingBytes * 2) {
      this.close('flooded');
    }
  }

  #readOrPause(): void {
    if (this.#closed || this.#cancelResume) {
      return;
    }
    const wait = this.#rate.waitMs();
    if (wait > 1) {
      this.#socket.pause();
      this.#cancelResume = this.#tools.timers.after(wait, () => {
        this.#cancelResume = null;
        this.#readOrPause();
      });
    } else if (this.#waitingBytes > this.#tools.limits.waitingBytes) {
      this.#socket.pause();
    } else {
      this.#socket.resume();
    }
  }

  #heard(): void {
    this.#lastHeard = this.#tools.timers.now();
  }

  #leave(): void {
    if (this.#closed) {
      return;
    }
    this.#closed = true;
    this.#cancelResume?.();
    this.#early = [];
    this.#taker?.left(this);
  }
}

function asBytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) {
    return Buffer.concat(data);
  }
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
