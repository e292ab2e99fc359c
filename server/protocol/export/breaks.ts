/**
 * Where a text may break that has no space for long: an address, a number, a word that is none. The
 * places are told to the typesetter beside the text and are no signs of it, so that searching and
 * copying give what was typed. Words are hyphenated by the typesetter, whose sign readers know as such.
 */

/** Noncharacters: no text that is drawn holds one, because no font has a glyph for it. */
const UNIT = { start: '\ufdd0', break: '\ufdd1', end: '\ufdd2' } as const;

/** A run shorter than this fits every column. */
const SHORT = 12;
/** Most signs between two places to break. */
const STEP = 8;
/** The longest words of the language have about eighty letters. */
const LONGEST_WORD = 80;
/** Letters, also joined by hyphens or slashes, perhaps in brackets and with a full stop. */
const LETTERS = /^\p{P}*[\p{L}\p{M}'’]+(?:[-–/][\p{L}\p{M}'’]+)*\p{P}*$/u;
/** What no word has, and nobody could hyphenate. */
const NO_WORD = /(\p{L})\1{3}|[^aeiouyäöüàáâãåæèéêëìíîïıòóôõøœùúûý\P{Script=Latin}]{9}/iu;
/** A name or text of another direction, which the product has set apart. */
const ISOLATED = /\u2068([^\u2069]*)\u2069/u;
/** Before a hyphen, so that it is not taken for the typesetter's own; marks stay with their letter. */
const PART = new RegExp(`-?[^-]{1,${STEP}}\\p{M}*|-`, 'gu');
/** Behind the other signs that join parts. */
const SEPARATED = /(?<=[/.@_?&=:,])/u;

/** The text with its units marked: each stays whole on a line of its own, and breaks only where none is long enough. */
export function marked(text: string): string {
  return text
    .split(ISOLATED)
    .map((part, index) => (index % 2 === 1 ? unit([part]) : part.replace(/\S+/gu, runOf)))
    .join('');
}

/** The text without what only the typesetter reads. */
export function unmarked(text: string): string {
  return text.replace(/[\u2068\u2069]/gu, '');
}

function runOf(run: string): string {
  const isWord = LETTERS.test(run) && run.length <= LONGEST_WORD && !NO_WORD.test(run);
  return run.length < SHORT || isWord ? run : unit(partsOf(run));
}

function partsOf(run: string): string[] {
  return run.split(SEPARATED).flatMap((piece) => piece.match(PART) ?? []);
}

function unit(parts: readonly string[]): string {
  return UNIT.start + parts.join(UNIT.break) + UNIT.end;
}
