import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Goal } from '#shared/documents/plan/goals.ts';

/** Puts the focus on a row once it is there: changes of the plan are drawn a frame later. */
export function useFocusWish(
  place: RefObject<HTMLElement | null>,
  goals: readonly Goal[],
  editing: string | null,
): (id: string | null) => void {
  const wish = useRef<{ id: string | null } | null>(null);
  const [wishes, count] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: goals and wishes say when to look again
  useEffect(() => {
    if (wish.current === null || editing !== null) {
      return;
    }
    const { id } = wish.current;
    const tree = place.current;
    const row = id === null ? tree : tree?.querySelector<HTMLElement>(`[data-goal="${CSS.escape(id)}"]`);
    if (row) {
      wish.current = null;
      row.focus();
      row.scrollIntoView({ block: 'nearest' });
    }
  }, [place, goals, wishes, editing]);
  return useCallback((id) => {
    wish.current = { id };
    count((before) => before + 1);
  }, []);
}
