import { type RefObject, useEffect, useRef } from 'react';
import { focusIsLost } from '../../app/keep-focus.ts';

/**
 * What is selected on the board, or has just been added, comes into sight in the list; back from its
 * details, its row goes on. A new row is drawn later than it is selected, so it is waited for.
 */
export function useRowInSight(place: RefObject<HTMLElement | null>, selected: string | null): void {
  const brought = useRef<string | null>(null);
  useEffect(() => {
    if (brought.current === selected) {
      return;
    }
    const row = rowOf(place.current, selected);
    row?.scrollIntoView({ block: 'nearest' });
    if (row || selected === null) {
      brought.current = selected;
    }
  });
  const shown = useRef(selected);
  useEffect(() => {
    if (focusIsLost()) {
      rowOf(place.current, shown.current)?.focus();
    }
  }, [place]);
}

function rowOf(place: HTMLElement | null, id: string | null): HTMLElement | null {
  return id === null ? null : (place?.querySelector<HTMLElement>(`[data-goal="${CSS.escape(id)}"]`) ?? null);
}
