import { type MouseEvent, useRef } from 'react';

/** A second press sooner than this is a double tap; what lies under the finger then is something else. */
const DOUBLE_TAP_MS = 500;
/** Pixels that a finger may stray between the two; the next button is further away. */
const STRAY = 24;

interface Press {
  x: number;
  y: number;
  at: number;
  on: Element | null;
}

/**
 * For a part whose buttons come, go or move with a press (`onClickCapture`): a double tap counts once, whatever
 * lies under the finger by then. A press elsewhere was meant, however soon it comes.
 * @param mayRepeat the same button takes a second press: what it starts takes care of that itself
 */
export function useOnePress(mayRepeat = false): (event: MouseEvent) => void {
  const last = useRef<Press>({ x: 0, y: 0, at: Number.NEGATIVE_INFINITY, on: null });
  return (event) => {
    const on = event.target instanceof Element ? event.target.closest('button') : null;
    if (!on) {
      return;
    }
    const { clientX: x, clientY: y } = event;
    const at = performance.now();
    const isFar = Math.hypot(x - last.current.x, y - last.current.y) > STRAY;
    const isRepeated = mayRepeat && on === last.current.on;
    if (isFar || isRepeated || at - last.current.at >= DOUBLE_TAP_MS) {
      last.current = { x, y, at, on };
    } else {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}
