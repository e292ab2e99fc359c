import { flatten, type Goal } from '#shared/documents/plan/goals.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';

/**
 * What is still open before the plan is read together. Hints with a way there, never a block.
 */
export type Gap =
  | { kind: 'no_goals' }
  | { kind: 'goal'; goalId: string; number: string; sentence: string; missing: GoalGap[] }
  | { kind: 'child_view' }
  | { kind: 'next_review' }
  | { kind: 'service' }
  | { kind: 'advice'; count: number };

/** What a goal or step lacks. */
export type GoalGap = 'sentence' | 'who' | 'until' | 'notice' | 'steps' | 'result' | 'consequence';

/** Everything that is open, in the order of the meeting. */
export function gapsOf(plan: Plan): Gap[] {
  return [...childView(plan), ...goalGaps(plan), ...arrangementGaps(plan)];
}

function childView(plan: Plan): Gap[] {
  return (plan.texts.sicht_kind ?? []).length === 0 ? [{ kind: 'child_view' }] : [];
}

function goalGaps(plan: Plan): Gap[] {
  const all = flatten(plan.goals);
  if (all.length === 0) {
    return [{ kind: 'no_goals' }];
  }
  return all.flatMap((goal): Gap[] => {
    const missing = missingIn(goal);
    return missing.length === 0
      ? []
      : [{ kind: 'goal', goalId: goal.id, number: goal.number, sentence: goal.sentence, missing }];
  });
}

const ENDED: ReadonlySet<string> = new Set(['erreicht', 'entfallen', 'ruht', 'erledigt', 'nicht_erreicht']);

function missingIn(goal: Goal): GoalGap[] {
  const missing: GoalGap[] = goal.sentence.trim() === '' ? ['sentence'] : [];
  const over = ENDED.has(goal.status) || goal.review.consequence === 'abschliessen';
  if (goal.level === 'handlungsschritt') {
    return !over && goal.responsible === null ? [...missing, 'who'] : missing;
  }
  if (goal.level === 'handlungsziel') {
    return [...missing, ...reviewGaps(goal), ...(over ? [] : planGaps(goal))];
  }
  return missing;
}

function reviewGaps(goal: Goal): GoalGap[] {
  if (goal.before === null) {
    return [];
  }
  return [
    ...(goal.review.result === null ? (['result'] as const) : []),
    ...(goal.review.consequence === null ? (['consequence'] as const) : []),
  ];
}

function planGaps(goal: Goal): GoalGap[] {
  return [
    ...(goal.responsible === null ? (['who'] as const) : []),
    ...(goal.dueDate === null ? (['until'] as const) : []),
    ...(goal.indicator.trim() === '' ? (['notice'] as const) : []),
    ...(goal.children.length === 0 ? (['steps'] as const) : []),
  ];
}

function arrangementGaps(plan: Plan): Gap[] {
  const withheld = Object.values(plan.advice).filter((given) => !given).length;
  return [
    ...(plan.services.length === 0 ? [{ kind: 'service' } as const] : []),
    ...(plan.nextReview.date === null ? [{ kind: 'next_review' } as const] : []),
    ...(withheld > 0 ? [{ kind: 'advice', count: withheld } as const] : []),
  ];
}
