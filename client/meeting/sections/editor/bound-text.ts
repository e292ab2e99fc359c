import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { typedText } from '#shared/domain/typed-text.ts';
import {
  applySplice,
  LaggingText,
  mapIndex,
  type Splice,
  spliceBetween,
  type TextDelta,
} from '../../../plan/fields/text-field.ts';
import { documentOf, offsetOf, positionOf, replaceWords, wordsOf } from './lines.ts';

/** The shared text that an editor writes. */
export interface TextPlace {
  /** The text; null while nobody has written there. */
  find(): Y.Text | null;
  /** Makes it, for the first words. */
  make(): void;
}

/** Marks what an editor only takes over. */
const SHARED = 'shared';

/**
 * Ties an editor of paragraphs to a shared text. What is typed is written at once, each step of the editor
 * as its smallest change; what others write is shown at once and leaves the selection before the same
 * words. While an input method composes a word, the editor is left alone: its letters are written as they
 * come, and the words of others wait until the word is done.
 */
export class BoundText {
  readonly #place: TextPlace;
  #view: EditorView | null = null;
  #text: Y.Text | null = null;
  #lagging: LaggingText | null = null;
  #isWriting = false;

  constructor(place: TextPlace) {
    this.#place = place;
  }

  /** What an editor starts with, as Tiptap takes it. */
  document(): object {
    const content = this.#words()
      .split('\n')
      .map((text) => ({ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }));
    return { type: 'doc', content };
  }

  /** Ties the view of the editor; gives the way to let it go. */
  bind(view: EditorView): () => void {
    this.#view = view;
    this.#follow();
    // Not while the view is being made.
    queueMicrotask(() => this.#showAll());
    return () => {
      this.#text?.unobserve(this.#heard);
      this.#text = null;
      this.#view = null;
    };
  }

  /** Writes what this transaction of the editor has changed. */
  wrote(transaction: Transaction): void {
    if (!transaction.docChanged || transaction.getMeta(SHARED) === true) {
      return;
    }
    for (const splice of splicesOf(transaction)) {
      // A word that is still being composed is the input method's; it is left as it is.
      const added = this.#lagging ? splice.added : typedText(splice.added);
      this.#write({ ...splice, added });
      if (added !== splice.added) {
        break;
      }
    }
    if (this.#lagging === null) {
      this.#showAll();
    }
  }

  /** An input method begins a word. */
  composes(): void {
    if (this.#view) {
      this.#lagging ??= new LaggingText(wordsOf(this.#view.state.doc));
    }
  }

  /** The word is done, and the editor has taken it over. */
  composed(): void {
    const lagging = this.#lagging;
    this.#lagging = null;
    if (lagging) {
      this.#showAll((offset) => lagging.placeOf(offset));
    }
  }

  #words(): string {
    return this.#place.find()?.toString() ?? '';
  }

  #follow(): void {
    this.#text = this.#place.find();
    this.#text?.observe(this.#heard);
  }

  #write(splice: Splice): void {
    if (this.#text === null) {
      this.#place.make();
      this.#follow();
    }
    const text = this.#text;
    if (text === null) {
      return;
    }
    this.#isWriting = true;
    text.doc?.transact(() => {
      if (this.#lagging) {
        this.#lagging.local(text, splice);
      } else {
        applySplice(text, splice);
      }
    }, ORIGIN.text);
    this.#isWriting = false;
  }

  readonly #heard = (event: Y.YTextEvent): void => {
    if (this.#isWriting) {
      return;
    }
    const delta = event.delta as TextDelta;
    if (this.#lagging) {
      this.#lagging.remote(delta);
    } else {
      this.#show(delta, (offset) => mapIndex(offset, delta));
    }
  };

  /** Brings the view to the shared words, where it shows others. */
  #showAll(place: (offset: number) => number = (offset) => offset): void {
    const view = this.#view;
    const words = this.#words();
    if (view && !view.state.doc.eq(documentOf(view.state.schema, words))) {
      const shown = wordsOf(view.state.doc);
      const splice = spliceBetween(shown, words, words.length);
      const delta = splice ? deltaOf(splice) : [{ delete: shown.length }, { insert: words }];
      this.#show(delta, place);
    }
  }

  #show(delta: TextDelta, place: (offset: number) => number): void {
    const view = this.#view;
    if (view) {
      view.dispatch(shownBy(view, delta, place));
    }
  }
}

/** What each step of a transaction has changed, where the words before it stand. */
function splicesOf({ steps, docs, doc }: Transaction): Splice[] {
  return steps.flatMap((step, index) => {
    const [before, after] = [docs[index], docs[index + 1] ?? doc];
    let end = 0;
    step.getMap().forEach((_from, _to, _newFrom, newTo) => {
      end = Math.max(end, newTo);
    });
    const splice = before && spliceBetween(wordsOf(before), wordsOf(after), offsetOf(after, end));
    return splice ? [splice] : [];
  });
}

function deltaOf({ at, removed, added }: Splice): TextDelta {
  return [{ retain: at }, { delete: removed }, { insert: added }];
}

/** The transaction that shows a change of the words; the selection keeps its words and its direction. */
function shownBy({ state }: EditorView, delta: TextDelta, place: (offset: number) => number): Transaction {
  const { tr: transaction, selection, doc } = state;
  let words = wordsOf(doc);
  let at = 0;
  for (const { retain = 0, delete: removed = 0, insert } of delta) {
    at += retain;
    const added = typeof insert === 'string' ? insert : '';
    if (removed > 0 || added !== '') {
      words = replaceWords(transaction, words, { at, removed, added });
      at += added.length;
    }
  }
  if (selection instanceof TextSelection) {
    const [anchor, head] = [selection.anchor, selection.head].map((one) => place(offsetOf(doc, one)));
    transaction.setSelection(selectionIn(transaction.doc, words, anchor ?? 0, head ?? 0));
  }
  return transaction.setMeta(SHARED, true).setMeta('addToHistory', false);
}

function selectionIn(doc: Node, words: string, anchor: number, head: number): TextSelection {
  const within = (offset: number): number => positionOf(words, Math.min(offset, words.length));
  return TextSelection.create(doc, within(anchor), within(head));
}
