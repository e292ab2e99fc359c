/**
 * Arrays of texts as PostgreSQL writes them: `{a,"b, c",NULL}`. The driver would ask each new connection for
 * the types of all arrays, in nobody's name: a line that is cut in that moment ends the process. These are the
 * only arrays that go to the database or come from it.
 */

const TEXT_ARRAY = 1009;
/** A quoted text with escapes, or one without quotation marks. */
const PART = /"((?:[^"\\]|\\.)*)"|([^,{}"]+)/gs;

/** Handles the type `text[]`. */
export const TEXT_ARRAYS = {
  to: TEXT_ARRAY,
  from: [TEXT_ARRAY],
  serialize: (texts: readonly (string | null)[]): string => `{${texts.map(written).join(',')}}`,
  parse: (array: string): (string | null)[] =>
    [...array.matchAll(PART)].map(([, quoted, bare]) =>
      quoted === undefined ? (bare === 'NULL' ? null : (bare ?? '')) : quoted.replace(/\\(.)/gs, '$1'),
    ),
};

function written(text: string | null): string {
  return text === null ? 'NULL' : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
