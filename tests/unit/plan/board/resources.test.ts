import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearnessOf } from '#shared/documents/plan/nearness.ts';
import {
  freeSpot,
  layoutResources,
  type MapLayout,
  mapMetrics,
  toMap,
  WALL_MAP,
} from '../../../../client/plan/board/layout/index.ts';
import { resourceLists } from './arbitraries.ts';

const maps = fc.oneof(
  fc.constant(WALL_MAP),
  fc
    .tuple(fc.integer({ min: 300, max: 1900 }), fc.integer({ min: 300, max: 1200 }))
    .map(([w, h]) => mapMetrics(w, h)),
);
const height = (resource: { title: string }): number => 70 + (resource.title.length % 90);

function overlaps(layout: MapLayout): string[] {
  return layout.cards.flatMap((a, index) =>
    layout.cards
      .slice(index + 1)
      .filter(
        (b) => a.x + a.width > b.x && b.x + b.width > a.x && a.y + a.height > b.y && b.y + b.height > a.y,
      )
      .map((b) => `${a.resource.id} and ${b.resource.id}`),
  );
}

describe('layout of the resource map', () => {
  it('[BO5] never lets two cards overlap and keeps them on the map', () => {
    fc.assert(
      fc.property(resourceLists, maps, (resources, map) => {
        const layout = layoutResources(resources, map, height);
        expect(layout.cards.map((card) => card.resource.id)).toEqual(
          resources.map((resource) => resource.id),
        );
        expect(overlaps(layout)).toEqual([]);
        for (const card of layout.cards) {
          expect(card.x).toBeGreaterThanOrEqual(0);
          expect(card.x + card.width).toBeLessThanOrEqual(layout.width);
          expect(card.y + card.height).toBeLessThanOrEqual(layout.height);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[BO5] keeps the middle free for the young person', () => {
    fc.assert(
      fc.property(resourceLists, maps, (resources, map) => {
        const layout = layoutResources(resources, map, height);
        const [x, y] = [layout.width / 2, layout.height / 2];
        for (const card of layout.cards) {
          const hit = card.x < x && card.x + card.width > x && card.y < y && card.y + card.height > y;
          expect(hit).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[BO6] puts what nobody has placed into its own quadrant', () => {
    fc.assert(
      fc.property(resourceLists, maps, (resources, map) => {
        const free = resources.map((resource) => ({ ...resource, pos: null }));
        const layout = layoutResources(free, map, height);
        for (const card of layout.cards) {
          const left = ['persoenlich', 'materiell'].includes(card.resource.domain);
          const top = ['persoenlich', 'sozial'].includes(card.resource.domain);
          expect(card.x + card.width / 2 < layout.width / 2).toBe(left);
          expect(card.y + card.height / 2 < layout.height / 2).toBe(top);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[BO6] puts what nobody has placed to the outer corner, however much room there is', () => {
    fc.assert(
      fc.property(resourceLists, maps, (resources, map) => {
        const [one] = resources;
        if (!one) {
          return;
        }
        const corners = [0, 40, 49, 200, 500].map((more) => {
          const grown = { ...map, height: map.height + more };
          const { cards } = layoutResources([{ ...one, pos: null }], grown, height);
          const { x = 0, y = 0, height: high = 0 } = cards[0] ?? {};
          const place = toMap({ ...grown }, x, y, high);
          expect(nearnessOf(place)).toBe('fern');
          return [x, Math.min(y, grown.height - y - high)];
        });
        expect(new Set(corners.map(String)).size).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it('[BO2] gives equal plans equal places', () => {
    fc.assert(
      fc.property(resourceLists, maps, (resources, map) => {
        expect(layoutResources(structuredClone(resources), map, height)).toEqual(
          layoutResources(resources, map, height),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('[BO7] leaves a lone card where somebody put it, to the nearest unit', () => {
    fc.assert(
      fc.property(resourceLists, maps, (resources, map) => {
        const one = resources.find((resource) => resource.pos !== null && Math.hypot(...resource.pos) > 700);
        if (!one?.pos) {
          return;
        }
        const layout = layoutResources([one], map, height);
        const [card] = layout.cards;
        const [x, y] = toMap(map, card?.x ?? 0, card?.y ?? 0, card?.height ?? 0);
        const far = Math.hypot(x - one.pos[0], y - one.pos[1]);
        expect(far).toBeLessThan(Math.hypot(...one.pos) > 1000 ? 10 : 400);
      }),
    );
  });

  it('[BO7] finds a free place next to where a card was dropped', () => {
    fc.assert(
      fc.property(resourceLists, maps, fc.nat(1800), fc.nat(900), (resources, map, x, y) => {
        const [first] = resources;
        if (!first) {
          return;
        }
        const layout = layoutResources(resources, map, height);
        const [left, top] = freeSpot(layout, map, first.id, x, y);
        const dropped = { ...layout.cards[0], x: left, y: top } as MapLayout['cards'][number];
        const others = layout.cards.slice(1);
        expect(overlaps({ ...layout, cards: [dropped, ...others] })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
