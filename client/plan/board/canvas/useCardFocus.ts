import { type RefObject, useRef } from 'react';

/** Frames to wait for a card: it may be drawn only after the view has moved there. */
const ATTEMPTS = 10;

/** Puts the focus on a card of the board or the field in it, as soon as it is drawn. Only the last wish counts. */
export function useCardFocus(frame: RefObject<HTMLElement | null>): {
  focus(id: string): void;
  /** A card that was to get the focus would take it from what has it now. */
  stay(): void;
} {
  const wish = useRef(0);
  return {
    focus(id) {
      const mine = ++wish.current;
      const attempt = (left: number): void => {
        const card = frame.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
        if (wish.current === mine && card && card.offsetParent !== null) {
          (card.querySelector('textarea') ?? card).focus({ preventScroll: true });
        } else if (wish.current === mine && left > 0) {
          requestAnimationFrame(() => attempt(left - 1));
        }
      };
      requestAnimationFrame(() => attempt(ATTEMPTS));
    },
    stay() {
      wish.current++;
    },
  };
}
