import type { RawData, WebSocket } from 'ws';
import { CLOSE, type CloseName } from '#shared/wire/close.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import type { OpenConnection, SyncParticipant } from '../types.ts';
import { InboundRate, Strikes, WEIGHT } from './flow.ts';
import { type ClientFrame, readFrame } from './frames.ts';
import { type Line, SendBuffer, type SendBufferTools } from './send-buffer.ts';

/** The code of a socket that ended without a close frame (RFC 6455, 7.1.5). */
const NO_FAREWELL = 1006;

/** Who takes what a connection receives. */
export interface FrameTaker {
  take(connection: Connection, frame: ClientFrame): void;
  left(connection: Connection): void;
  /** The socket has drained; it lacks everything since it was paused. */
  drained(connection: Connection): void;
}

/**
 * One socket: frames in, and its outbox. It knows limits of rate and size and nothing of plans.
 * Frames that come before a taker is there wait, within bounds.
 */
export class Connection {
  readonly who: SyncParticipant;
  readonly out: SendBuffer;
  /** Sync messages with content that came in; counted as the client counts what it sends. */
  received = 0;
  /** The state of the plan went out, so broadcasts may follow. */
  joined = false;
  /** A full answer (sync step 2) came in on this connection. */
  answered = false;
  /** Messages before the full answer that had a gap; that answer carries what they had. */
  skipped: number[] = [];
  /** The last message behind such a gap that is in the plan; its acknowledgement has to wait. 0: none. */
  keptAfterGap = 0;
  flushed = false;
  /** Client ids that the device says it uses; only under these an answer to a sync step claims. */
  readonly #own = new Set<number>();
  /** The line broke; nobody said good-bye, so words may still be on the other side. */
  cut = false;
  readonly #socket: WebSocket;
  readonly #tools: SendBufferTools;
  readonly #rate: InboundRate;
  readonly #strikes: Strikes;
  #taker: FrameTaker | null = null;
  #early: ClientFrame[] = [];
  #earlyBytes = 0;
  #closed = false;
  #waitingBytes = 0;
  #isReading = true;
  #cancelResume: (() => void) | null = null;
  #lastHeard: number;
  #lastPing: number;

  constructor(socket: WebSocket, line: Line | undefined, who: SyncParticipant, tools: SendBufferTools) {
    this.who = who;
    this.out = new SendBuffer(socket, line, tools);
    this.#socket = socket;
    this.#tools = tools;
    this.#rate = new InboundRate(tools.limits, tools.timers);
    this.#strikes = new Strikes(tools.limits, tools.timers);
    this.#lastHeard = this.#lastPing = tools.timers.now();
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
        this.#hand(frame, taker);
      }
    }
  }

  close(name: CloseName): void {
    if (this.#closed) {
      return;
    }
    this.out.close();
    this.#tools.meter.closed(name);
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

  /** Whether the device has said that it uses this client id. */
  uses(clientId: number): boolean {
    return this.#own.has(clientId);
  }

  /** Whether it has named any. */
  get hasNamedOwn(): boolean {
    return this.#own.size > 0;
  }

  /** The device names client ids that it uses; more than a tab can have are passed over. */
  name(clients: readonly number[]): void {
    for (const client of clients) {
      if (this.#own.size < LIMITS.ownClients) {
        this.#own.add(client);
      }
    }
  }

  /** Counts a refusal, one that cost much as several; who collects too many is closed. */
  strike(weight = 1): void {
    if (this.#strikes.add(weight)) {
      this.close('malformed');
    }
  }

  /** So many pieces of its edits had to be looked at. */
  lookedAt(pieces: number): void {
    this.#rate.spend(pieces * this.#tools.limits.bytesPerPiece);
  }

  /** Bytes of this socket that wait for a commit; while they are many, it is not read. */
  waiting(bytes: number): void {
    this.#waitingBytes += bytes;
    this.#readIfRoom();
  }

  /** Keeps it alive, ends what is dead or too slow, resumes what has drained. */
  sweep(keepAlive: Uint8Array): void {
    const { limits, timers } = this.#tools;
    const now = timers.now();
    if (this.out.pausedAt !== null) {
      this.#sweepPaused();
    } else if (this.out.silentFor >= limits.keepAliveMs - limits.sweepMs) {
      this.out.send(keepAlive);
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

  #sweepPaused(): void {
    switch (this.out.look()) {
      case 'hopeless':
        this.close('slow');
        break;
      case 'drained':
        this.#taker?.drained(this);
        break;
      case 'draining':
        break;
    }
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#closed) {
      return;
    }
    this.#heard();
    const bytes = asBytes(data);
    const frame = isBinary ? readFrame(bytes) : null;
    if (frame === null) {
      this.close('malformed');
      return;
    }
    const flow = this.#rate.take(bytes.length, WEIGHT[frame.type]);
    if (flow === 'flooded') {
      this.close('flooded');
      return;
    }
    if (flow === 'slower') {
      this.#pauseReading();
    }
    if (frame.type === 'edit') {
      this.#tools.meter.received(frame.update.length);
    }
    if (this.#taker) {
      this.#hand(frame, this.#taker);
    } else {
      this.#keepEarly(frame, bytes.length);
    }
  }

  /** Counts a message when it is taken: several that waited would else all carry the number of the last. */
  #hand(frame: ClientFrame, taker: FrameTaker): void {
    if (frame.type === 'edit') {
      this.received++;
    }
    taker.take(this, frame);
  }

  #keepEarly(frame: ClientFrame, bytes: number): void {
    this.#early.push(frame);
    this.#earlyBytes += bytes;
    if (this.#earlyBytes > this.#tools.limits.waitingBytes * 2) {
      this.close('flooded');
    }
  }

  /** Reads nothing for a while. Then it looks again, or a flood would never be noticed. */
  #pauseReading(): void {
    if (this.#closed || this.#cancelResume) {
      return;
    }
    this.#read(false);
    this.#cancelResume = this.#tools.timers.after(this.#rate.waitMs(), () => {
      this.#cancelResume = null;
      this.#readIfRoom();
    });
  }

  #readIfRoom(): void {
    if (!this.#closed && !this.#cancelResume) {
      this.#read(this.#waitingBytes <= this.#tools.limits.waitingBytes);
    }
  }

  #read(on: boolean): void {
    if (on !== this.#isReading) {
      this.#isReading = on;
      if (on) {
        this.#socket.resume();
      } else {
        this.#socket.pause();
      }
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
    this.out.close();
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
