import { flatten, type Goal } from '../documents/plan/goals.ts';
import type { Plan } from '../documents/plan/plan.ts';
import type { ProtocolSection } from '../protocol/sections.ts';
import { sectionOfVoice } from './voices.ts';

/**
 * What is still open before the plan is read together. Hints with a way there, never a block: the
 * section of the protocol says in which step a gap is closed, null where the goal itself is opened.
 */
export type Gap = { section: ProtocolSection | null } & (
  | { kind: 'no_goals' }
  | { kind: 'goal'; goalId: string; number: string; sentence: string; missing: GoalGap[] }
  | { kind: 'child_view' }
  | { kind: 'next_review' }
  | { kind: 'service' }
  | { kind: 'advice'; count: number }
);

/** What a goal or step lacks. */
export type GoalGap = 'sentence' | 'who' | 'until' | 'notice' | 'steps' | 'result' | 'consequence';

/** Everything that is open, in the order of the meeting. */
export function gapsOf(plan: Plan): Gap[] {
  return [...childView(plan), ...goalGaps(plan), ...arrangementGaps(plan)];
}

function childView(plan: Plan): Gap[] {
  const section = sectionOfVoice('child');
  const said = section === null || (plan.texts[section] ?? []).length > 0;
  return said ? [] : [{ kind: 'child_view', section }];
}

function goalGaps(plan: Plan): Gap[] {
  const all = flatten(plan.goals);
  return all.length === 0 ? [{ kind: 'no_goals', section: 'ziele' }] : all.flatMap(gapsOfGoal);
}

function gapsOfGoal(goal: Goal): Gap[] {
  const missing = missingIn(goal);
  const section = missing.some((gap) => gap === 'result' || gap === 'consequence') ? 'rueckblick' : null;
  return missing.length === 0
    ? []
    : [{ kind: 'goal', goalId: goal.id, number: goal.number, sentence: goal.sentence, missing, section }];
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
  const gaps: (Gap | null)[] = [
    plan.services.length === 0 ? { kind: 'service', section: 'hilfe' } : null,
    plan.nextReview.date === null ? { kind: 'next_review', section: 'ueberpruefung' } : null,
    withheld > 0 ? { kind: 'advice', count: withheld, section: 'beratung' } : null,
  ];
  return gaps.filter((gap) => gap !== null);
}
