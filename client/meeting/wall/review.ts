import { flatten, type Goal } from '#shared/documents/plan/goals.ts';

/** Goals that the last version knew, in order: what the review goes through. */
export function reviewed(goals: readonly Goal[]): Goal[] {
  return flatten(goals).filter((goal) => goal.depth === 1 && goal.before !== null);
}

/** The goal under review: the facilitator's, else the first that nobody has spoken about. */
export function reviewAt(goals: readonly Goal[], focus: string | null): number {
  const chosen = goals.findIndex((goal) => flatten([goal]).some(({ id }) => id === focus));
  const open = goals.findIndex((goal) => goal.review.result === null);
  return chosen >= 0 ? chosen : Math.max(0, open);
}
