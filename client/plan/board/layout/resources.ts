import { nearnessOf } from '#shared/documents/plan/nearness.ts';
import type { MapPosition, Resource } from '#shared/documents/plan/resources.ts';
import type { ResourceDomain } from '#shared/domain/codes.ts';

/** Size of the resource map and of the cards on it, in board units. */
export interface MapMetrics {
  width: number;
  height: number;
  card: number;
  /** Kept free around the young person in the middle. */
  centre: number;
  /** Kept free at the edges, and above and below for the names of the domains. */
  margin: number;
  heading: number;
  gap: number;
}

/** A card in its place; x and y are its top left corner. */
export interface PlacedResource {
  resource: Resource;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface MapLayout {
  cards: PlacedResource[];
  width: number;
  /** Grows when the cards need more room than the map has. */
  height: number;
}

interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The map on the shared screen. */
export const WALL_MAP: MapMetrics = {
  width: 1920,
  height: 948,
  card: 404,
  centre: 100,
  margin: 40,
  heading: 64,
  gap: 20,
};

/** The map on a laptop, for the space the board has. */
export function mapMetrics(width: number, height: number): MapMetrics {
  const space = Math.max(800, Math.round(width));
  return {
    width: space,
    height: Math.max(560, Math.round(height)),
    card: Math.min(300, Math.floor((space - 100) / 4)),
    centre: 62,
    margin: 20,
    heading: 44,
    gap: 14,
  };
}

/** Persönlich top left, sozial top right, materiell bottom left, Sozialraum bottom right. */
const SIDES: Record<ResourceDomain, readonly [x: -1 | 1, y: -1 | 1]> = {
  persoenlich: [-1, -1],
  sozial: [1, -1],
  materiell: [-1, 1],
  infrastrukturell: [1, 1],
};

/** Half the extent that a card's middle can take on the map. */
function reach(map: MapMetrics, height: number): [number, number] {
  return [(map.width - map.card) / 2 - map.margin, Math.max(1, (map.height - height) / 2 - map.heading)];
}

/** The map position (-1000 to 1000) of a card whose top left corner is at x, y. */
export function toMap(map: MapMetrics, x: number, y: number, height: number): MapPosition {
  const [reachX, reachY] = reach(map, height);
  const part = (value: number): number => Math.round(Math.min(1000, Math.max(-1000, value * 1000)));
  return [
    part((x + map.card / 2 - map.width / 2) / reachX),
    part((y + height / 2 - map.height / 2) / reachY),
  ];
}

/** The top left corner of a card at a map position. */
export function fromMap(map: MapMetrics, [x, y]: MapPosition, height: number): [number, number] {
  const [reachX, reachY] = reach(map, height);
  return [
    map.width / 2 + (x / 1000) * reachX - map.card / 2,
    map.height / 2 + (y / 1000) * reachY - height / 2,
  ];
}

/**
 * Lays the map out. Who has a position keeps it, or the nearest free place where two would overlap;
 * everybody else gets a place in the own quadrant. The map grows downwards before cards overlap.
 */
export function layoutResources(
  resources: readonly Resource[],
  map: MapMetrics,
  measure: (resource: Resource) => number,
): MapLayout {
  const sized = resources.map((resource) => ({ resource, height: Math.ceil(measure(resource)) }));
  const area = sized.reduce((sum, { height }) => sum + (map.card + map.gap) * (height + map.gap), 0);
  let grown = map;
  for (let round = 0; ; round++) {
    const cards = place(sized, grown);
    if (cards) {
      return { cards, width: grown.width, height: grown.height };
    }
    const more = Math.max(40, round * 20, area / map.width / 16);
    grown = { ...grown, height: Math.round(grown.height + more) };
  }
}

/** The free place nearest to where a card was dropped, as its top left corner. */
export function freeSpot(
  layout: MapLayout,
  map: MapMetrics,
  id: string,
  x: number,
  y: number,
): [number, number] {
  const grown = { ...map, height: layout.height };
  const dropped = layout.cards.find((card) => card.resource.id === id);
  const others = layout.cards.filter((card) => card.resource.id !== id);
  const wanted = { x, y, width: map.card, height: dropped?.height ?? 0 };
  const spot = nearestFree(wanted, [middleOf(grown), ...others], grown);
  return spot ? [spot.x, spot.y] : [x, y];
}

type Sized = { resource: Resource; height: number };

function place(sized: readonly Sized[], map: MapMetrics): PlacedResource[] | null {
  const taken: Rect[] = [middleOf(map)];
  const found = new Map<string, PlacedResource>();
  const put = ({ resource, height }: Sized, rect: Rect | null): boolean => {
    if (rect) {
      taken.push(rect);
      found.set(resource.id, { resource, x: rect.x, y: rect.y, width: map.card, height });
    }
    return rect !== null;
  };
  const byId = [...sized].sort((a, b) => (a.resource.id < b.resource.id ? -1 : 1));
  for (const item of byId.filter(({ resource }) => resource.pos !== null)) {
    const [x, y] = fromMap(map, item.resource.pos ?? [0, 0], item.height);
    if (!put(item, nearestFree({ x, y, width: map.card, height: item.height }, taken, map))) {
      return null;
    }
  }
  for (const item of sized.filter(({ resource }) => resource.pos === null)) {
    if (!put(item, slotFor(item, taken, map))) {
      return null;
    }
  }
  return sized.map(({ resource }) => found.get(resource.id)).filter((card) => card !== undefined);
}

/**
 * From the corner inwards along the edge, the same on every map: nobody has said yet that it is near. Only
 * where the edge is full it takes what else is free.
 */
function slotFor({ resource, height }: Sized, taken: readonly Rect[], map: MapMetrics): Rect | null {
  const [sideX, sideY] = SIDES[resource.domain];
  const size = { width: map.card, height };
  const columns = columnsOf(map);
  const rowStep = height + map.gap * 1.6;
  const deep = map.height / 2 - map.heading - height;
  const rows = Math.max(1, Math.floor(deep / rowStep) + 1);
  const slots: Rect[] = [];
  const slot = (left: number, down: number): Rect => ({
    x: sideX < 0 ? left : map.width - left - map.card,
    y: sideY < 0 ? map.heading + down : map.height - map.heading - down - height,
    ...size,
  });
  for (let row = 0; row < rows; row++) {
    slots.push(...columns.map((left, index) => slot(left, row * rowStep + (index % 2 === 0 ? map.gap : 0))));
  }
  const free = slots.filter((rect) => isFree(rect, taken, map) && inQuadrant(rect, sideX, sideY, map));
  return free.find((rect) => nearnessOf(toMap(map, rect.x, rect.y, height)) === 'fern') ?? free[0] ?? null;
}

/** Left edges of the columns of one half, from the corner inwards. */
function columnsOf(map: MapMetrics): number[] {
  const half = map.width / 2 - map.margin - map.gap;
  const count = Math.max(1, Math.floor((half + map.gap) / (map.card + map.gap)));
  const space = count > 1 ? (half - map.card) / (count - 1) : 0;
  return Array.from({ length: count }, (_, index) => map.margin + Math.floor(index * space));
}

function inQuadrant(rect: Rect, sideX: -1 | 1, sideY: -1 | 1, map: MapMetrics): boolean {
  const [middleX, middleY] = [map.width / 2, map.height / 2];
  const x = sideX < 0 ? rect.x + rect.width <= middleX : rect.x >= middleX;
  const y = sideY < 0 ? rect.y + rect.height <= middleY : rect.y >= middleY;
  return x && y;
}

function middleOf(map: MapMetrics): Rect {
  return {
    x: map.width / 2 - map.centre,
    y: map.height / 2 - map.centre,
    width: map.centre * 2,
    height: map.centre * 2,
  };
}

function nearestFree(wanted: Rect, taken: readonly Rect[], map: MapMetrics): Rect | null {
  const inside = clampInto(wanted, map);
  if (isFree(inside, taken, map)) {
    return inside;
  }
  const { width, height } = inside;
  const xs = [
    inside.x,
    ...taken.flatMap((rect) => [rect.x - width - map.gap, rect.x + rect.width + map.gap]),
  ];
  const ys = [
    inside.y,
    ...taken.flatMap((rect) => [rect.y - height - map.gap, rect.y + rect.height + map.gap]),
  ];
  const candidates = xs.flatMap((x) => ys.map((y) => ({ x, y, width, height })));
  return (
    candidates
      .map((rect) => ({ rect, far: Math.hypot(rect.x - inside.x, rect.y - inside.y) }))
      .sort((a, b) => a.far - b.far)
      .find(({ rect }) => isInside(rect, map) && isFree(rect, taken, map))?.rect ?? null
  );
}

function clampInto(rect: Rect, map: MapMetrics): Rect {
  const clamp = (value: number, low: number, high: number): number =>
    Math.round(Math.max(low, Math.min(Math.max(low, high), value)));
  return {
    ...rect,
    x: clamp(rect.x, map.margin, map.width - map.margin - rect.width),
    y: clamp(rect.y, map.heading, map.height - map.heading - rect.height),
  };
}

function isInside(rect: Rect, map: MapMetrics): boolean {
  return (
    rect.x >= map.margin &&
    rect.x + rect.width <= map.width - map.margin &&
    rect.y >= map.heading &&
    rect.y + rect.height <= map.height - map.heading
  );
}

function isFree(rect: Rect, taken: readonly Rect[], map: MapMetrics): boolean {
  const gap = map.gap / 2;
  return taken.every(
    (other) =>
      rect.x + rect.width + gap <= other.x ||
      other.x + other.width + gap <= rect.x ||
      rect.y + rect.height + gap <= other.y ||
      other.y + other.height + gap <= rect.y,
  );
}
