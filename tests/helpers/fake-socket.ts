import { EventEmitter } from 'node:events';
import * as decoding from 'lib0/decoding';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { frameOf } from '#server/sync/wire/bytes.ts';
import { presenceFrame, step1Frame, step2Frame, updateFrame } from '#server/sync/wire/frames.ts';
import { MESSAGE, NACK, NACK_NAMES, type NackName, type WireState } from '#shared/wire/messages.ts';

/** A frame of the server in words. */
export type Told =
  | { type: 'state'; state: WireState }
  | { type: 'step1' }
  | { type: 'step2' }
  | { type: 'update' }
  | { type: 'presence'; states: Record<number, unknown> }
  | { type: 'ack'; n: number; seq: number }
  | { type: 'nack'; n: number; code: NackName }
  | { type: 'frozen'; versionId: string };

/**
 * A socket without a network: what the server sends is read into `told` and, for sync, into `doc`.
 * `bufferedAmount` is the test's to set.
 */
export class FakeSocket extends EventEmitter {
  readonly doc = new Y.Doc();
  told: Told[] = [];
  /** The same frames as they came. */
  raw: Uint8Array[] = [];
  closed: number | null = null;
  terminated = false;
  isPaused = false;
  pings = 0;
  bufferedAmount = 0;

  /** The same object as the sync core sees it. */
  asSocket(): WebSocket {
    return this as unknown as WebSocket;
  }

  send(frame: Uint8Array): void {
    this.raw.push(frame);
    this.told.push(this.#read(frame));
  }

  close(code: number): void {
    this.closed ??= code;
  }

  terminate(): void {
    this.terminated = true;
  }

  ping(): void {
    this.pings++;
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }

  /** A frame comes in from the client. */
  receive(frame: Uint8Array): void {
    this.emit('message', Buffer.from(frame), true);
  }

  /** Says hello as a page does: which client id it uses, and what it has. */
  hello(): void {
    this.receive(frameOf([MESSAGE.mine, 1, this.doc.clientID]));
    this.receive(step1Frame(Y.encodeStateVector(this.doc)));
  }

  /** Answers the server's sync step 1. */
  answer(update = Y.encodeStateAsUpdate(this.doc)): void {
    this.receive(step2Frame(update));
  }

  /** Writes in its own document and sends that. */
  write(change: (doc: Y.Doc) => void): void {
    const updates: Uint8Array[] = [];
    const listen = (update: Uint8Array): void => {
      updates.push(update);
    };
    this.doc.on('update', listen);
    this.doc.transact(() => change(this.doc));
    this.doc.off('update', listen);
    for (const update of updates) {
      this.receive(updateFrame(update));
    }
  }

  /** Says where its finger is. */
  present(state: unknown, clientId = this.doc.clientID, clock = 1): void {
    this.receive(presenceFrame([{ clientId, clock, state }]));
  }

  /** The connection is gone. */
  drop(): void {
    this.emit('close');
  }

  of<T extends Told['type']>(type: T): Extract<Told, { type: T }>[] {
    return this.told.filter((told): told is Extract<Told, { type: T }> => told.type === type);
  }

  #read(frame: Uint8Array): Told {
    const decoder = decoding.createDecoder(frame);
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync:
        return this.#readSync(decoder);
      case MESSAGE.awareness:
        return { type: 'presence', states: readStates(decoding.readVarUint8Array(decoder)) };
      case MESSAGE.ack:
        return { type: 'ack', n: decoding.readVarUint(decoder), seq: decoding.readVarUint(decoder) };
      case MESSAGE.nack: {
        const n = decoding.readVarUint(decoder);
        const code = decoding.readVarUint(decoder);
        return { type: 'nack', n, code: NACK_NAMES.find((name) => NACK[name] === code) ?? 'malformed' };
      }
      case MESSAGE.state:
        return { type: 'state', state: JSON.parse(decoding.readVarString(decoder)) as WireState };
      case MESSAGE.frozen:
        return { type: 'frozen', versionId: decoding.readVarString(decoder) };
      default:
        throw new Error('the server sent a message that does not exist');
    }
  }

  #readSync(decoder: decoding.Decoder): Told {
    const subtype = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (subtype === 0) {
      return { type: 'step1' };
    }
    Y.applyUpdate(this.doc, bytes);
    return { type: subtype === 1 ? 'step2' : 'update' };
  }
}

function readStates(update: Uint8Array): Record<number, unknown> {
  const decoder = decoding.createDecoder(update);
  const states: Record<number, unknown> = {};
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const clientId = decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    states[clientId] = JSON.parse(decoding.readVarString(decoder));
  }
  return states;
}
