/** Characters of a line as long as they are in a column; a line break begins one, however short it is. */
const LINE_CHARS = 50;
/** A field that is named after a person or a record is printed with a name, or with the title of what helps. */
const NAMED_FIELD = 2 * LINE_CHARS;

/** What a text takes on paper, in characters. */
export function paperOfText(text: string): number {
  let paper = text.length;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    paper += LINE_CHARS;
  }
  return paper;
}

/** The same of a value of a record, under the name of its field. */
export function paperOfValue(value: unknown, field: string | null): number {
  return (field?.includes(':') ? NAMED_FIELD : 0) + paperOfWords(value);
}

function paperOfWords(value: unknown): number {
  if (typeof value === 'string') {
    return paperOfText(value);
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, inner) => sum + paperOfWords(inner), 0)
    : 0;
}
