import { useCallback, useEffect, useRef } from 'react';

/** Who has not written for so long is looking up. */
const PAUSE_MS = 3_000;
/** The parts of a day take a letter themselves, so that it never comes in. */
const TYPED = ['beforeinput', 'input'] as const;

/** Whether somebody is writing right now, in whatever field: nothing is said into it then. */
export function useIsTyping(): () => boolean {
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const note = (): void => {
      last.current = performance.now();
    };
    for (const kind of TYPED) {
      document.addEventListener(kind, note, { capture: true });
    }
    return () => {
      for (const kind of TYPED) {
        document.removeEventListener(kind, note, { capture: true });
      }
    };
  }, []);
  return useCallback(() => performance.now() - last.current < PAUSE_MS, []);
}
