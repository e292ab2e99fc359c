import type { PlacedCard } from '#shared/plan/layout.ts';

/** Under which name the height of a card is kept: it depends on the card's look. */
export function heightName({ key, look, width }: Pick<PlacedCard, 'key' | 'look' | 'width'>): string {
  return `${key}|${look.density}|${look.steps}|${Math.round(width)}`;
}
