import * as encoding from 'lib0/encoding';

/** Builds V1 updates by hand, as no honest Yjs would write them. */

/** One struct on the wire: its info byte and what follows. */
export type RawStruct = (encoder: encoding.Encoder) => void;

const ORIGIN_BIT = 0x80;
const RIGHT_ORIGIN_BIT = 0x40;
const KEY_BIT = 0x20;

/** Where a raw item claims to sit. */
export interface RawPlace {
  origin?: [client: number, clock: number];
  right?: [client: number, clock: number];
  root?: string;
  parent?: [client: number, clock: number];
  key?: string;
}

export function rawUpdate(
  blocks: { client: number; clock: number; structs: RawStruct[] }[],
  deletions: { client: number; ranges: [clock: number, len: number][] }[] = [],
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, blocks.length);
    for (const { client, clock, structs } of blocks) {
      encoding.writeVarUint(encoder, structs.length);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      for (const write of structs) {
        write(encoder);
      }
    }
    encoding.writeVarUint(encoder, deletions.length);
    for (const { client, ranges } of deletions) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const [clock, len] of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, len);
      }
    }
  });
}

export function rawString(text: string, place: RawPlace): RawStruct {
  return rawItem(4, place, (encoder) => encoding.writeVarString(encoder, text));
}

export function rawAny(values: unknown[], place: RawPlace): RawStruct {
  return rawItem(8, place, (encoder) => {
    encoding.writeVarUint(encoder, values.length);
    for (const value of values) {
      encoding.writeAny(encoder, value as never);
    }
  });
}

/** A shared type by its number: 0 array, 1 map, 2 text, 3 element, 4 fragment, 5 hook, 6 xml text. */
export function rawType(type: number, place: RawPlace, name?: string): RawStruct {
  return rawItem(7, place, (encoder) => {
    encoding.writeVarUint(encoder, type);
    if (name !== undefined) {
      encoding.writeVarString(encoder, name);
    }
  });
}

/** Content by its number, with a payload of its own. */
export function rawItem(content: number, place: RawPlace, payload: RawStruct): RawStruct {
  return (encoder) => {
    const isNamed = !place.origin && !place.right;
    const info =
      content |
      (place.origin ? ORIGIN_BIT : 0) |
      (place.right ? RIGHT_ORIGIN_BIT : 0) |
      (isNamed && place.key !== undefined ? KEY_BIT : 0);
    encoding.writeUint8(encoder, info);
    for (const id of [place.origin, place.right]) {
      if (id) {
        writeId(encoder, id);
      }
    }
    if (isNamed) {
      writeParent(encoder, place);
    }
    payload(encoder);
  };
}

/** A struct that only keeps clocks: 0 gc, 10 skip. */
export function rawGap(info: 0 | 10, length: number): RawStruct {
  return (encoder) => {
    encoding.writeUint8(encoder, info);
    encoding.writeVarUint(encoder, length);
  };
}

function writeParent(encoder: encoding.Encoder, place: RawPlace): void {
  if (place.root !== undefined) {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, place.root);
  } else {
    encoding.writeVarUint(encoder, 0);
    writeId(encoder, place.parent ?? [0, 0]);
  }
  if (place.key !== undefined) {
    encoding.writeVarString(encoder, place.key);
  }
}

function writeId(encoder: encoding.Encoder, [client, clock]: [number, number]): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}
