import { flatten, type Goal } from '#shared/documents/plan/goals.ts';
import { type GoalLayout, type Look, type Looks, layoutGoals, type Measure } from './goals.ts';
import type { GoalMetrics } from './metrics.ts';

const lean: Look = { density: 'lean', steps: 'full', doneSummed: false, childrenFolded: false };

/**
 * Looks on a laptop: the selected goal is in focus, the others are lean. Steps show in their own
 * column; without one they rest as a slip under their goal until somebody opens it or one is selected.
 */
export function tableLooks(
  goals: readonly Goal[],
  selected: string | null,
  open: ReadonlySet<string>,
  metrics: GoalMetrics,
): Looks {
  const looks = new Map<string, Look>();
  for (const goal of flatten(goals)) {
    const holdsSelected = goal.id === selected || goal.children.some((child) => child.id === selected);
    const inFocus = goal.depth === 1 ? holdsSelected : goal.id === selected;
    const reached = goal.children.some((child) => child.depth === 2 && child.id === selected);
    const steps = metrics.steps > 0 || open.has(goal.id) || reached ? 'full' : 'none';
    looks.set(goal.id, { ...lean, density: inFocus ? 'focus' : 'lean', steps });
  }
  return looks;
}

/**
 * How far the shared screen is folded. Each level keeps what the one before folded:
 * 0 nothing but lean neighbours · 1 done steps summed, other branches without their helps
 * · 2 their steps in lines · 3 counted · 4 steps beside the goal in focus counted · 5 its neighbours
 * fold · 6 other branches are titles in one line: only when space has really ended.
 */
export const FOLD_LEVELS = 7;

/** Looks on the shared screen at a fold level, with one goal in focus. */
export function wallLooks(goals: readonly Goal[], focus: string | null, level: number): Looks {
  const looks = new Map<string, Look>();
  const branch = branchOf(goals, focus);
  for (const goal of goals) {
    const near = goal === branch;
    const folded = !near && level >= 6;
    const density = near ? 'focus' : folded ? 'title' : 'fold';
    looks.set(goal.id, { density, steps: 'none', doneSummed: true, childrenFolded: folded });
    for (const child of goal.children) {
      looks.set(child.id, near ? nearLook(child, focus, level) : farLook(level));
    }
  }
  return looks;
}

function nearLook(goal: Goal, focus: string | null, level: number): Look {
  const held = goal.id === focus || goal.children.some((step) => step.id === focus);
  const steps = !held && level >= 4 ? 'count' : 'full';
  const density = held ? 'focus' : level >= 5 ? 'fold' : 'lean';
  return { density, steps, doneSummed: level >= 1, childrenFolded: false };
}

function farLook(level: number): Look {
  const steps = level >= 3 ? 'count' : level >= 2 ? 'lines' : 'full';
  const density = level >= 1 ? 'fold' : 'lean';
  return { density, steps, doneSummed: true, childrenFolded: false };
}

/** The branch that holds the goal in focus, or the first one. */
function branchOf(goals: readonly Goal[], focus: string | null): Goal | undefined {
  return goals.find((goal) => flatten([goal]).some((below) => below.id === focus)) ?? goals[0];
}

/** Folds as little as needed for the tree to fit into a height. Type never shrinks. */
export function fitWall(
  goals: readonly Goal[],
  focus: string | null,
  height: number,
  metrics: GoalMetrics,
  measure: Measure,
): { layout: GoalLayout; level: number } {
  for (let level = 0; ; level++) {
    const layout = layoutGoals(goals, wallLooks(goals, focus, level), metrics, measure);
    if (layout.height <= height || level === FOLD_LEVELS - 1) {
      return { layout, level };
    }
  }
}
