import type { Wording } from '#shared/protocol/report/wording.ts';
import type { Glyphs, StandIns } from './glyphs.ts';

/** One sheet of a drawing, and what it shows in words for whoever does not see it. */
export interface Picture {
  svg: string;
  alt: string;
}

/** What drawing needs beside the content. */
export interface Drawing {
  words: Wording;
  glyphs: Glyphs;
  signs: StandIns;
}

/** Units of all pictures; a sheet fills an A4 page held wide. */
export const SHEET = { width: 1000, height: 610 } as const;

const ALT_CHARS = 160;

/** Words for an alternative text; the full ones stand in the document. */
export function inShort(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const signs = Array.from(line);
  return signs.length <= ALT_CHARS ? line : `${signs.slice(0, ALT_CHARS).join('')} …`;
}
