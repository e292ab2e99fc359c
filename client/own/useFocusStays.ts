import { type RefObject, useEffect, useRef } from 'react';
import { focusIsLost } from '../app/keep-focus.ts';

/** Where what had the focus goes away with a press, what is named here takes it (UI70). */
export function useFocusStays(place: RefObject<HTMLElement | null>, state: unknown): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== state && focusIsLost()) {
      place.current?.focus({ preventScroll: true });
    }
    before.current = state;
  }, [place, state]);
}
