import type { ResourceDomain } from '../../domain/codes.ts';
import type { MapPosition } from './resources.ts';

/** How near a strength is to the young person's days, in the order from the middle outwards. */
export const NEARNESS = ['nah', 'mittel', 'fern'] as const;
export type Nearness = (typeof NEARNESS)[number];

/** Where a ring ends, in map units from the middle, and where in it a card is put. */
const RINGS: Readonly<Record<Nearness, { end: number; at: number }>> = {
  nah: { end: 475, at: 300 },
  mittel: { end: 825, at: 650 },
  fern: { end: Number.POSITIVE_INFINITY, at: 1000 },
};

/** The way from the middle into the quadrant of a domain. */
const WAYS: Readonly<Record<ResourceDomain, MapPosition>> = {
  persoenlich: [-1, -1],
  sozial: [1, -1],
  materiell: [-1, 1],
  infrastrukturell: [1, 1],
};

/** How near a place on the map is; null where nobody has placed it. */
export function nearnessOf(pos: MapPosition | null): Nearness | null {
  return pos === null ? null : (NEARNESS.find((ring) => Math.hypot(...pos) < RINGS[ring].end) ?? null);
}

/** The place in a ring that keeps the side on which something lies now. */
export function placeInRing(
  { pos, domain }: { pos: MapPosition | null; domain: ResourceDomain },
  ring: Nearness,
): MapPosition {
  const [x, y] = pos !== null && Math.hypot(...pos) > 0 ? pos : WAYS[domain];
  const stretch = RINGS[ring].at / Math.hypot(x, y);
  return [Math.round(x * stretch), Math.round(y * stretch)];
}
