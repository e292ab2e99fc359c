import { type RefObject, useEffect, useRef } from 'react';
import { focusIsLost } from '../../app/keep-focus.ts';

/** What is selected on the board comes into sight in the list; back from its details, its row goes on. */
export function useRowInSight(place: RefObject<HTMLElement | null>, selected: string | null): void {
  useEffect(() => {
    rowOf(place.current, selected)?.scrollIntoView({ block: 'nearest' });
  }, [place, selected]);
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
