/**
 * Words on their way into a document, from the keyboard, the clipboard or another program: what no
 * text may hold is mended before it is written, because an update that holds it is refused whole.
 * Whatever comes in over the wire is measured with `isCleanText`, so both sides mean the same.
 */

/** Line ends of other systems and of word processors: CR LF, CR, VT, FF, next line, line and paragraph separator. */
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/**
 * Characters that no text holds: controls other than line break and tab, and the signs that turn the
 * direction of what follows (UAX #9), by which a page could show other words than a version holds.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const EVERY_FORBIDDEN = new RegExp(FORBIDDEN, 'g');

/** Half characters; Unicode knows no text with them. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * Accents piled on one letter, more than any language writes: they would paint over the lines around. Those
 * that a letter can have stay.
 */
const PILED_MARKS = /([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu;

/** Whether a text holds nothing that no text may hold, half characters included. */
export function isCleanText(text: string): boolean {
  return text.isWellFormed() && !FORBIDDEN.test(text);
}

/** Text of several lines: other line ends become line feeds, forbidden characters fall away, NFC, four accents a letter. */
export function typedText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(EVERY_FORBIDDEN, '')
    .replace(LONE_SURROGATES, '')
    .normalize('NFC')
    .replace(PILED_MARKS, '$1');
}

/** Text of one line: the same, and a space where lines or columns end. */
export function typedLine(text: string): string {
  return typedText(text).replace(/[ \t]*[\n\t][\n\t ]*/g, ' ');
}

/** A value of a record as it may be written: words of one line cleaned, everything else as it is. */
export function typedValue<T>(value: T): T {
  return typeof value === 'string' ? (typedLine(value) as T & string) : value;
}
