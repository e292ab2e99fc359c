import { WORDS_FIELD } from '../../ui/words-field.ts';

/** Whether somebody writes words on this page now, within a part of it where one is named. */
export function isWriting(within: Element | null = document.body): boolean {
  const at = document.activeElement;
  return at?.matches(WORDS_FIELD) === true && within?.contains(at) === true;
}
