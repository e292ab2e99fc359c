import { type Goal, type GoalFields, setGoalField } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc } from '../../../app/context.ts';

/** Writes single values of a goal as changes in the list. */
export function useGoalField(
  goal: Pick<Goal, 'id'>,
): <K extends keyof GoalFields>(key: K, value: GoalFields[K]) => void {
  const doc = useDoc();
  return (key, value) => setGoalField(doc, goal.id, key, value, ORIGIN.list);
}
