import { useCallback, useSyncExternalStore } from 'react';

/** Below this width one thing at a time is shown. */
export const PHONE = '(max-width: 699.98px)';
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
