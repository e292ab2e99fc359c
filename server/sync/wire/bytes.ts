/**
 * Frames that go out many thousand times a second are written straight into one buffer of the right
 * size: an encoder that grows would allocate and copy for each of them.
 */

/** How many bytes a number takes as a varuint (lib0: seven bits a byte, lowest first). */
export function varUintLength(value: number): number {
  let length = 1;
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    length++;
  }
  return length;
}

/** Writes a varuint and gives the position after it. Numbers may go up to 2^53 - 1. */
function writeVarUint(target: Uint8Array, at: number, value: number): number {
  let rest = value;
  let position = at;
  while (rest > 127) {
    target[position++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  target[position++] = rest;
  return position;
}

const SLAB_BYTES = 262_144;
let slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
let slabUsed = 0;

/**
 * Room for bytes that are written and forgotten at once. Thousands of buffers of their own a second
 * keep the collector busy. Whoever kept them would keep a whole slab.
 */
export function passingBytes(length: number): Buffer {
  if (length > SLAB_BYTES / 4) {
    return Buffer.allocUnsafeSlow(length);
  }
  if (slabUsed + length > SLAB_BYTES) {
    slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
    slabUsed = 0;
  }
  const bytes = slab.subarray(slabUsed, slabUsed + length);
  slabUsed += length;
  return bytes;
}

/** Numbers as varuints, then `body` without a word about its length. `room` gives the bytes. */
export function frameOf(
  numbers: readonly number[],
  body: readonly Uint8Array[] = [],
  room: (length: number) => Buffer = Buffer.allocUnsafe,
): Uint8Array {
  let length = 0;
  for (const number of numbers) {
    length += varUintLength(number);
  }
  for (const part of body) {
    length += part.length;
  }
  const frame = room(length);
  let at = 0;
  for (const number of numbers) {
    at = writeVarUint(frame, at, number);
  }
  for (const part of body) {
    frame.set(part, at);
    at += part.length;
  }
  return frame;
}
