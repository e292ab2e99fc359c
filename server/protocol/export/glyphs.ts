import { readFileSync } from 'node:fs';
import { type Font, readFont } from './font.ts';
import { withFamilyName } from './private-name.ts';

/**
 * Families the page is set in, in the order in which a sign is looked for. `original` is the name in
 * the files; the typesetter knows them by a private `name`, so that no font of the machine is taken.
 */
export const FAMILIES = [
  {
    name: 'Planrunde',
    original: 'Noto Sans',
    files: ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf', 'NotoSans-Italic.ttf'],
  },
  {
    name: 'Planrunde Arabic',
    original: 'Noto Sans Arabic',
    files: ['NotoSansArabic-Regular.ttf', 'NotoSansArabic-Bold.ttf'],
  },
  { name: 'Planrunde 2', original: 'DejaVu Sans', files: ['DejaVuSans.ttf'] },
] as const;

/** Folder of the fonts and their licences. */
const FONT_FOLDER = new URL('./fonts/', import.meta.url);

/** The fonts of one export: what they can draw and how wide it is. */
export interface Glyphs {
  /** Whether one family, in every cut that is used, can draw the whole grapheme. */
  draws(grapheme: string): boolean;
  /** Width in em. */
  width(text: string, weight: 'regular' | 'bold'): number;
}

/** Variation selectors only choose between two looks of a sign; without them it reads the same. */
const VARIATION = /[\ufe0e\ufe0f]/gu;
/** Overrides of direction make other words of what was signed. */
const OVERRIDE = /[\u202a-\u202e]/u;
/** Joined pictures need one glyph for all of them; drawn side by side they say something else. */
const JOINED_PICTURES = /\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?\u200d\p{Extended_Pictographic}/u;
/** What the product itself puts around a name of another direction: no sign of the text. */
const ISOLATE = /^[\u2068\u2069]$/u;
/** Letters that every family's main font has; most texts need no closer look. */
const PLAIN = /^[\n\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2018-\u201e\u2026]*$/;

let loaded: Glyphs | undefined;

/** The font files under their private names, for the typesetter. */
export function fontFiles(): Uint8Array[] {
  return FAMILIES.flatMap(({ name, original, files }) =>
    files.map((file) => withFamilyName(readFileSync(new URL(file, FONT_FOLDER)), original, name)),
  );
}

/** The same fonts trusted with the plainest letters only: the second try when the first one failed. */
export function cautiousGlyphs(): Glyphs {
  return { ...embeddedGlyphs(), draws: (grapheme) => PLAIN.test(grapheme) };
}

/** The embedded fonts, read once. */
export function embeddedGlyphs(): Glyphs {
  loaded ??= glyphsOf(
    FAMILIES.map(({ files }) => files.map((file) => readFont(readFileSync(new URL(file, FONT_FOLDER))))),
  );
  return loaded;
}

function glyphsOf(families: readonly Font[][]): Glyphs {
  const has = (fonts: readonly Font[], signs: readonly number[]): boolean =>
    signs.every((sign) => fonts.every((font) => font.glyph(sign) !== 0));
  return {
    draws(grapheme) {
      const signs = codePointsOf(grapheme.replace(VARIATION, ''));
      const misleads = OVERRIDE.test(grapheme) || JOINED_PICTURES.test(grapheme);
      return !misleads && families.some((fonts) => has(fonts, signs));
    },
    width(text, weight) {
      const at = weight === 'bold' ? 1 : 0;
      return codePointsOf(text).reduce((sum, sign) => {
        const family = families.find((fonts) => fonts[0]?.glyph(sign)) ?? families[0];
        return sum + ((family?.[at] ?? family?.[0])?.width(sign) ?? 0);
      }, 0);
    },
  };
}

/** A grapheme that the fonts cannot draw, and what stands in the text for it. */
export interface StandIn {
  mark: string;
  /** Such as "U+1F468 U+200D U+1F469". */
  codePoints: string;
}

/** Replaces what cannot be drawn and remembers it, numbered in order of appearance. */
export interface StandIns {
  text(text: string): string;
  list(): StandIn[];
}

export function standIns(glyphs: Glyphs): StandIns {
  const segmenter = new Intl.Segmenter('de', { granularity: 'grapheme' });
  const marks = new Map<string, string>();
  const drawn = (grapheme: string): string => {
    if (grapheme === '\n' || ISOLATE.test(grapheme) || glyphs.draws(grapheme)) {
      return grapheme.replace(VARIATION, '');
    }
    const mark = marks.get(grapheme) ?? `⟦${marks.size + 1}⟧`;
    marks.set(grapheme, mark);
    return mark;
  };
  return {
    text(text) {
      return PLAIN.test(text)
        ? text
        : Array.from(segmenter.segment(text), ({ segment }) => drawn(segment)).join('');
    },
    list: () =>
      [...marks].map(([grapheme, mark]) => ({
        mark,
        codePoints: codePointsOf(grapheme)
          .map((sign) => `U+${sign.toString(16).toUpperCase().padStart(4, '0')}`)
          .join(' '),
      })),
  };
}

function codePointsOf(text: string): number[] {
  return Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
}
