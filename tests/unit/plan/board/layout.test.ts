import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten } from '#shared/documents/plan/goals.ts';
import {
  dropTarget,
  estimateHeight,
  FOLD_LEVELS,
  fitWall,
  fromCommon,
  type GoalLayout,
  layoutGoals,
  type Measure,
  tableLooks,
  tableMetrics,
  toCommon,
  WALL_METRICS,
  wallLooks,
} from '../../../../client/plan/board/layout/index.ts';
import { goalsOf, goalTrees } from './arbitraries.ts';

const table: Measure = (_key, kind, width, goal, look) => estimateHeight('table', kind, width, goal, look);
const wall: Measure = (_key, kind, width, goal, look) => estimateHeight('wall', kind, width, goal, look);
const widths = fc.integer({ min: 300, max: 1900 });

function onTable(goals: Parameters<typeof layoutGoals>[0], width: number): GoalLayout {
  const metrics = tableMetrics(width);
  const open = new Set(flatten(goals).map((goal) => goal.id));
  return layoutGoals(goals, tableLooks(goals, goals[0]?.id ?? null, open, metrics), metrics, table);
}

function overlaps(layout: GoalLayout): string[] {
  const found: string[] = [];
  layout.cards.forEach((a, index) => {
    for (const b of layout.cards.slice(index + 1)) {
      const apart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      if (!apart) {
        found.push(`${a.key} and ${b.key}`);
      }
    }
  });
  return found;
}

describe('layout of the goal tree', () => {
  it('[BO1] never lets two cards overlap, at any width', () => {
    fc.assert(
      fc.property(goalTrees, widths, (goals, width) => {
        expect(overlaps(onTable(goals, width))).toEqual([]);
      }),
    );
  });

  it('[BO1] shows every goal once, in the order of the tree, each child below its elder sibling', () => {
    fc.assert(
      fc.property(goalTrees, widths, (goals, width) => {
        const layout = onTable(goals, width);
        const shown = layout.cards.filter((card) => card.kind !== 'steps').map((card) => card.key);
        const expected = flatten(goals).filter((goal) => goal.depth < 2);
        expect(shown).toEqual(expected.map((goal) => goal.id));
        for (const goal of goals) {
          const tops = goal.children.map(
            (child) => layout.cards.find((card) => card.key === child.id)?.y ?? -1,
          );
          expect(tops).toEqual([...tops].sort((a, b) => a - b));
          expect(tops[0] ?? 0).toBe(
            goal.children.length > 0 ? layout.cards.find((c) => c.key === goal.id)?.y : 0,
          );
        }
      }),
    );
  });

  it('[BO2] gives equal plans equal places', () => {
    fc.assert(
      fc.property(goalTrees, widths, (goals, width) => {
        expect(onTable(structuredClone(goals), width)).toEqual(onTable(goals, width));
      }),
    );
  });

  it('[BO3] draws one wire for each Handlungsziel, from its Richtungsziel', () => {
    fc.assert(
      fc.property(goalTrees, (goals) => {
        const wires = onTable(goals, 800).wires;
        const pairs = goals.flatMap((goal) => goal.children.map((child) => `${goal.id}>${child.id}`));
        expect(wires.map((wire) => `${wire.from}>${wire.to}`)).toEqual(pairs);
        expect(wires.every((wire) => !wire.path.includes('NaN'))).toBe(true);
      }),
    );
  });
});

describe('fold rules of the shared screen', () => {
  it('[BO4] folds no more than the height asks for, and never the goal in focus', () => {
    fc.assert(
      fc.property(goalTrees, fc.integer({ min: 300, max: 3000 }), (goals, height) => {
        const actions = flatten(goals).filter((goal) => goal.depth === 1);
        const focus = actions[0]?.id ?? null;
        const { layout, level } = fitWall(goals, focus, height, WALL_METRICS, wall);
        expect(layout.height <= height || level === FOLD_LEVELS - 1).toBe(true);
        if (level > 0) {
          const before = layoutGoals(goals, wallLooks(goals, focus, level - 1), WALL_METRICS, wall);
          expect(before.height).toBeGreaterThan(height);
        }
        const card = layout.cards.find((other) => other.key === focus);
        expect(card?.look.density ?? 'focus').toBe('focus');
        expect(overlaps(layout)).toEqual([]);
      }),
    );
  });

  it('[BO4] folds done steps first, then the steps of other branches, and whole branches last', () => {
    const goal = (id: string, children: { id: string; textOwn: string; children: [] }[] = []) => ({
      id,
      textOwn: id,
      children,
    });
    const branch = (id: string) => ({ ...goal(id), children: [goal(`${id}h`, [goal(`${id}s`)] as never)] });
    const { goals } = goalsOf({ goals: [branch('a'), branch('b')] });
    const far = (level: number) => wallLooks(goals, 'ah', level);
    expect(far(0).get('ah')?.doneSummed).toBe(false);
    expect(far(1).get('ah')?.doneSummed).toBe(true);
    expect(far(1).get('bh')?.steps).toBe('full');
    expect(far(2).get('bh')?.steps).toBe('lines');
    expect(far(3).get('bh')?.steps).toBe('count');
    expect(far(0).get('bh')?.density).toBe('lean');
    expect(far(1).get('bh')?.density).toBe('fold');
    expect(far(5).get('b')?.childrenFolded).toBe(false);
    expect(far(6).get('b')?.childrenFolded).toBe(true);
    expect(far(6).get('b')?.density).toBe('title');
    expect(far(6).get('ah')?.steps).toBe('full');
  });
});

describe('dropping a goal', () => {
  const { goals } = goalsOf({
    goals: [
      {
        id: 'r1',
        textOwn: 'eins',
        children: [
          { id: 'h1', textOwn: 'a', children: [] },
          { id: 'h2', textOwn: 'b', children: [] },
        ],
      },
      { id: 'r2', textOwn: 'zwei', children: [{ id: 'h3', textOwn: 'c', children: [] }] },
    ],
  });
  const metrics = tableMetrics(800);
  const layout = onTable(goals, 800);
  const card = (id: string) => layout.cards.find((other) => other.key === id) ?? layout.cards[0];
  const at = (id: string, y: number) => dropTarget(goals, layout, metrics, id, y);

  it('[BO9] means the gap under the pointer, also in another branch', () => {
    expect(at('h1', (card('h3')?.y ?? 0) + 1000)).toMatchObject({ parentId: 'r2', after: 'h3' });
    expect(at('h1', (card('h3')?.y ?? 0) + 1)).toMatchObject({ parentId: 'r2', after: null });
    expect(at('h3', (card('h2')?.y ?? 0) + 1)).toMatchObject({ parentId: 'r1', after: 'h1' });
    expect(at('r2', -50)).toMatchObject({ parentId: null, after: null });
  });

  it('[BO9] is nothing where the card already is', () => {
    expect(at('h1', (card('h1')?.y ?? 0) + 5)).toBeNull();
    expect(at('h2', (card('h2')?.y ?? 0) + 5)).toBeNull();
    expect(at('r1', 0)).toBeNull();
  });
});

describe('common coordinates of pointers', () => {
  it('[BO12] mean the same card at every width, and come back where they were', () => {
    fc.assert(
      fc.property(goalTrees, widths, fc.double({ min: 0, max: 1, noNaN: true }), (goals, width, part) => {
        const [mine, other] = [onTable(goals, width), onTable(goals, 1900 - width / 2)];
        for (const card of mine.cards.filter((shown) => shown.kind === 'action')) {
          const point: [number, number] = [card.x + part * card.width, card.y + part * card.height];
          const back = fromCommon(mine, toCommon(mine, point));
          expect(back[0]).toBeCloseTo(point[0], 5);
          expect(back[1]).toBeCloseTo(point[1], 5);
          const same = other.cards.find((shown) => shown.key === card.key);
          const there = fromCommon(other, toCommon(mine, [card.x, card.y]));
          expect(there[0]).toBeCloseTo(same?.x ?? Number.NaN, 5);
          expect(there[1]).toBeCloseTo(same?.y ?? Number.NaN, 5);
        }
      }),
    );
  });
});
