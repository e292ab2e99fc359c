import { flatten, type Goal, type GoalBefore, type GoalReview } from '#shared/documents/plan/goals.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import { compareNumbers } from '#shared/protocol/reviews.ts';

/** A goal of the last version, with what became of it. */
export interface ReviewItem {
  id: string;
  before: GoalBefore;
  review: GoalReview;
  /** The goal as it lies on the table; null where it was taken from it. */
  goal: Goal | null;
  scales: Record<string, number>;
  /** Who entered such a number in the place of its person. */
  scalesBy: Record<string, string>;
}

/** The Handlungsziele of the last version in the order of their numbers then. */
export function reviewItems(plan: Plan): ReviewItem[] {
  const living = flatten(plan.goals).flatMap((goal) =>
    goal.before ? [itemOf({ ...goal, before: goal.before }, goal)] : [],
  );
  const ended = plan.ended.map((goal) => itemOf(goal, null));
  return [...living, ...ended]
    .filter(({ before }) => before.number.split('.').length === 2)
    .sort((a, b) => compareNumbers(a.before.number, b.before.number));
}

function itemOf(
  { id, before, review, scales, scalesBy }: Omit<ReviewItem, 'goal'>,
  goal: Goal | null,
): ReviewItem {
  return { id, before, review, goal, scales, scalesBy };
}
