/**
 * A sentence of the page with words of the plan in it: "Handlungsziel 1.1: Ich koche mittwochs". A text of
 * the catalogue is one string, so the words are put into it between two signs that nobody types, and found
 * again behind it. Each part is then read out in its own language (UI105).
 */
export interface Part {
  words: string;
  /** Somebody's words, in the language of the plan; else words of the page. */
  isPlan: boolean;
}

const [BEGIN, END] = ['\u{f0000}', '\u{f0001}'];
const BETWEEN = new RegExp(`${BEGIN}([^${END}]*)${END}`, 'u');

/** Words of the plan, for the middle of a text of the page that `inParts` takes apart. */
export function planWords(words: string): string {
  return words === '' ? '' : `${BEGIN}${words}${END}`;
}

/** The parts of a text, in their order; none is empty. */
export function inParts(text: string): Part[] {
  return text
    .split(BETWEEN)
    .map((words, index) => ({ words, isPlan: index % 2 === 1 }))
    .filter(({ words }) => words !== '');
}

/** The whole sentence, where nobody tells languages apart. */
export function plainWords(parts: readonly Part[]): string {
  return parts.map(({ words }) => words).join('');
}
