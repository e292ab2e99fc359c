import type { Wording } from '#shared/i18n/wording.ts';

/** German with words 1.6 times as long. */

const FACTOR = 1.6;

/** A word of 1.6 times its letters: "Ziele" is "Zielezie". */
function longWord(word: string): string {
  return (word + word.toLowerCase()).slice(0, Math.ceil(word.length * FACTOR));
}

const longWords = (text: string): string => text.replace(/\p{L}{2,}/gu, longWord);

/** An ICU text with longer words; placeholders, plural forms and their names stay as they are. */
export function longText(text: string): string {
  /** Whether each open brace holds a text or the choices of a plural. */
  const inside: ('text' | 'choices')[] = ['text'];
  return text.replace(/\{\s*\w+\s*\}|\{\s*\w+\s*,\s*\w+\s*,|\{|\}|[^{}]+/gu, (piece) => {
    const here = inside.at(-1);
    if (piece === '}') {
      inside.pop();
    } else if (piece === '{') {
      inside.push('text');
    } else if (piece.endsWith(',') && piece.startsWith('{')) {
      inside.push('choices');
    } else if (piece.startsWith('{') === (here === 'choices')) {
      return longWords(piece);
    }
    return piece;
  });
}

/** The same for every form of address. */
export function longWording(wording: Wording): Wording {
  return typeof wording === 'string'
    ? longText(wording)
    : { du: longText(wording.du), sie: longText(wording.sie), neutral: longText(wording.neutral) };
}
