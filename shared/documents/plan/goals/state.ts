import { type GoalState, goalState, hasEnded } from '../../../domain/goal-state.ts';
import type { Goal } from './types.ts';

/** Where a goal on the table stands: what the review says counts before its own status. */
export function stateOfGoal({ status, review }: Pick<Goal, 'status' | 'review'>): GoalState {
  return goalState({ status, result: review.result, consequence: review.consequence });
}

/** All goals in reading order, without the steps of those that have ended: they end with them. */
export function withoutEndedSteps(goals: readonly Goal[]): Goal[] {
  return goals.flatMap((goal) => {
    const stepsEnd = goal.level === 'handlungsziel' && hasEnded(stateOfGoal(goal));
    return [goal, ...(stepsEnd ? [] : withoutEndedSteps(goal.children))];
  });
}
