/** What a key event says about an input method. */
interface Composed {
  isComposing: boolean;
  keyCode: number;
}

/** What browsers give a key that an input method has taken. */
const TAKEN = 229;

/**
 * Whether a key belongs to an input method, which composes a word with it. Safari ends the word before it
 * tells of the key that ended it; by this number alone that Enter is none.
 */
export function isComposing({ isComposing, keyCode }: Composed): boolean {
  return isComposing || keyCode === TAKEN;
}

/** Does something on Escape, unless that only gives up a word that is being composed. */
export function onEscape(act: () => void): (event: { key: string; nativeEvent: Composed }) => void {
  return ({ key, nativeEvent }) => {
    if (key === 'Escape' && !isComposing(nativeEvent)) {
      act();
    }
  };
}
