import { type GoalState, goalState } from '../domain/goal-state.ts';
import type { ProtocolActionGoal, ProtocolContent, ProtocolDirectionGoal, ProtocolStep } from './schema.ts';

/** Where each goal of one version stands. */
export type StateOf = (goal: ProtocolDirectionGoal | ProtocolActionGoal | ProtocolStep) => GoalState;

/** Where the goals of a version stand: what its review says of them counts before their own status. */
export function statesIn({ reviews }: Pick<ProtocolContent, 'reviews'>): StateOf {
  const said = new Map((reviews ?? []).map((review) => [review.goalId, review]));
  return ({ id, status }) => {
    const { result, consequence } = said.get(id) ?? {};
    return goalState({ status, result, consequence });
  };
}
