import { useState } from 'react';
import { flatten, type Goal } from '#shared/documents/plan/goals.ts';
import { usePlan } from '../../app/context.ts';
import { useFocus } from '../useFocus.ts';

/**
 * The Handlungsziel that who leads has selected: it is this goal's turn in the talk. It stays when
 * nothing is selected for a moment or the connection is lost: a goal must not change under the
 * finger of somebody who is giving a number.
 */
export function useGoalInFocus(): Goal | null {
  const { goals } = usePlan();
  const current = useFocus();
  const [last, setLast] = useState<string | null>(current);
  if (current !== null && current !== last) {
    setLast(current);
  }
  const selected = current ?? last;
  const all = flatten(goals);
  const goal = all.find(({ id }) => id === selected);
  const action = goal?.level === 'handlungsschritt' ? all.find(({ id }) => id === goal.parentId) : goal;
  return action?.level === 'handlungsziel' ? action : null;
}
