import { useEffect } from 'react';
import { flatten, type Goal } from '#shared/plan/goals.ts';
import {
  estimateHeight,
  fitWall,
  type GoalLayout,
  type Measure,
  type PlacedCard,
  WALL_METRICS,
} from '#shared/plan/layout.ts';
import { Quote } from '../../ui/cards/Quote.tsx';
import type { Fresh } from '../fresh.ts';
import { GoalCardView } from '../GoalCardView.tsx';
import { HeightsContext, Measured, useHeightBook } from '../heights.tsx';
import type { Words } from '../words.ts';
import styles from './Wall.module.css';

interface WallGoalsProps {
  words: Words;
  height: number;
  focus: string | null;
  fresh: Fresh;
}

const LEITZIEL = 52;
const BOTTOM = 40;

/** Goals in three columns. One branch is in focus; the rest folds until everything fits. */
export function WallGoals({ words, height, focus, fresh }: WallGoalsProps) {
  const { plan, t } = words;
  const book = useHeightBook();
  useEffect(() => book.keepFor(plan), [book, plan]);
  const measure: Measure = (key, kind, width, goal, look) =>
    book.get(cardName(key, goal, look)) ?? estimateHeight('wall', kind, width, goal, look);
  const shown = focusIn(plan.goals, focus, fresh);
  const top = plan.leitziel === '' ? 0 : LEITZIEL;
  const { layout } = fitWall(plan.goals, shown, height - top - BOTTOM, WALL_METRICS, measure);
  return (
    <main className={styles['goals']}>
      {plan.leitziel === '' ? null : (
        <p className={styles['leitziel']}>
          <span>{t('board.wall.leitziel')}</span> {plan.leitziel}
        </p>
      )}
      {plan.goals.length === 0 ? <p className={styles['quiet']}>{t('board.empty_goals')}</p> : null}
      <HeightsContext value={book}>
        <div className={styles['tree']} style={{ width: layout.width, height: layout.height }}>
          <svg width={layout.width} height={layout.height} aria-hidden="true">
            {layout.wires.map((wire) => (
              <path key={wire.to} d={wire.path} className={styles['wire']} />
            ))}
          </svg>
          {layout.cards.map((card) => (
            <PlacedGoal key={card.key} card={card} words={words} shown={shown} focus={focus} fresh={fresh} />
          ))}
          <Quotes layout={layout} words={words} />
        </div>
      </HeightsContext>
    </main>
  );
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
    (goal) => goal.depth === 1 && goal.children.some((step) => step.status !== 'erledigt'),
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
      style={{ transform: `translate(${x}px, ${y}px)`, width }}
    >
      <Measured name={cardName(key, goal, look)}>
        <GoalCardView card={card} words={words} selected={focus} fresh={new Set(fresh.keys())} calm={!near} />
      </Measured>
    </div>
  );
}

function branchOf({ plan }: Words, id: string | null): string | null {
  return plan.goals.find((goal) => flatten([goal]).some((below) => below.id === id))?.id ?? null;
}

const QUOTE_LINE = 30;
const QUOTE_CHARS = 27;

/** The own words of a branch, in the free space under its Richtungsziel. */
function Quotes({ layout, words }: { layout: GoalLayout; words: Words }) {
  return layout.cards
    .filter((card) => card.kind === 'direction' && card.look.density === 'focus')
    .map((card) => {
      const below = card.y + card.height + 16;
      const bottom = Math.max(
        ...layout.cards
          .filter((other) => other.goal.id === card.key || other.goal.parentId === card.key)
          .map((other) => other.y + other.height),
      );
      return (
        <div
          key={card.key}
          className={styles['quotes']}
          style={{ transform: `translate(10px, ${below}px)`, width: card.width - 20 }}
        >
          {fitting(flatten([card.goal]), bottom - below).map((goal) => (
            <Quote key={goal.id} person={words.person(goal.voice)} text={goal.quote ?? ''} />
          ))}
        </div>
      );
    });
}

function fitting(goals: readonly Goal[], space: number): Goal[] {
  let left = space;
  return goals.filter((goal) => {
    const height = Math.ceil((goal.quote?.length ?? 0) / QUOTE_CHARS) * QUOTE_LINE + 20;
    if (goal.quote === null || height > left) {
      return false;
    }
    left -= height;
    return true;
  });
}
