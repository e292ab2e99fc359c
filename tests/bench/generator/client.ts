import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { MESSAGE, NACK, NACK_NAMES } from '#shared/wire/messages.ts';
import type { Place } from '../servers/rooms.ts';
import {
  ASK_FOR_ALL,
  cursorFrame,
  LAST_MOVE,
  NOTHING_NEW,
  type TypingPlace,
  typingUpdate,
  updateFrame,
} from './edits.ts';
import { position, readRanges, readStates, varUint } from './read.ts';
import type { RoomTally, Tally } from './tally.ts';

/** How frames look: as y-websocket has them, or with Hocuspocus' address before each. */
export type Dialect = 'yjs' | 'hocuspocus';

/**
 * How a server tells a client that it has its edits: by message 100, by sending them back, or not at all.
 */
export type Proof = 'ack' | 'echo' | 'none';

/** Types of Hocuspocus that the others do not have. */
const HOCUSPOCUS = { auth: 2, syncReply: 4, close: 7 } as const;
const STEP_1 = 0;
const STEP_2 = 1;
/** States larger than this are compared with the last one before they are read again. */
const BIG = 65_536;
const REMEMBERED = 8_192;
const NOTHING = new Uint8Array();

/** What a client needs to know. */
export interface ClientOrder {
  place: Place;
  dialect: Dialect;
  proof: Proof;
  /** What its server calls the room. */
  roomName: string;
  clientId: number;
  seat: number;
  all: Tally;
  room: RoomTally;
  /** Whether the state that it gets at joining is read, edit by edit. */
  readsState: boolean;
}

let lastBig: { bytes: Uint8Array; ranges: [number, number, number][] } | null = null;

/** One person: a raw socket that types, moves, and counts what comes. It keeps no document. */
export class Client {
  readonly #order: ClientOrder;
  readonly #socket: WebSocket;
  readonly #prefix: Uint8Array;
  readonly #sentAt = new Float64Array(REMEMBERED);
  readonly opened: Promise<void>;
  /** The state that the server sent when it joined. */
  plan: Uint8Array | null = null;
  typing: TypingPlace | null = null;
  /** How many of its sync messages with content the server said to keep. */
  acked = 0;
  #messages = 0;
  refusals: string[] = [];
  /** The close code, when the server ended it. */
  ended: number | null = null;
  onFrame: (() => void) | null = null;
  #clock = 0;
  #moves = 0;
  #joined = false;
  #leaving = false;

  constructor(order: ClientOrder) {
    this.#order = order;
    this.#prefix = order.dialect === 'hocuspocus' ? address(order.roomName) : NOTHING;
    this.#socket = new WebSocket(order.place.url, {
      headers: order.place.headers,
      perMessageDeflate: false,
      skipUTF8Validation: true,
    });
    this.opened = new Promise((resolve, reject) => {
      this.#socket.once('open', resolve);
      this.#socket.once('error', reject);
    });
    this.#socket.on('error', () => {});
    this.#socket.on('close', (code) => {
      this.ended = this.#leaving ? this.ended : code;
      this.onFrame?.();
    });
    this.#socket.on('message', (data: Buffer) => this.#receive(data));
  }

  /** Says who it is, where that is needed, and asks for everything. */
  async join(): Promise<void> {
    await this.opened;
    if (this.#order.dialect === 'hocuspocus') {
      this.#send(Uint8Array.of(HOCUSPOCUS.auth, 0, 1, 0x74));
    }
    this.#send(ASK_FOR_ALL);
  }

  /** Types one character. */
  type(now: number): void {
    const { clientId, room, seat, all } = this.#order;
    if (!this.typing) {
      throw new Error('nowhere to type');
    }
    const frame = updateFrame(typingUpdate(clientId, this.#clock, this.typing));
    room.sent(seat, ++this.#clock, now);
    all.counts.editsSent++;
    this.#sendEdit(frame, now);
  }

  /** Sends an update that was made before; `end` is the client's clock behind it. */
  write(update: Uint8Array, end: number, now: number): void {
    this.#order.room.sent(this.#order.seat, end, now);
    this.#sendEdit(updateFrame(update), now);
  }

  /** Moves the cursor. */
  move(isLast: boolean): void {
    const { clientId, seat, all } = this.#order;
    all.counts.cursorsSent++;
    this.#send(cursorFrame(clientId, ++this.#moves, seat, isLast));
  }

  /** Whether the server has told that it has everything of this client. */
  get isSettled(): boolean {
    const { room, seat, proof } = this.#order;
    if (proof === 'ack') {
      return this.acked >= this.#messages;
    }
    return proof === 'none' || (room.echoed[seat] ?? 0) >= room.sentBy(seat);
  }

  leave(): Promise<void> {
    this.#leaving = true;
    const closed = new Promise<void>((resolve) => this.#socket.once('close', () => resolve()));
    if (this.#socket.readyState === WebSocket.CLOSED) {
      return Promise.resolve();
    }
    this.#socket.close(1000);
    return closed;
  }

  #sendEdit(frame: Uint8Array, now: number): void {
    this.#sentAt[this.#messages++ % REMEMBERED] = now;
    this.#send(frame);
  }

  #send(frame: Uint8Array): void {
    this.#socket.send(this.#prefix.length === 0 ? frame : Buffer.concat([this.#prefix, frame]));
  }

  #receive(data: Buffer): void {
    const { counts } = this.#order.all;
    counts.frames++;
    counts.bytes += data.length;
    const type = varUint(data, this.#prefix.length);
    if (type === MESSAGE.sync || (type === HOCUSPOCUS.syncReply && this.#prefix.length > 0)) {
      this.#takeSync(data);
    } else if (type === MESSAGE.awareness) {
      this.#takeStates(data);
    } else if (type === MESSAGE.ack) {
      this.#takeAck(varUint(data, position()));
    } else if (type === MESSAGE.nack) {
      varUint(data, position());
      const code = varUint(data, position());
      this.refusals.push(NACK_NAMES.find((name) => NACK[name] === code) ?? String(code));
    } else if (type === HOCUSPOCUS.close && this.#prefix.length > 0) {
      this.refusals.push('closed by the server');
    }
    this.onFrame?.();
  }

  #takeSync(data: Buffer): void {
    const subtype = varUint(data, position());
    if (subtype === STEP_1) {
      this.#sendEdit(NOTHING_NEW, performance.now());
      return;
    }
    varUint(data, position());
    const from = position();
    // A later one is what a reader gets that was too slow: edits like any others, only late.
    const isJoining = subtype === STEP_2 && !this.#joined;
    if (isJoining) {
      this.#joined = true;
      this.plan = data.subarray(from);
    }
    if (!isJoining || this.#order.readsState) {
      this.#takeRanges(data, from, isJoining ? null : performance.now());
    }
  }

  #takeRanges(data: Buffer, from: number, now: number | null): void {
    const { room, seat } = this.#order;
    const take = (client: number, clock: number, length: number): void =>
      room.edits(seat, client, clock, length, now);
    if (data.length < BIG) {
      readRanges(data, from, take);
      return;
    }
    if (!lastBig || !data.equals(lastBig.bytes)) {
      const ranges: [number, number, number][] = [];
      readRanges(data, from, (...range) => ranges.push(range));
      lastBig = { bytes: data, ranges };
    }
    for (const range of lastBig.ranges) {
      take(...range);
    }
  }

  #takeStates(data: Buffer): void {
    varUint(data, position());
    const { room, seat } = this.#order;
    readStates(data, position(), (client, clock, from, to) => {
      const isLast = expectsLast && data.subarray(from, to).includes(LAST_MOVE);
      room.cursor(seat, client, clock, isLast);
    });
  }

  #takeAck(n: number): void {
    const now = performance.now();
    for (let message = this.acked; message < n; message++) {
      this.#order.all.ack.add(now - (this.#sentAt[message % REMEMBERED] ?? 0));
    }
    this.acked = Math.max(this.acked, n);
  }
}

let expectsLast = false;

/** From now on states are looked at for the mark of the last move. */
export function expectLastMoves(): void {
  expectsLast = true;
}

function address(roomName: string): Uint8Array {
  return encoding.encode((encoder) => encoding.writeVarString(encoder, roomName));
}
