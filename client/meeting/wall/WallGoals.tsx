import { useEffect } from 'react';
import { flatten, type Goal, stateOfGoal } from '#shared/documents/plan/goals.ts';
import { isOver } from '#shared/domain/goal-state.ts';
import type { Fresh } from '../../plan/board/fresh.ts';
import { GoalCardView } from '../../plan/board/GoalCardView.tsx';
import { HeightsContext, Measured, useHeightBook } from '../../plan/board/heights.tsx';
import {
  estimateHeight,
  fitWall,
  type GoalLayout,
  type Measure,
  type PlacedCard,
  WALL_METRICS,
} from '../../plan/board/layout/index.ts';
import type { Words } from '../../plan/words/words.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import wall from './Wall.module.css';
import styles from './WallBoard.module.css';
import { Quotes } from './WallQuotes.tsx';

interface WallGoalsProps {
  words: Words;
  height: number;
  focus: string | null;
  fresh: Fresh;
}

const LEITZIEL = 52;
const BOTTOM = 40;
/** As many helps as stand in two rows beside each other. */
const MOST_HELPS = 3;

/** Goals in three columns. One branch is in focus; the rest folds until everything fits. */
export function WallGoals({ words, height, focus, fresh }: WallGoalsProps) {
  const { plan, t } = words;
  const book = useHeightBook();
  useEffect(() => book.keepFor(plan), [book, plan]);
  const measure: Measure = (key, kind, width, goal, look) =>
    book.get(cardName(key, goal, look)) ?? estimateHeight('wall', kind, width, goal, look);
  const shown = focusIn(plan.goals, focus, fresh);
  const top = plan.leitziel === '' ? 0 : LEITZIEL;
  const space = height - top - BOTTOM;
  const { layout } = fitWall(plan.goals, shown, space, WALL_METRICS, measure);
  const up = hiddenAbove(layout, shown, space);
  return (
    <main className={styles['goals']}>
      {plan.leitziel === '' ? null : (
        <p className={styles['leitziel']} data-over={up > 0 || undefined}>
          <span>{t('board.wall.leitziel')}</span> <b {...ofPlan(plan.leitziel)}>{plan.leitziel}</b>
        </p>
      )}
      {plan.goals.length === 0 ? <p className={wall['quiet']}>{t('board.empty_goals')}</p> : null}
      <HeightsContext value={book}>
        <div
          className={styles['tree']}
          style={{
            width: layout.width,
            height: layout.height,
            transform: up > 0 ? `translateY(${-up}px)` : undefined,
          }}
        >
          <svg width={layout.width} height={layout.height} aria-hidden="true">
            {layout.wires.map((wire) => (
              <path key={wire.to} d={wire.path} className={styles['wire']} />
            ))}
          </svg>
          {layout.cards.map((card) => (
            <PlacedGoal key={card.key} card={card} words={words} shown={shown} focus={focus} fresh={fresh} />
          ))}
          <Quotes layout={layout} words={words} space={space + up} />
        </div>
      </HeightsContext>
    </main>
  );
}

/** When even the last fold is too high: how far the tree goes up, so that the goal in focus is seen. */
function hiddenAbove(layout: GoalLayout, shown: string | null, space: number): number {
  const card = layout.cards.find(
    ({ goal, kind }) => kind !== 'steps' && flatten([goal]).some(({ id }) => id === shown),
  );
  const held = layout.cards.find(({ key }) => key === shown) ?? card;
  const most = Math.max(0, layout.height - space);
  return Math.min(most, Math.max(0, (held?.y ?? 0) - space / 3));
}

/** A height belongs to a card at one look and to its words, so that new words are measured anew. */
function cardName(key: string, goal: Goal, look: PlacedCard['look']): string {
  const { density, steps, doneSummed } = look;
  const count = goal.children.length;
  return [key, density, steps, doneSummed, count].join('|');
}

/** What the facilitator looks at; else where somebody has just written; else the first open goal. */
function focusIn(goals: readonly Goal[], focus: string | null, fresh: Fresh): string | null {
  const all = flatten(goals);
  const known = (id: string | null | undefined): boolean => all.some((goal) => goal.id === id);
  const changed = [...fresh.keys()].find(known);
  const open = all.find(
    (goal) =>
      goal.depth === 1 &&
      !isOver(stateOfGoal(goal)) &&
      goal.children.some((step) => step.status !== 'erledigt'),
  );
  return known(focus) ? focus : (changed ?? open?.id ?? all[0]?.id ?? null);
}

interface PlacedGoalProps {
  card: PlacedCard;
  words: Words;
  shown: string | null;
  focus: string | null;
  fresh: Fresh;
}

function PlacedGoal({ card, words, shown, focus, fresh }: PlacedGoalProps) {
  const { key, goal, look, kind, x, y, width } = card;
  const near = flatten([goal]).some(({ id }) => id === shown) || goal.parentId === branchOf(words, shown);
  return (
    <div
      className={styles['placed']}
      data-kind={kind}
      data-density={look.density}
      data-fresh={kind !== 'steps' && fresh.has(goal.id) ? words.t('ui.card.new') : undefined}
      style={{ transform: `translate(calc(${x}px * var(--way)), ${y}px)`, width }}
    >
      <Measured name={cardName(key, goal, look)}>
        <GoalCardView
          card={card}
          words={words}
          selected={focus}
          fresh={new Set(fresh.keys())}
          calm={!near}
          mostHelps={MOST_HELPS}
        />
      </Measured>
    </div>
  );
}

function branchOf({ plan }: Words, id: string | null): string | null {
  return plan.goals.find((goal) => flatten([goal]).some((below) => below.id === id))?.id ?? null;
}
