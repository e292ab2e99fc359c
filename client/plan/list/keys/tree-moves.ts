import { flatten, type Goal } from '#shared/documents/plan/goals.ts';
import { MAX_DEPTH } from '#shared/documents/plan/tree.ts';

/**
 * Where a goal goes when somebody moves it by keyboard or menu. Pure: the move itself is
 * `moveGoal` of the plan.
 */

/** A new place: below which parent, and after which sibling (null: first). */
export interface TreeMove {
  parentId: string | null;
  after: string | null;
}

/** Why there is no such move; each has words in the catalogue. */
export type NoMove = 'first' | 'last' | 'top_level' | 'too_deep' | 'nothing_above';

export type MoveDirection = 'up' | 'down' | 'in' | 'out';

/** The place a goal gets in a direction, or why there is none. */
export function moveFor(goals: readonly Goal[], id: string, direction: MoveDirection): TreeMove | NoMove {
  const family = familyOf(goals, id);
  if (!family) {
    return 'nothing_above';
  }
  switch (direction) {
    case 'up':
      return up(goals, family);
    case 'down':
      return down(goals, family);
    case 'in':
      return indent(family);
    case 'out':
      return outdent(goals, family);
  }
}

interface Family {
  goal: Goal;
  siblings: readonly Goal[];
  index: number;
}

function familyOf(goals: readonly Goal[], id: string): Family | null {
  const goal = flatten(goals).find((candidate) => candidate.id === id);
  if (!goal) {
    return null;
  }
  const siblings =
    goal.parentId === null ? goals : (flatten(goals).find(({ id }) => id === goal.parentId)?.children ?? []);
  return { goal, siblings, index: siblings.findIndex((sibling) => sibling.id === id) };
}

/** Before the sibling above; the first child goes to the end of the branch above. */
function up(goals: readonly Goal[], { goal, siblings, index }: Family): TreeMove | NoMove {
  if (index > 0) {
    return { parentId: goal.parentId, after: siblings[index - 2]?.id ?? null };
  }
  const branch = neighbour(goals, goal, -1);
  return branch ? { parentId: branch.id, after: branch.children.at(-1)?.id ?? null } : 'first';
}

/** After the sibling below; the last child goes to the start of the branch below. */
function down(goals: readonly Goal[], { goal, siblings, index }: Family): TreeMove | NoMove {
  const next = siblings[index + 1];
  if (next) {
    return { parentId: goal.parentId, after: next.id };
  }
  const branch = neighbour(goals, goal, 1);
  return branch ? { parentId: branch.id, after: null } : 'last';
}

/** The branch of the same level beside the goal's own parent. */
function neighbour(goals: readonly Goal[], goal: Goal, step: 1 | -1): Goal | undefined {
  if (goal.parentId === null) {
    return undefined;
  }
  const branches = flatten(goals).filter(({ depth }) => depth === goal.depth - 1);
  return branches[branches.findIndex(({ id }) => id === goal.parentId) + step];
}

/** Below the sibling above, at its end. */
function indent({ goal, siblings, index }: Family): TreeMove | NoMove {
  const above = siblings[index - 1];
  if (!above) {
    return 'nothing_above';
  }
  if (goal.depth + heightOf(goal) > MAX_DEPTH) {
    return 'too_deep';
  }
  return { parentId: above.id, after: above.children.at(-1)?.id ?? null };
}

/** Beside its parent, right after it. */
function outdent(goals: readonly Goal[], { goal }: Family): TreeMove | NoMove {
  const parent = flatten(goals).find(({ id }) => id === goal.parentId);
  return parent ? { parentId: parent.parentId, after: parent.id } : 'top_level';
}

function heightOf(goal: Goal): number {
  return 1 + Math.max(0, ...goal.children.map(heightOf));
}

/** Goals in reading order that are in sight: what hangs below a folded one is not. */
export function visibleGoals(goals: readonly Goal[], folded: ReadonlySet<string>): Goal[] {
  return goals.flatMap((goal) => [goal, ...(folded.has(goal.id) ? [] : visibleGoals(goal.children, folded))]);
}

/** What an arrow key does in the tree: go somewhere, or fold or unfold where one is. */
export type Walk = { go: string } | { fold: string } | { unfold: string } | null;

/** Keys that walk the tree. */
export const WALK_KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'] as const;
export type WalkKey = (typeof WALK_KEYS)[number];

/** Walks the tree as the tree pattern of ARIA says. */
export function walk(
  goals: readonly Goal[],
  folded: ReadonlySet<string>,
  id: string | null,
  key: WalkKey,
): Walk {
  const visible = visibleGoals(goals, folded);
  const at = visible.findIndex((goal) => goal.id === id);
  const goal = visible[at];
  switch (key) {
    case 'Home':
      return goTo(visible[0]);
    case 'End':
      return goTo(visible.at(-1));
    case 'ArrowDown':
      return goTo(visible[at + 1]);
    case 'ArrowUp':
      return at < 0 ? goTo(visible[0]) : goTo(visible[at - 1]);
    case 'ArrowLeft':
      return goal && goal.children.length > 0 && !folded.has(goal.id)
        ? { fold: goal.id }
        : goal?.parentId
          ? { go: goal.parentId }
          : null;
    case 'ArrowRight':
      return !goal || goal.children.length === 0
        ? null
        : folded.has(goal.id)
          ? { unfold: goal.id }
          : goTo(goal.children[0]);
  }
}

function goTo(goal: Goal | undefined): Walk {
  return goal ? { go: goal.id } : null;
}
