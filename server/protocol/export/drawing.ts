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

/** Longer words, in em, are for reading, not for a card: they would not fit a sheet. */
const LONGEST = 330;

/**
 * The words for a card or an alternative text on one line, whole and drawable. What is too long is not
 * cut: there stands that the words are in the text of the document.
 */
export function cardText(text: string, { words, signs, glyphs }: Drawing, most = LONGEST): string {
  const line = signs.text(text.replace(/\s+/gu, ' ').trim());
  return glyphs.width(line, 'bold') <= most ? line : words.t('protocol.picture.inText');
}
