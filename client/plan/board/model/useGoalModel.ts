import { useMemo } from 'react';
import { flatten, moveGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc } from '../../../app/context.ts';
import type { Words } from '../../words/words.ts';
import type { HeightBook } from '../heights.tsx';
import {
  dropTarget,
  estimateHeight,
  fromCommon,
  type GoalLayout,
  layoutGoals,
  type Measure,
  type PlacedCard,
  tableLooks,
  tableMetrics,
  toCommon,
} from '../layout/index.ts';
import type { Wanted } from './difference.ts';
import { heightName } from './measure.ts';
import { type BoardModel, type Drag, GOAL_MARGIN } from './model.ts';

interface Options {
  words: Words;
  selected: string | null;
  open: ReadonlySet<string>;
  size: { width: number; height: number };
  book: HeightBook;
  drag: Drag | null;
}

/** The goal tree as a board: laid out by the pure function, reordered by dragging. */
export function useGoalModel({ words, selected, open, size, book, drag }: Options): BoardModel {
  const doc = useDoc();
  const { goals } = words.plan;
  const metrics = useMemo(() => tableMetrics(size.width - 2 * GOAL_MARGIN.x), [size.width]);
  const measure: Measure = (key, kind, width, goal, look) =>
    book.get(heightName({ key, look, width })) ?? estimateHeight('table', kind, width, goal, look);
  const layout = layoutGoals(goals, tableLooks(goals, selected, open, metrics), metrics, measure);
  const target = drag ? dropTarget(goals, layout, metrics, drag.id, drag.at.y) : null;
  return {
    wanted: layout.cards.map((card) => wantedOf(card, drag)),
    goals: new Map(layout.cards.map((card) => [card.key, card])),
    resources: new Map(),
    order: orderOf(layout),
    width: layout.width,
    height: layout.height,
    margin: GOAL_MARGIN,
    zoom: Math.min(1, size.width / (layout.width + 2 * GOAL_MARGIN.x)),
    wide: metrics.steps > 0,
    wires: layout.wires.map(({ path }) => path),
    line: target?.line ?? null,
    branches: layout.cards
      .filter(({ kind }) => kind === 'direction')
      .map(({ key, y, height }) => ({ id: key, y, height })),
    movable: (id) => layout.cards.some((card) => card.key === id && card.kind !== 'steps'),
    dragging: () => undefined,
    drop({ id, at }) {
      const place = dropTarget(goals, layout, metrics, id, at.y);
      if (place) {
        moveGoal(doc, id, place.parentId, ORIGIN.board, place.after);
      }
    },
    toShared: ({ x, y }) => toCommon(layout, [x, y]),
    fromShared: ([x, y]) => fromCommon(layout, [x, y]),
  };
}

function wantedOf(card: PlacedCard, drag: Drag | null): Wanted {
  const lifted = drag?.id === card.key;
  return {
    ref: card.key,
    type: 'goal',
    x: card.x + (lifted ? drag.by.x : 0),
    y: card.y + (lifted ? drag.by.y : 0),
    w: card.width,
    h: card.height,
  };
}

/** Goals as one reads them; steps only where their sheet lies open. */
function orderOf(layout: GoalLayout): string[] {
  return layout.cards.flatMap((card) =>
    card.kind === 'steps' ? flatten(card.goal.children).map(({ id }) => id) : [card.key],
  );
}
