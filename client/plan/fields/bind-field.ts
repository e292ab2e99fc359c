import type * as Y from 'yjs';
import {
  applySplice,
  LaggingText,
  mapIndex,
  type Splice,
  spliceBetween,
  type TextDelta,
} from './text-field.ts';

/** A plain text field of the page. */
export type TextControl = HTMLTextAreaElement | HTMLInputElement;

export interface FieldBinding {
  origin: string;
  /** What the field takes of what comes in, such as a paste of two lines. */
  clean(added: string): string;
  /** The field shows something else now. */
  changed(): void;
}

/**
 * Ties a plain text field to a shared text until the returned function is called. Every keystroke
 * is one smallest change; what others type appears at once and leaves the caret where it was.
 * While an input method composes a word, the field is left alone and the words of others wait.
 */
export function bindField(
  field: TextControl,
  text: Y.Text,
  { origin, clean, changed }: FieldBinding,
): () => void {
  let lagging: LaggingText | null = null;
  let writing = false;

  const show = (value: string, place: (index: number) => number): void => {
    const focused = field.ownerDocument.activeElement === field;
    const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
    const direction = field.selectionDirection ?? 'none';
    field.value = value;
    if (focused) {
      field.setSelectionRange(place(start), place(end), direction);
    }
    changed();
  };
  const write = (splice: Splice): void => {
    writing = true;
    text.doc?.transact(() => (lagging ? lagging.local(text, splice) : applySplice(text, splice)), origin);
    writing = false;
  };
  const writeClean = (splice: Splice): void => {
    // A word that is still being composed is the input method's; it is left as it is.
    const added = lagging ? splice.added : clean(splice.added);
    write({ ...splice, added });
    if (added !== splice.added) {
      const caret = splice.at + added.length;
      show(text.toString(), () => caret);
    }
  };
  const input = (): void => {
    const before = lagging ? lagging.shown : text.toString();
    const splice = spliceBetween(before, field.value, field.selectionEnd ?? field.value.length);
    if (splice) {
      writeClean(splice);
    }
    changed();
  };
  const composeStart = (): void => {
    lagging ??= new LaggingText(field.value);
  };
  const composeEnd = (): void => {
    input();
    const behind = lagging;
    lagging = null;
    if (behind && field.value !== text.toString()) {
      show(text.toString(), (index) => behind.placeOf(index));
    }
  };
  const heard = (event: Y.YTextEvent): void => {
    if (writing) {
      return;
    }
    const delta = event.delta as TextDelta;
    if (lagging) {
      lagging.remote(delta);
    } else {
      show(text.toString(), (index) => mapIndex(index, delta));
    }
  };

  field.value = text.toString();
  changed();
  text.observe(heard);
  field.addEventListener('input', input);
  field.addEventListener('compositionstart', composeStart);
  field.addEventListener('compositionend', composeEnd);
  return () => {
    text.unobserve(heard);
    field.removeEventListener('input', input);
    field.removeEventListener('compositionstart', composeStart);
    field.removeEventListener('compositionend', composeEnd);
  };
}
