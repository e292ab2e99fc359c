import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { step2Frame, updateFrame } from '#server/sync/wire/frames.ts';
import { MESSAGE, NACK, NACK_NAMES, type NackName } from '#shared/wire/messages.ts';
import { until } from './sync-server.ts';

/** A client of somebody's own making: sends what it likes and notes what comes back. */
export class RawClient {
  readonly socket: WebSocket;
  readonly nacks: NackName[] = [];
  acked = 0;
  frames = 0;
  closed: number | null = null;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(url, { headers });
    this.socket.on('message', (data: Buffer) => this.#read(data));
    this.socket.on('close', (code) => {
      this.closed = code;
    });
    this.socket.on('error', () => undefined);
  }

  /** Opens it and, as an honest client would, says that it has nothing. */
  async open(): Promise<this> {
    await until(() => this.socket.readyState === WebSocket.OPEN, 'the socket is open');
    this.send(step2Frame(Uint8Array.of(0, 0)));
    await until(() => this.acked === 1, 'the empty answer is taken');
    return this;
  }

  send(frame: Uint8Array | string): void {
    if (this.socket.readyState === WebSocket.OPEN) {
      this.socket.send(frame);
    }
  }

  /** Sends an update and gives what the server says to it: a code, `taken`, or `closed`. */
  async answerTo(update: Uint8Array): Promise<NackName | 'taken' | 'closed'> {
    const [nacks, acked] = [this.nacks.length, this.acked];
    this.send(updateFrame(update));
    await until(
      () => this.nacks.length > nacks || this.acked > acked || this.closed !== null,
      'the server answers',
    );
    return this.nacks[nacks] ?? (this.acked > acked ? 'taken' : 'closed');
  }

  /** The code with which the server closes it. */
  async untilClosed(ms?: number): Promise<number> {
    await until(() => this.closed !== null, 'the socket is closed', ms);
    return this.closed ?? 0;
  }

  end(): void {
    this.socket.terminate();
  }

  #read(data: Buffer): void {
    this.frames++;
    const decoder = decoding.createDecoder(new Uint8Array(data));
    const type = decoding.readVarUint(decoder);
    const n = type === MESSAGE.ack || type === MESSAGE.nack ? decoding.readVarUint(decoder) : 0;
    if (type === MESSAGE.ack) {
      this.acked = n;
    } else if (type === MESSAGE.nack) {
      const code = decoding.readVarUint(decoder);
      this.nacks.push(NACK_NAMES.find((name) => NACK[name] === code) ?? 'malformed');
    }
  }
}
