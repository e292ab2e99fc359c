import { leads } from '#shared/access/parts.ts';
import { flatten, type Goal } from '#shared/plan/goals.ts';
import { usePlan, useSession, useStore, useView } from '../app/context.ts';

/** The Handlungsziel that who leads has selected: it is this goal's turn in the talk. */
export function useGoalInFocus(): Goal | null {
  const { goals } = usePlan();
  const { seats } = useView();
  const others = useStore(useSession().others);
  const leaders = new Set(
    seats.filter(({ role }) => leads(role)).map(({ participationId }) => participationId),
  );
  const selected =
    [...others.values()].find(({ user }) => leaders.has(user.participationId))?.selected ?? null;
  const all = flatten(goals);
  const goal = all.find(({ id }) => id === selected);
  return goal?.level === 'handlungsschritt'
    ? (all.find(({ id }) => id === goal.parentId) ?? null)
    : goal?.level === 'handlungsziel'
      ? goal
      : null;
}
