import { type EndedGoal, flatten, type Goal, type GoalBefore } from '../documents/plan/goals.ts';
import type { Plan } from '../documents/plan/plan.ts';
import type { GoalStatus, StepStatus } from '../domain/codes.ts';
import { cleanText, filled, optionalDay, optionalScale, optionalText } from './clean.ts';
import type { Names } from './record.ts';
import type { ProtocolReview } from './schema.ts';

/** A step has no review of its own: its status says what became of it. Open ones say nothing yet. */
const RESULT_OF_STEP: Partial<Record<GoalStatus | StepStatus, GoalStatus>> = {
  in_arbeit: 'in_arbeit',
  erledigt: 'erreicht',
  teilweise_erledigt: 'teilweise_erreicht',
  nicht_erledigt: 'nicht_erreicht',
  entfallen: 'entfallen',
};

/** One entry for each goal and step of the version before, in the order of its numbers. */
export function protocolReviews(plan: Plan, names: Names): ProtocolReview[] {
  const living = flatten(plan.goals)
    .filter(hasReadableBefore)
    .map((goal) => reviewOf(goal, goal.before, resultOf(goal), names, optionalText(goal.sentence)));
  const ended = plan.ended
    .filter(hasReadableBefore)
    .map((goal) => reviewOf(goal, goal.before, endResult(goal), names, undefined));
  return [...living, ...ended].sort(
    (a, b) => compareNumbers(a.number, b.number) || (a.goalId < b.goalId ? -1 : 1),
  );
}

/** Orders goal numbers as people count: 1.2 before 1.10, a parent before its children. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1);
    if (difference !== 0 && !Number.isNaN(difference)) {
      return difference;
    }
  }
  return 0;
}

/** `before` comes from the shared document; a damaged one must not stop a freeze. */
function hasReadableBefore<T extends { before: GoalBefore | null }>(
  goal: T,
): goal is T & { before: GoalBefore } {
  return typeof goal.before?.number === 'string' && typeof goal.before.text === 'string';
}

function reviewOf(
  goal: Pick<Goal | EndedGoal, 'id' | 'review' | 'target' | 'scales'>,
  before: GoalBefore,
  result: GoalStatus | undefined,
  names: Names,
  now: string | undefined,
): ProtocolReview {
  return {
    goalId: goal.id,
    number: cleanText(before.number),
    before: cleanText(before.text),
    ...filled({
      beforeDueDate: optionalDay(before.dueDate),
      now,
      result,
      consequence: goal.review.consequence ?? undefined,
      text: optionalText(goal.review.text),
      obstacle: optionalText(goal.review.obstacle),
      reason: optionalText(goal.review.reason),
      target: optionalScale(before.target) ?? optionalScale(goal.target),
      scales: scalesThenAndNow(before.scales ?? {}, goal.scales, names),
    }),
  };
}

function resultOf(goal: Goal): GoalStatus | undefined {
  return goal.review.result ?? (goal.level === 'handlungsschritt' ? RESULT_OF_STEP[goal.status] : undefined);
}

/** What was taken from the table without a word about it has been dropped. */
function endResult(goal: EndedGoal): GoalStatus {
  const done = goal.status === 'erledigt' ? 'erreicht' : 'entfallen';
  return goal.review.result ?? done;
}

function scalesThenAndNow(
  before: Readonly<Record<string, number>>,
  now: Readonly<Record<string, number>>,
  names: Names,
): NonNullable<ProtocolReview['scales']> {
  return names.ordered({ ...before, ...now }).flatMap(([person]) => {
    const values = filled({ before: optionalScale(before[person]), now: optionalScale(now[person]) });
    return Object.keys(values).length > 0 ? [{ person, ...values }] : [];
  });
}
