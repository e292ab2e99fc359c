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
  const around = { names, inPlace: inPlaceOf(plan) };
  const living = flatten(plan.goals)
    .filter(hasReadableBefore)
    .map((goal) => reviewOf(goal, { result: resultOf(goal), now: optionalText(goal.sentence) }, around));
  const ended = plan.ended
    .filter(hasReadableBefore)
    .map((goal) => reviewOf(goal, { result: endResult(goal), now: undefined }, around));
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

type Replacing = NonNullable<ProtocolReview['replacedBy']>[number];

/** Goals with words that take the place of one of before, by the id of that one. */
function inPlaceOf({ goals }: Plan): ReadonlyMap<string, Replacing[]> {
  const found = new Map<string, Replacing[]>();
  for (const { id, number, sentence, replaces } of flatten(goals)) {
    if (replaces !== null && cleanText(sentence) !== '') {
      found.set(replaces, [...(found.get(replaces) ?? []), { goalId: id, number }]);
    }
  }
  return found;
}

/** `before` comes from the shared document; a damaged one must not stop a freeze. */
function hasReadableBefore<T extends { before: GoalBefore | null }>(
  goal: T,
): goal is T & { before: GoalBefore } {
  return typeof goal.before?.number === 'string' && typeof goal.before.text === 'string';
}

function reviewOf(
  goal: Pick<Goal | EndedGoal, 'id' | 'review' | 'target' | 'scales' | 'scalesBy'> & { before: GoalBefore },
  { result, now }: { result: GoalStatus | undefined; now: string | undefined },
  { names, inPlace }: { names: Names; inPlace: ReadonlyMap<string, Replacing[]> },
): ProtocolReview {
  const { before } = goal;
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
      scales: scalesThenAndNow(before.scales ?? {}, goal, names),
      replacedBy: inPlace.get(goal.id),
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
  { scales: now, scalesBy }: Pick<Goal, 'scales' | 'scalesBy'>,
  names: Names,
): NonNullable<ProtocolReview['scales']> {
  return names.ordered({ ...before, ...now }).flatMap(([person]) => {
    const values = filled({ before: optionalScale(before[person]), now: optionalScale(now[person]) });
    const by = values.now === undefined ? {} : filled({ by: names.one(scalesBy[person]) });
    return Object.keys(values).length > 0 ? [{ person, ...values, ...by }] : [];
  });
}
