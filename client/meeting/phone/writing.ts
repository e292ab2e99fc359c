/** Fields that hold words; a number or a tick is given with one touch, and nobody is in the middle of it. */
const WORDS = '[contenteditable="true"], textarea, input:not([type="radio"], [type="checkbox"])';

/** Whether somebody writes words on this page now, within a part of it where one is named. */
export function isWriting(within: Element | null = document.body): boolean {
  const at = document.activeElement;
  return at?.matches(WORDS) === true && within?.contains(at) === true;
}
