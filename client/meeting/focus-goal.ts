import { useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import { flatten, type Goal } from '#shared/documents/plan/goals.ts';
import { usePlan, useSession, useStore, useView } from '../app/context.ts';

/**
 * The Handlungsziel that who leads has selected: it is this goal's turn in the talk. It stays when
 * nothing is selected for a moment or the connection is lost: a goal must not change under the
 * finger of somebody who is giving a number.
 */
export function useGoalInFocus(): Goal | null {
  const { goals } = usePlan();
  const { participants: seats } = useView();
  const others = useStore(useSession().others);
  const leaders = new Set(
    seats.filter(({ role }) => leads(role)).map(({ participationId }) => participationId),
  );
  const current =
    [...others.values()].find(({ user, selected }) => selected && leaders.has(user.participationId))
      ?.selected ?? null;
  const [last, setLast] = useState<string | null>(current);
  if (current !== null && current !== last) {
    setLast(current);
  }
  const selected = current ?? last;
  const all = flatten(goals);
  const goal = all.find(({ id }) => id === selected);
  return goal?.level === 'handlungsschritt'
    ? (all.find(({ id }) => id === goal.parentId) ?? null)
    : goal?.level === 'handlungsziel'
      ? goal
      : null;
}
