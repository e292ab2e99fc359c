/** Fields that hold words; a number or a tick is given with one touch, and nobody is in the middle of it. */
export const WORDS_FIELD = '[contenteditable="true"], textarea, input:not([type="radio"], [type="checkbox"])';
