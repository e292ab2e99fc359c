import type { Goal } from '#shared/documents/plan/goals.ts';
import type { GoalLayout, PlacedCard } from './goals.ts';
import type { GoalMetrics } from './metrics.ts';

/** Where a dragged goal would go: under `parentId`, after the sibling `after` (null: first). */
export interface DropTarget {
  parentId: string | null;
  after: string | null;
  /** The line that shows the place. */
  line: { x: number; y: number; width: number };
}

/**
 * The place that a pointer at height `y` means for a dragged card, or null where it would stay
 * where it is. Handlungsziele go between Handlungsziele of any branch, Richtungsziele between
 * Richtungsziele.
 */
export function dropTarget(
  goals: readonly Goal[],
  layout: GoalLayout,
  metrics: GoalMetrics,
  id: string,
  y: number,
): DropTarget | null {
  const dragged = layout.cards.find((card) => card.key === id);
  if (!dragged || dragged.kind === 'steps') {
    return null;
  }
  const target =
    dragged.kind === 'direction'
      ? amongDirections(layout, metrics, id, y)
      : amongActions(goals, layout, metrics, id, y);
  return target && staysPut(goals, dragged.goal, target) ? null : target;
}

function amongDirections(layout: GoalLayout, metrics: GoalMetrics, id: string, y: number): DropTarget {
  const branches = layout.cards.filter((card) => card.kind === 'direction' && card.key !== id);
  const before = branches.filter((card) => branchMiddle(layout, card) < y).at(-1);
  const next = branches[before ? branches.indexOf(before) + 1 : 0];
  const at = before ? branchBottom(layout, before) + metrics.branches / 2 : -metrics.branches / 2;
  const line = next ? Math.max(at, next.y - metrics.branches / 2) : at;
  return { parentId: null, after: before?.key ?? null, line: { x: 0, y: line, width: layout.width } };
}

function amongActions(
  goals: readonly Goal[],
  layout: GoalLayout,
  metrics: GoalMetrics,
  id: string,
  y: number,
): DropTarget | null {
  const directions = layout.cards.filter((card) => card.kind === 'direction');
  const parent = directions.filter((card) => card.y - metrics.branches / 2 <= y).at(-1) ?? directions[0];
  const branch = parent && goals.find((goal) => goal.id === parent.key);
  if (!parent || !branch) {
    return null;
  }
  const rows = branch.children
    .map((child) => layout.cards.find((card) => card.key === child.id))
    .filter((card): card is PlacedCard => card !== undefined && card.key !== id);
  const before = rows.filter((card) => card.y + card.height / 2 < y).at(-1);
  const at = before ? rowBottom(layout, before) + metrics.siblings / 2 : parent.y - metrics.siblings / 2;
  const line = { x: metrics.direction + metrics.gap, y: at, width: metrics.action };
  return { parentId: parent.key, after: before?.key ?? null, line };
}

function staysPut(goals: readonly Goal[], goal: Goal, target: DropTarget): boolean {
  if (goal.parentId !== target.parentId) {
    return false;
  }
  const siblings =
    goal.parentId === null ? goals : (goals.find((parent) => parent.id === goal.parentId)?.children ?? []);
  const index = siblings.findIndex((sibling) => sibling.id === goal.id);
  return (siblings[index - 1]?.id ?? null) === target.after;
}

function rowBottom(layout: GoalLayout, card: PlacedCard): number {
  const sheet = layout.cards.find((other) => other.key === `${card.key}:steps`);
  return Math.max(card.y + card.height, sheet ? sheet.y + sheet.height : 0);
}

function branchBottom(layout: GoalLayout, card: PlacedCard): number {
  const below = layout.cards.filter(
    (other) => other.goal.id === card.key || other.goal.parentId === card.key,
  );
  return Math.max(...below.map((other) => other.y + other.height));
}

function branchMiddle(layout: GoalLayout, card: PlacedCard): number {
  return (card.y + branchBottom(layout, card)) / 2;
}
