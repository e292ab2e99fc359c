import * as Y from 'yjs';

/** Everything that stands in a document, as one text. */
export function wordsOf(doc: Y.Doc): string {
  return JSON.stringify([...doc.share.keys()].map((root) => doc.getMap(root).toJSON()));
}

/**
 * Writes where these words stand: a word more before them in a text; a single value is replaced.
 * False where they stand nowhere.
 */
export function writeBeside(doc: Y.Doc, words: string, other: string | number): boolean {
  const into = (type: unknown): boolean => {
    if (type instanceof Y.Text || type instanceof Y.XmlText) {
      const at = type.toString().indexOf(words);
      if (at >= 0) {
        type.insert(at, `${other} `);
      }
      return at >= 0;
    }
    return type instanceof Y.Map && [...type.entries()].some(([key, value]) => intoValue(type, key, value));
  };
  const intoValue = (map: Y.Map<unknown>, key: string, value: unknown): boolean => {
    const isWords = typeof value === 'string' && value.includes(words);
    if (isWords || (typeof value === 'number' && String(value) === words)) {
      map.set(key, other);
      return true;
    }
    return into(value);
  };
  return [...doc.share.keys()].some((root) => into(doc.getMap(root)));
}
