import type { Goal } from '#shared/documents/plan/goals.ts';
import type { GoalMetrics } from './metrics.ts';

/** A Richtungsziel, a Handlungsziel, or the sheet with the steps of one Handlungsziel. */
export type CardKind = 'direction' | 'action' | 'steps';

/**
 * How much of a goal is shown. Space is made by folding content, never by smaller type.
 * - `density`: `focus` all rows, `lean` one chip and no drawn scale, `fold` label and sentence,
 *   `title` all in one line, across the columns.
 * - `steps`: `full` with people and dates, `lines` one line each, `count` in words, `none`.
 * - `doneSummed`: done steps are one line.
 * - `childrenFolded`: what hangs below is a count on this card.
 */
export interface Look {
  density: 'focus' | 'lean' | 'fold' | 'title';
  steps: 'full' | 'lines' | 'count' | 'none';
  doneSummed: boolean;
  childrenFolded: boolean;
}
export type Looks = ReadonlyMap<string, Look>;

/** Height of a card at a width, as it looks. Keys are those of `PlacedCard`. */
export type Measure = (key: string, kind: CardKind, width: number, goal: Goal, look: Look) => number;

/** A card in its place. */
export interface PlacedCard {
  /** Stable: the goal's id, and `<id>:steps` for the sheet of its steps. */
  key: string;
  kind: CardKind;
  goal: Goal;
  look: Look;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The line from a Richtungsziel to one of its Handlungsziele, as the `d` of an SVG path. */
export interface Wire {
  from: string;
  to: string;
  path: string;
}

export interface GoalLayout {
  /** In reading order: parent, child, its sheet, next child. */
  cards: PlacedCard[];
  wires: Wire[];
  width: number;
  height: number;
}

const PLAIN: Look = { density: 'lean', steps: 'full', doneSummed: false, childrenFolded: false };

/** The look of a goal; what nobody decided is shown lean. */
function lookOf(looks: Looks, id: string): Look {
  return looks.get(id) ?? PLAIN;
}

/** Lays the tree out: columns from left to right, each parent level with its first child. */
export function layoutGoals(
  goals: readonly Goal[],
  looks: Looks,
  metrics: GoalMetrics,
  measure: Measure,
): GoalLayout {
  const cards: PlacedCard[] = [];
  const wires: Wire[] = [];
  let bottom = 0;
  let above: Goal | null = null;
  for (const goal of goals) {
    const titles = above !== null && [above, goal].every(({ id }) => lookOf(looks, id).childrenFolded);
    const gap = above === null ? 0 : titles ? metrics.siblings : metrics.branches;
    const branch = layoutBranch(goal, bottom + gap, looks, metrics, measure);
    cards.push(...branch.cards);
    wires.push(...branch.wires);
    bottom = branch.bottom;
    above = goal;
  }
  return { cards, wires, width: widthOf(metrics), height: bottom };
}

/** Width of all columns together. */
function widthOf({ direction, gap, action, between, steps }: GoalMetrics): number {
  return direction + gap + action + (steps > 0 ? between + steps : 0);
}

function layoutBranch(
  goal: Goal,
  top: number,
  looks: Looks,
  metrics: GoalMetrics,
  measure: Measure,
): { cards: PlacedCard[]; wires: Wire[]; bottom: number } {
  const folded = lookOf(looks, goal.id).childrenFolded;
  const across = folded ? widthOf(metrics) : metrics.direction;
  const parent = placed(goal, 'direction', 0, top, across, looks, measure);
  const cards = [parent];
  const wires: Wire[] = [];
  let y = top;
  for (const child of folded ? [] : goal.children) {
    const row = layoutRow(child, y, looks, metrics, measure);
    cards.push(...row.cards);
    wires.push({ from: goal.id, to: child.id, path: wirePath(top, y, metrics) });
    y = row.bottom + metrics.siblings;
  }
  const bottom = Math.max(parent.y + parent.height, y - metrics.siblings);
  return { cards, wires, bottom };
}

function layoutRow(
  goal: Goal,
  top: number,
  looks: Looks,
  metrics: GoalMetrics,
  measure: Measure,
): { cards: PlacedCard[]; bottom: number } {
  const x = metrics.direction + metrics.gap;
  const card = placed(goal, 'action', x, top, metrics.action, looks, measure);
  const bottom = top + card.height;
  const hasSheet = goal.children.length > 0 && card.look.steps !== 'none' && !card.look.childrenFolded;
  if (!hasSheet) {
    return { cards: [card], bottom };
  }
  const sheet =
    metrics.steps > 0
      ? placed(goal, 'steps', x + metrics.action + metrics.between, top, metrics.steps, looks, measure)
      : placed(
          goal,
          'steps',
          x + metrics.indent,
          bottom + metrics.siblings / 2,
          metrics.action - metrics.indent,
          looks,
          measure,
        );
  return { cards: [card, sheet], bottom: Math.max(bottom, sheet.y + sheet.height) };
}

function placed(
  goal: Goal,
  kind: CardKind,
  x: number,
  y: number,
  width: number,
  looks: Looks,
  measure: Measure,
): PlacedCard {
  const key = kind === 'steps' ? `${goal.id}:steps` : goal.id;
  const look = lookOf(looks, goal.id);
  return { key, kind, goal, look, x, y, width, height: measure(key, kind, width, goal, look) };
}

function wirePath(parentTop: number, childTop: number, metrics: GoalMetrics): string {
  const { direction, gap, anchor, turn } = metrics;
  const [from, to] = [parentTop + anchor, childTop + anchor];
  const end = direction + gap;
  if (from === to) {
    return `M${direction} ${from}H${end}`;
  }
  const middle = direction + gap / 2;
  const round = Math.min(turn, (to - from) / 2);
  return `M${direction} ${from}H${middle}V${to - round}Q${middle} ${to} ${middle + round} ${to}H${end}`;
}
