import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, type Wanted } from '../../../../client/plan/board/model/difference.ts';

const cards = fc
  .uniqueArray(fc.record({ ref: fc.stringMatching(/^[a-f]$/), x: fc.nat(3), y: fc.nat(3) }), {
    selector: ({ ref }) => ref,
  })
  .map((list): Wanted[] => list.map((card) => ({ ...card, type: 'goal', w: 100, h: 50 })));

function apply(shown: Map<string, Wanted>, wanted: readonly Wanted[]): Map<string, Wanted> {
  const { put, remove } = difference(shown, wanted);
  const next = new Map(shown);
  for (const ref of remove) {
    next.delete(ref);
  }
  for (const card of put) {
    next.set(card.ref, card);
  }
  return next;
}

describe('projection of the plan onto the board', () => {
  it('[BO8] shows exactly what the plan says, whatever was shown before', () => {
    fc.assert(
      fc.property(cards, cards, (before, wanted) => {
        const shown = apply(new Map(before.map((card) => [card.ref, card])), wanted);
        expect([...shown.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1))).toEqual(
          [...wanted].sort((a, b) => (a.ref < b.ref ? -1 : 1)),
        );
      }),
    );
  });

  it('[BO8] touches nothing that stays as it is, so cards are never made anew', () => {
    fc.assert(
      fc.property(cards, (wanted) => {
        const shown = new Map(wanted.map((card) => [card.ref, card]));
        expect(difference(shown, structuredClone(wanted))).toEqual({ put: [], remove: [] });
      }),
    );
  });

  it('[BO8] moves a card under the same id', () => {
    const card: Wanted = { ref: 'a', type: 'goal', x: 0, y: 0, w: 100, h: 50 };
    const moved = { ...card, y: 80 };
    expect(difference(new Map([['a', card]]), [moved])).toEqual({ put: [moved], remove: [] });
  });
});
