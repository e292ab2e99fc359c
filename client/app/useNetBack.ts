import { useContext, useEffect, useRef } from 'react';
import { SessionContext } from './context.ts';

/**
 * Does something once the connection is back, while something waits for that: what failed for want of it
 * is true no longer.
 */
export function useNetBack(waits: boolean, onBack: () => void): void {
  const save = useContext(SessionContext)?.save ?? null;
  const latest = useRef(onBack);
  latest.current = onBack;
  useEffect(() => {
    if (!waits) {
      return undefined;
    }
    let wasLost = save?.get().kind === 'offline';
    const back = (): void => latest.current();
    const stop = save?.subscribe(() => {
      const { kind } = save.get();
      if (wasLost && kind !== 'offline' && kind !== 'closed') {
        back();
      }
      wasLost ||= kind === 'offline';
    });
    window.addEventListener('online', back);
    return () => {
      stop?.();
      window.removeEventListener('online', back);
    };
  }, [waits, save]);
}
