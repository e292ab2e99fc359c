import { useMemo } from 'react';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import {
  linkResource,
  type MapPosition,
  placeResource,
  type Resource,
} from '#shared/documents/plan/resources.ts';
import { useDoc, useSession, useStore } from '../../../app/context.ts';
import type { Words } from '../../words/words.ts';
import type { HeightBook } from '../heights.tsx';
import {
  freeSpot,
  fromMap,
  layoutResources,
  type MapLayout,
  type MapMetrics,
  mapMetrics,
  type PlacedResource,
  toMap,
} from '../layout/index.ts';
import { resourceName } from './measure.ts';
import { BAND, type BoardModel, type Drag } from './model.ts';

interface Options {
  words: Words;
  size: { width: number; height: number };
  book: HeightBook;
  drag: Drag | null;
  /** The goal under the pointer while a card is dragged over the goals at the side. */
  over: () => string | null;
}

/** The resource map as a board: cards lie where people put them. */
export function useResourceModel({ words, size, book, drag, over }: Options): BoardModel {
  const doc = useDoc();
  const session = useSession();
  const others = useStore(session.others);
  const { metrics, layout, zoom } = fitMap(words.plan.resources, size, book);
  // The map has margins of its own; below it lies the band of the tools.
  const margin = useMemo(() => ({ x: 0, top: 0, bottom: BAND / zoom }), [zoom]);
  const map: MapMetrics = { ...metrics, height: layout.height };
  const drags = new Map(
    [...others.values()].flatMap(({ drag: other }) => (other ? [[other.id, other]] : [])),
  );
  const placeOf = (card: PlacedResource): [number, number] => {
    const { id } = card.resource;
    const other = drags.get(id);
    if (drag?.id === id) {
      return [card.x + drag.by.x, card.y + drag.by.y];
    }
    return other ? fromMap(map, [other.x, other.y], card.height) : [card.x, card.y];
  };
  const positionOf = (moved: Drag): MapPosition | null => {
    const card = layout.cards.find(({ resource }) => resource.id === moved.id);
    return card ? toMap(map, card.x + moved.by.x, card.y + moved.by.y, card.height) : null;
  };
  return {
    wanted: layout.cards.map((card) => {
      const [x, y] = placeOf(card);
      return { ref: card.resource.id, type: 'resource', x, y, w: card.width, h: card.height };
    }),
    goals: new Map(),
    resources: new Map(layout.cards.map((card) => [card.resource.id, card])),
    order: words.plan.resources.map(({ id }) => id),
    width: layout.width,
    height: layout.height,
    margin,
    zoom,
    wide: roomy(metrics, zoom),
    wires: [],
    line: null,
    branches: [],
    movable: () => true,
    dragging(moved) {
      const position = moved ? positionOf(moved) : null;
      session.setPresence({
        drag: moved && position ? { id: moved.id, x: position[0], y: position[1] } : null,
      });
    },
    drop(moved) {
      const goal = over();
      if (goal !== null) {
        linkResource(doc, moved.id, goal, true, ORIGIN.board);
        return;
      }
      placeResource(doc, moved.id, landing(layout, map, moved), ORIGIN.board);
    },
    toShared: ({ x, y }) => [(x / map.width - 0.5) * 2000, (y / map.height - 0.5) * 2000],
    fromShared: ([x, y]) => [(x / 2000 + 0.5) * map.width, (y / 2000 + 0.5) * map.height],
  };
}

/** All strengths are seen at once: the map gets wider and is shown smaller, down to the last size that is read with ease. */
const ZOOMS = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.65, 0.6] as const;
/** From this width on a card shows its description. */
const ROOMY = 240;
/** Narrower cards would cut long words. */
const NARROWEST = 240;

/** Whether a card has room for its description; else the list tells it. */
const roomy = (metrics: MapMetrics, zoom: number): boolean => zoom === 1 && metrics.card >= ROOMY;

function fitMap(resources: readonly Resource[], size: Options['size'], book: HeightBook) {
  const tries = ZOOMS.map((zoom) => () => {
    const metrics = mapMetrics(size.width / zoom, (size.height - BAND) / zoom);
    const measure = (resource: Resource): number =>
      book.get(resourceName(resource.id, metrics.card, roomy(metrics, zoom))) ??
      estimate(resource, metrics.card, roomy(metrics, zoom));
    return {
      zoom: Math.min(zoom, size.width / metrics.width),
      metrics,
      layout: layoutResources(resources, metrics, measure),
    };
  });
  let last = tries[0]?.();
  for (const attempt of tries) {
    last = attempt();
    const { layout, metrics, zoom } = last;
    if (metrics.card >= NARROWEST && layout.height * zoom <= size.height - BAND + 1) {
      break;
    }
  }
  return last as NonNullable<typeof last>;
}

/** Where a dropped card comes to lie: at the pointer, or at the nearest free place. */
function landing(layout: MapLayout, map: MapMetrics, { id, by }: Drag): MapPosition {
  const card = layout.cards.find(({ resource }) => resource.id === id);
  const [x, y] = freeSpot(layout, map, id, (card?.x ?? 0) + by.x, (card?.y ?? 0) + by.y);
  return toMap(map, x, y, card?.height ?? 0);
}

function estimate({ title, description }: Resource, width: number, told: boolean): number {
  const lines = (text: string, char: number): number => Math.ceil(text.length / ((width - 40) / char));
  return 54 + lines(title, 9.6) * 25 + (told && description !== '' ? lines(description, 7.8) * 22 : 0);
}

/** Where a card lies now, in map positions. */
export function toMapPosition(model: BoardModel, card: PlacedResource): MapPosition {
  const map = { ...mapMetrics(model.width, model.height), width: model.width, height: model.height };
  return toMap({ ...map, card: card.width }, card.x, card.y, card.height);
}
