import { useCallback, useEffect, useRef } from 'react';

/** Who has not written for so long is looking up. */
const PAUSE_MS = 3_000;

/** Whether somebody is writing right now, in whatever field: nothing is said into it then. */
export function useIsTyping(): () => boolean {
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const note = (): void => {
      last.current = performance.now();
    };
    document.addEventListener('input', note, { capture: true });
    return () => document.removeEventListener('input', note, { capture: true });
  }, []);
  return useCallback(() => performance.now() - last.current < PAUSE_MS, []);
}
