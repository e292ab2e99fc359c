import type { PlacedCard } from '../layout/index.ts';

/** Under which name the height of a card is kept: it depends on the card's look. */
export function heightName({ key, look, width }: Pick<PlacedCard, 'key' | 'look' | 'width'>): string {
  return `${key}|${look.density}|${look.steps}|${Math.round(width)}`;
}

/** The same for a card of the map: with and without its description it has other heights. */
export function resourceName(id: string, width: number, roomy: boolean): string {
  return `${id}|${width}|${roomy}`;
}
