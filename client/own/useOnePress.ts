import { useRef } from 'react';

/** A second press sooner than this is a double tap; what lies under the finger then is something else. */
const DOUBLE_TAP_MS = 500;

/** Does what is asked for, but once for a double tap: cards move up or down under the finger. */
export function useOnePress(): (act: () => void) => void {
  const last = useRef(Number.NEGATIVE_INFINITY);
  return (act) => {
    const now = performance.now();
    if (now - last.current >= DOUBLE_TAP_MS) {
      last.current = now;
      act();
    }
  };
}
