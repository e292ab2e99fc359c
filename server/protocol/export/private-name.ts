/**
 * Gives a font a family name of our own, in memory only. The typesetter also sees the fonts of the
 * machine: a "DejaVu Sans Bold" installed there would be taken for bold signs, though it lacks some
 * that our file has, and the page would look different on every machine.
 */

/** Name records that say the family: family, full name, typographic family. */
const FAMILY_RECORDS = [1, 4, 16];

/** A copy whose family is `to` instead of `from`; both have the same length, so nothing moves. */
export function withFamilyName(bytes: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) {
    throw new Error(`"${from}" and "${to}" differ in length`);
  }
  const copy = Buffer.from(bytes);
  const table = nameTable(copy);
  const strings = table + copy.readUInt16BE(table + 4);
  for (let index = 0; index < copy.readUInt16BE(table + 2); index++) {
    const record = table + 6 + index * 12;
    if (FAMILY_RECORDS.includes(copy.readUInt16BE(record + 6))) {
      const start = strings + copy.readUInt16BE(record + 10);
      replaceIn(copy.subarray(start, start + copy.readUInt16BE(record + 8)), from, to);
    }
  }
  return copy;
}

function nameTable(bytes: Buffer): number {
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const at = 12 + index * 16;
    if (bytes.toString('latin1', at, at + 4) === 'name') {
      return bytes.readUInt32BE(at + 8);
    }
  }
  throw new Error('The font has no names');
}

/** Names are stored as UTF-16 with the high byte first, or as one byte a letter. */
function replaceIn(name: Buffer, from: string, to: string): void {
  for (const encode of [wide, (text: string) => Buffer.from(text, 'latin1')]) {
    const at = name.indexOf(encode(from));
    if (at >= 0) {
      encode(to).copy(name, at);
      return;
    }
  }
}

function wide(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}
