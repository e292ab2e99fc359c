import * as Y from 'yjs';

/**
 * Reads what a frame brings without making a document of it. One frame is read at a time; the reading
 * position is kept here because a busy generator reads hundreds of thousands of frames a second.
 */

/** Takes what an update brings: `length` clocks of a client from `clock` on. */
export type RangeTaker = (client: number, clock: number, length: number) => void;
/** Takes one awareness state: bytes `from` to `to` of the frame are its JSON. */
export type StateTaker = (client: number, clock: number, from: number, to: number) => void;

const GC = 0;
const DELETED = 1;
const STRING = 4;
const TYPE = 7;
const SKIP = 10;
const XML_ELEMENT = 3;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT = 0x40;
const HAS_KEY = 0x20;

/** Content that only the beginning of a plan holds; Yjs itself reads such an update. */
class Unusual extends Error {}
const UNUSUAL = new Unusual('content of a kind that no edit of the load brings');

let bytes: Uint8Array = new Uint8Array();
let at = 0;

/** Reads a varuint of `data` at `from`; `position()` is behind it. */
export function varUint(data: Uint8Array, from: number): number {
  bytes = data;
  at = from;
  return read();
}

/** Where the last reading ended. */
export function position(): number {
  return at;
}

/** Tells every range of clocks that the update in `data` from `from` to its end brings. */
export function readRanges(data: Uint8Array, from: number, take: RangeTaker): void {
  bytes = data;
  at = from;
  const found: number[] = [];
  try {
    readBlocks((client, clock, length) => found.push(client, clock, length));
  } catch (error) {
    if (!(error instanceof Unusual)) {
      throw error;
    }
    found.length = 0;
    for (const { id, length } of Y.decodeUpdate(data.subarray(from)).structs) {
      found.push(id.client, id.clock, length);
    }
  }
  for (let index = 0; index < found.length; index += 3) {
    take(found[index] ?? 0, found[index + 1] ?? 0, found[index + 2] ?? 0);
  }
}

function readBlocks(take: RangeTaker): void {
  for (let blocks = read(); blocks > 0; blocks--) {
    let structs = read();
    const client = read();
    let clock = read();
    for (; structs > 0; structs--) {
      const info = bytes[at++] ?? 0;
      const length = readStruct(info);
      if ((info & 31) !== SKIP) {
        take(client, clock, length);
      }
      clock += length;
    }
  }
}

/** Passes over one struct; gives how many clocks it has. */
function readStruct(info: number): number {
  const kind = info & 31;
  if (kind === GC || kind === SKIP) {
    return read();
  }
  if ((info & HAS_ORIGIN) !== 0) {
    passId();
  }
  if ((info & HAS_RIGHT) !== 0) {
    passId();
  }
  if ((info & (HAS_ORIGIN | HAS_RIGHT)) === 0) {
    passParent(info);
  }
  return readContent(kind);
}

function passParent(info: number): void {
  if (read() === 1) {
    readString();
  } else {
    passId();
  }
  if ((info & HAS_KEY) !== 0) {
    readString();
  }
}

function readContent(kind: number): number {
  switch (kind) {
    case DELETED:
      return read();
    case STRING:
      return readString();
    case TYPE:
      if (read() === XML_ELEMENT) {
        readString();
      }
      return 1;
    default:
      throw UNUSUAL;
  }
}

function passId(): void {
  read();
  read();
}

/** Passes over a string; gives its length in UTF-16 units, as Yjs counts. */
function readString(): number {
  const size = read();
  const end = at + size;
  let units = size;
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) === 0x80) {
      units--;
    } else if (byte >= 0xf0) {
      units++;
    }
  }
  return units;
}

function read(): number {
  let byte = bytes[at++] ?? 0;
  if (byte < 128) {
    return byte;
  }
  let value = byte & 127;
  for (let weight = 128; ; weight *= 128) {
    byte = bytes[at++] ?? 0;
    value += (byte & 127) * weight;
    if (byte < 128) {
      return value;
    }
    if (at > bytes.length) {
      throw new Error('a frame ends too early');
    }
  }
}

/** Tells every state of the awareness update in `data` from `from` on. */
export function readStates(data: Uint8Array, from: number, take: StateTaker): void {
  bytes = data;
  at = from;
  for (let count = read(); count > 0; count--) {
    const client = read();
    const clock = read();
    const size = read();
    const start = at;
    at += size;
    take(client, clock, start, at);
  }
}
