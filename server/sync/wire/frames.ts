import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { parseJson } from '#shared/json.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import { MESSAGE, NACK, type NackName, type WireState } from '#shared/wire/messages.ts';
import { frameOf, passingBytes, varUintLength } from './bytes.ts';

/** Subtypes of a sync message (y-protocols). */
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** A frame of a client, taken apart. */
export type ClientFrame =
  | { type: 'step1'; vector: Uint8Array }
  /** `full` marks a sync step 2: everything the client has and the server, as it said, lacks. */
  | { type: 'edit'; full: boolean; update: Uint8Array }
  | { type: 'presence'; update: Uint8Array }
  | { type: 'queryPresence' }
  | { type: 'flushed' }
  /** Client ids that the device says it uses. */
  | { type: 'mine'; clients: number[] };

/** One state of awareness on the wire; null says that the client is gone. */
export interface PresenceEntry {
  clientId: number;
  clock: number;
  state: unknown;
}

/** Reads a client's frame; null when it is none of ours or something is left over. */
export function readFrame(data: Uint8Array): ClientFrame | null {
  try {
    const decoder = decoding.createDecoder(data);
    const frame = readMessage(decoder);
    return decoding.hasContent(decoder) ? null : frame;
  } catch {
    return null;
  }
}

function readMessage(decoder: decoding.Decoder): ClientFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync:
      return readSync(decoder);
    case MESSAGE.awareness:
      return { type: 'presence', update: decoding.readVarUint8Array(decoder) };
    case MESSAGE.queryAwareness:
      return { type: 'queryPresence' };
    case MESSAGE.flushed:
      return { type: 'flushed' };
    case MESSAGE.mine:
      return readMine(decoder);
    default:
      return null;
  }
}

function readMine(decoder: decoding.Decoder): ClientFrame | null {
  const count = decoding.readVarUint(decoder);
  return count > LIMITS.ownClients
    ? null
    : { type: 'mine', clients: Array.from({ length: count }, () => decoding.readVarUint(decoder)) };
}

function readSync(decoder: decoding.Decoder): ClientFrame | null {
  const subtype = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  switch (subtype) {
    case STEP_1:
      return { type: 'step1', vector: bytes };
    case STEP_2:
      return { type: 'edit', full: true, update: bytes };
    case UPDATE:
      return { type: 'edit', full: false, update: bytes };
    default:
      return null;
  }
}

/** Asks the client for everything that this state vector lacks. */
export function step1Frame(vector: Uint8Array): Uint8Array {
  return syncFrame(STEP_1, vector);
}

/** Answers a client's step 1. */
export function step2Frame(update: Uint8Array): Uint8Array {
  return syncFrame(STEP_2, update);
}

/** One committed update. */
export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(UPDATE, update);
}

function syncFrame(subtype: number, bytes: Uint8Array): Uint8Array {
  return frameOf([MESSAGE.sync, subtype, bytes.length], [bytes]);
}

/** The first `n` sync messages of this socket are durable; the log stands at `seq`. */
export function ackFrame(n: number, seq: number): Uint8Array {
  return frameOf([MESSAGE.ack, n, seq]);
}

/** The n-th sync message was refused. */
export function nackFrame(n: number, code: NackName, reason: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.nack);
    encoding.writeVarUint(encoder, n);
    encoding.writeVarUint(encoder, NACK[code]);
    encoding.writeVarString(encoder, reason);
  });
}

/** State of the plan for one participant. */
export function stateFrame(state: WireState): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.state);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });
}

/** The plan is frozen as this version. */
export function frozenFrame(versionId: string, sha256: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.frozen);
    encoding.writeVarString(encoder, versionId);
    encoding.writeVarUint8Array(encoder, Buffer.from(sha256, 'hex'));
  });
}

/** States of awareness. Without entries it means nothing and keeps the stock client from leaving. */
export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  return presenceFrameOf(entries.map(encodePresence));
}

/** One state in the form in which it stands in frames; encoded once for all who get it. */
export function encodePresence({ clientId, clock, state }: PresenceEntry): Uint8Array {
  const json = Buffer.from(JSON.stringify(state));
  return frameOf([clientId, clock, json.length], [json]);
}

/** A frame of states that are encoded already. It goes out at once and is kept by nobody. */
export function presenceFrameOf(encoded: readonly Uint8Array[]): Uint8Array {
  let length = varUintLength(encoded.length);
  for (const bytes of encoded) {
    length += bytes.length;
  }
  return frameOf([MESSAGE.awareness, length, encoded.length], encoded, passingBytes);
}

/** Reads the entries of a client's awareness update; null when it cannot be read. */
export function readPresence(update: Uint8Array): PresenceEntry[] | null {
  try {
    const decoder = decoding.createDecoder(update);
    const count = decoding.readVarUint(decoder);
    const entries: PresenceEntry[] = [];
    for (let i = 0; i < count; i++) {
      const clientId = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state = parseJson(decoding.readVarString(decoder));
      if (state === undefined) {
        return null;
      }
      entries.push({ clientId, clock, state });
    }
    return decoding.hasContent(decoder) ? null : entries;
  } catch {
    return null;
  }
}
