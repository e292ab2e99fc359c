import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

/**
 * A document of paragraphs and the words that it shows: a line a paragraph. A place among the words is a
 * number of characters; the editor also counts where paragraphs begin and end.
 */

/** The words of an editor's document. */
export function wordsOf(doc: Node): string {
  return doc.textBetween(0, doc.content.size, '\n');
}

/** Where a place of the editor is among the words. */
export function offsetOf(doc: Node, position: number): number {
  return doc.textBetween(0, position, '\n').length;
}

/** Where a place among these words is in their editor. */
export function positionOf(words: string, offset: number): number {
  const before = words.slice(0, offset);
  return before.length + before.split('\n').length;
}

/** The document that shows these words. */
export function documentOf(schema: Schema, words: string): Node {
  return schema.node('doc', null, paragraphs(schema, words));
}

/** Puts `added` in the place of `removed` characters of the words that the transaction's document shows. */
export function replaceWords(
  transaction: Transaction,
  words: string,
  { at, removed, added }: { at: number; removed: number; added: string },
): string {
  const { schema } = transaction.doc.type;
  const slice = added === '' ? Slice.empty : new Slice(Fragment.from(paragraphs(schema, added)), 1, 1);
  transaction.replace(positionOf(words, at), positionOf(words, at + removed), slice);
  return words.slice(0, at) + added + words.slice(at + removed);
}

function paragraphs(schema: Schema, words: string): Node[] {
  return words
    .split('\n')
    .map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]));
}
