import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';

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

/** What the keyboard did since the last press that counted. */
interface Keys {
  /** Another key came between: the button that has the focus was gone to. */
  goneOn: boolean;
  /** The key that presses is held down and says so again and again. */
  held: boolean;
}

/**
 * For a part whose buttons come, go or move with a press (`onClickCapture`): a double tap counts once, whatever
 * lies under the finger by then, and so does a key that is pressed twice or held down. A press elsewhere was
 * meant, however soon it comes.
 * @param mayRepeat the same button takes a second press: what it starts takes care of that itself
 */
export function useOnePress(mayRepeat = false): (event: MouseEvent) => void {
  const last = useRef<Press>({ x: 0, y: 0, at: Number.NEGATIVE_INFINITY, on: null });
  const keys = useKeys();
  return (event) => {
    const on = event.target instanceof Element ? event.target.closest('button') : null;
    if (!on) {
      return;
    }
    const { clientX: x, clientY: y } = event;
    const at = performance.now();
    const isKey = isByKey(event);
    const isElsewhere = isKey
      ? keys.current.goneOn && on !== last.current.on
      : Math.hypot(x - last.current.x, y - last.current.y) > STRAY;
    const isRepeated = mayRepeat && on === last.current.on;
    const isLate = at - last.current.at >= DOUBLE_TAP_MS;
    if ((isElsewhere || isRepeated || isLate) && !(isKey && keys.current.held)) {
      last.current = { x, y, at, on };
      keys.current.goneOn = false;
    } else {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}

/** Whether a key pressed the button: then the press has no place on the page. */
export function isByKey({ detail, clientX, clientY }: MouseEvent): boolean {
  return detail === 0 && clientX === 0 && clientY === 0;
}

function useKeys(): RefObject<Keys> {
  const keys = useRef<Keys>({ goneOn: false, held: false });
  useEffect(() => {
    const hear = ({ key, repeat }: KeyboardEvent): void => {
      const presses = key === 'Enter' || key === ' ';
      keys.current = { goneOn: keys.current.goneOn || !presses, held: presses && repeat };
    };
    const letGo = (): void => {
      keys.current.held = false;
    };
    document.addEventListener('keydown', hear, { capture: true });
    document.addEventListener('keyup', letGo, { capture: true });
    return () => {
      document.removeEventListener('keydown', hear, { capture: true });
      document.removeEventListener('keyup', letGo, { capture: true });
    };
  }, []);
  return keys;
}
