/**
 * Reads of a TrueType font what the export has to know: which characters it can draw (`cmap`) and
 * how wide they are (`hmtx`). Nothing else of the format is touched.
 */

/** One font file, read once. */
export interface Font {
  /** Glyph of a code point, 0 where the font has none. */
  glyph(codePoint: number): number;
  /** Advance width in em. */
  width(codePoint: number): number;
}

/** @throws Error when the bytes are not a TrueType font with a Unicode map. */
export function readFont(bytes: Uint8Array): Font {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tableOffsets(view);
  const glyphs = readCmap(view, tableAt(tables, 'cmap'));
  const unitsPerEm = view.getUint16(tableAt(tables, 'head') + 18);
  const metrics = view.getUint16(tableAt(tables, 'hhea') + 34);
  const hmtx = tableAt(tables, 'hmtx');
  const glyph = (codePoint: number): number => glyphs.get(codePoint) ?? 0;
  return {
    glyph,
    // Glyphs behind the last metric share its width.
    width: (codePoint) => view.getUint16(hmtx + 4 * Math.min(glyph(codePoint), metrics - 1)) / unitsPerEm,
  };
}

function tableOffsets(view: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    tables.set(tag, view.getUint32(at + 8));
  }
  return tables;
}

function tableAt(tables: ReadonlyMap<string, number>, tag: string): number {
  const offset = tables.get(tag);
  if (offset === undefined) {
    throw new Error(`The font has no table ${tag}`);
  }
  return offset;
}

/** Format 12 holds all of Unicode, format 4 the first plane; the larger one wins. */
function readCmap(view: DataView, cmap: number): Map<number, number> {
  const offsets = new Map<number, number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const offset = cmap + view.getUint32(cmap + 8 + index * 8);
    offsets.set(view.getUint16(offset), offset);
  }
  const [full, basic] = [offsets.get(12), offsets.get(4)];
  if (full !== undefined) {
    return readFormat12(view, full);
  }
  if (basic !== undefined) {
    return readFormat4(view, basic);
  }
  throw new Error('The font has no Unicode character map');
}

function readFormat12(view: DataView, at: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let group = 0; group < view.getUint32(at + 12); group++) {
    const entry = at + 16 + group * 12;
    const [first, last, glyph] = [0, 4, 8].map((field) => view.getUint32(entry + field)) as [
      number,
      number,
      number,
    ];
    for (let code = first; code <= last; code++) {
      glyphs.set(code, glyph + code - first);
    }
  }
  return glyphs;
}

function readFormat4(view: DataView, at: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const doubled = view.getUint16(at + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = view.getUint16(at + 14 + segment);
    const first = view.getUint16(at + 16 + doubled + segment);
    const delta = view.getUint16(at + 16 + 2 * doubled + segment);
    const rangeAt = at + 16 + 3 * doubled + segment;
    const range = view.getUint16(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const direct = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - first));
      const glyph = direct === 0 ? 0 : (direct + delta) & 0xffff;
      if (glyph !== 0) {
        glyphs.set(code, glyph);
      }
    }
  }
  return glyphs;
}
