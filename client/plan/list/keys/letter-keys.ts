import { createStore } from '../../../app/store.ts';

const KEPT_AT = 'planrunde.letter-keys';

function kept(): boolean {
  try {
    return localStorage.getItem(KEPT_AT) !== 'off';
  } catch {
    // No storage: the letters simply work.
    return true;
  }
}

/** Whether single letters work in the goal list on this device (WCAG 2.1.4). */
export const letterKeys = createStore(kept());

/** Switches single letters on or off and remembers it on this device. */
export function switchLetterKeys(on: boolean): void {
  letterKeys.set(on);
  try {
    localStorage.setItem(KEPT_AT, on ? 'on' : 'off');
  } catch {
    // It holds until the page is left.
  }
}
