import type { Box } from '../model/difference.ts';

/** Room that a name takes beside its pointer, in pixels of the screen. */
const NAME = { width: 150, height: 42 };

/** Whether a name beside a pointer at this place of the board would cover a card's words. */
export function coversCard(cards: readonly Box[], { x, y }: { x: number; y: number }, zoom: number): boolean {
  return cards.some(
    (card) =>
      x + NAME.width / zoom > card.x &&
      x < card.x + card.w &&
      y + NAME.height / zoom > card.y &&
      y < card.y + card.h,
  );
}
