import { useCallback, useSyncExternalStore } from 'react';

/**
 * Where one thing at a time is shown: a narrow page, and a phone that is turned (low, under a finger,
 * no wider than phones are; a tablet whose keyboard is out stays a table).
 */
export const PHONE =
  '(max-width: 699.98px), (max-height: 499.98px) and (max-width: 959.98px) and (pointer: coarse)';
/** Below this width people fold away to a strip. */
export const NARROW = '(max-width: 1399.98px)';

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
