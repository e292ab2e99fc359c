import { useMemo } from 'react';
import {
  freeSpot,
  fromMap,
  layoutResources,
  type MapLayout,
  type MapMetrics,
  mapMetrics,
  type PlacedResource,
  toMap,
} from '#shared/plan/layout.ts';
import { ORIGIN } from '#shared/plan/records.ts';
import { linkResource, type MapPosition, placeResource, type Resource } from '#shared/plan/resources.ts';
import { useDoc, useSession, useStore } from '../../app/context.ts';
import type { HeightBook } from '../heights.tsx';
import type { Words } from '../words.ts';
import { type BoardModel, type Drag, MAP_MARGIN } from './model.ts';
import { ROOMY } from './ResourceShape.tsx';

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
  const metrics = useMemo(
    () => mapMetrics(size.width, size.height - MAP_MARGIN.bottom),
    [size.width, size.height],
  );
  const measure = (resource: Resource): number =>
    book.get(`${resource.id}|${metrics.card}`) ?? estimate(resource, metrics.card);
  const layout = layoutResources(words.plan.resources, metrics, measure);
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
    margin: MAP_MARGIN,
    wide: true,
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

/** Where a dropped card comes to lie: at the pointer, or at the nearest free place. */
function landing(layout: MapLayout, map: MapMetrics, { id, by }: Drag): MapPosition {
  const card = layout.cards.find(({ resource }) => resource.id === id);
  const [x, y] = freeSpot(layout, map, id, (card?.x ?? 0) + by.x, (card?.y ?? 0) + by.y);
  return toMap(map, x, y, card?.height ?? 0);
}

function estimate({ title, description }: Resource, width: number): number {
  const lines = (text: string, char: number): number => Math.ceil(text.length / ((width - 40) / char));
  const told = width >= ROOMY && description !== '';
  return 54 + lines(title, 9.6) * 25 + (told ? lines(description, 7.8) * 22 : 0);
}

/** Where a card lies now, in map positions. */
export function toMapPosition(model: BoardModel, card: PlacedResource): MapPosition {
  const map = { ...mapMetrics(model.width, model.height), width: model.width, height: model.height };
  return toMap({ ...map, card: card.width }, card.x, card.y, card.height);
}
