import type { Service } from '../documents/plan/arrangements.ts';
import { type Goal, stateOfGoal, withoutEndedSteps } from '../documents/plan/goals.ts';
import type { Plan } from '../documents/plan/plan.ts';
import { isOver } from '../domain/goal-state.ts';
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
  | { kind: 'next_review_over' }
  | { kind: 'service' }
  | { kind: 'service_period' }
  | { kind: 'advice'; count: number }
);

/** What a goal or step lacks, or what of it cannot be meant. */
export type GoalGap =
  | 'sentence'
  | 'who'
  | 'until'
  | 'until_over'
  | 'notice'
  | 'steps'
  | 'result'
  | 'consequence';

/**
 * Everything that is open, or contradicts itself, in the order of the meeting.
 * @param day of the meeting, YYYY-MM-DD
 */
export function gapsOf(plan: Plan, day: string): Gap[] {
  return [...childView(plan), ...goalGaps(plan, day), ...arrangementGaps(plan, day)];
}

function childView(plan: Plan): Gap[] {
  const section = sectionOfVoice('child');
  const said = section === null || (plan.texts[section] ?? []).length > 0;
  return said ? [] : [{ kind: 'child_view', section }];
}

function goalGaps(plan: Plan, day: string): Gap[] {
  return plan.goals.length === 0
    ? [{ kind: 'no_goals', section: 'ziele' }]
    : withoutEndedSteps(plan.goals).flatMap((goal) => gapsOfGoal(goal, day));
}

function gapsOfGoal(goal: Goal, day: string): Gap[] {
  const missing = [...missingIn(goal), ...dayGaps(goal, day)];
  const section = missing.some((gap) => gap === 'result' || gap === 'consequence') ? 'rueckblick' : null;
  return missing.length === 0
    ? []
    : [{ kind: 'goal', goalId: goal.id, number: goal.number, sentence: goal.sentence, missing, section }];
}

function isEnded(goal: Goal): boolean {
  return goal.status === 'erledigt' || isOver(stateOfGoal(goal));
}

/** A day that has passed is none until which something can be done. */
function dayGaps(goal: Goal, day: string): GoalGap[] {
  return goal.dueDate !== null && goal.dueDate < day && !isEnded(goal) ? ['until_over'] : [];
}

function missingIn(goal: Goal): GoalGap[] {
  const missing: GoalGap[] = goal.sentence.trim() === '' ? ['sentence'] : [];
  const over = isEnded(goal);
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

function arrangementGaps(plan: Plan, day: string): Gap[] {
  const withheld = Object.values(plan.advice).filter((given) => !given).length;
  const next = plan.nextReview.date;
  const gaps: (Gap | null)[] = [
    plan.services.length === 0 ? { kind: 'service', section: 'hilfe' } : null,
    plan.services.some(endsBeforeItBegins) ? { kind: 'service_period', section: 'hilfe' } : null,
    next === null ? { kind: 'next_review', section: 'ueberpruefung' } : null,
    next !== null && next <= day ? { kind: 'next_review_over', section: 'ueberpruefung' } : null,
    withheld > 0 ? { kind: 'advice', count: withheld, section: 'beratung' } : null,
  ];
  return gaps.filter((gap) => gap !== null);
}

function endsBeforeItBegins({ start, end }: Service): boolean {
  return start !== null && end !== null && end < start;
}
