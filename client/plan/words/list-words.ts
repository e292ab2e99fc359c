import type { PersonRef } from '#shared/api/view.ts';
import type { Goal, GoalBefore } from '#shared/documents/plan/goals.ts';
import type { Resource } from '#shared/documents/plan/resources.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { formatDay } from '../../app/format.ts';
import { scaleWords } from '../cards/ScaleLine.tsx';
import type { ScaleValue } from '../cards/scale.ts';

/** Goals, people and time in words, for rows, cards and screen readers. */

/** Each person's value then and now, in the order of persons. Never averaged. */
export function scaleValues(
  goal: { scales: Record<string, number>; before: GoalBefore | null },
  persons: readonly PersonRef[],
): ScaleValue[] {
  return persons.flatMap(({ id, name, initials }) => {
    const [before, now] = [goal.before?.scales[id] ?? null, goal.scales[id] ?? null];
    return before === null && now === null ? [] : [{ name, initials, before, now }];
  });
}

/** "We 3 → 5, damals Le 4, Ziel 7", for the eye. */
export function scaleLetters(values: readonly ScaleValue[], target: number | null, t: Translate): string {
  const today = values
    .filter(({ now }) => now !== null)
    .map(({ initials, before, now }) =>
      before === null ? `${initials} ${now}` : `${initials} ${before} → ${now}`,
    );
  const then = values
    .filter(({ now }) => now === null)
    .map(({ initials, before }) => `${initials} ${before}`);
  const past = then.length === 0 ? [] : [`${t('ui.scale.before')} ${then.join(', ')}`];
  return [...today, ...past, ...(target === null ? [] : [t('ui.scale.target_is', { target })])].join(', ');
}

/** How the person in front of the screen is named: "du", "mit dir". */
export interface Self {
  id: string;
  who: string;
  withWhom: string;
}

/** Who does it and when: "Frau Wegner, mit Leon · sonntags". */
export function whoAndWhen(
  goal: Pick<Goal, 'responsible' | 'supporters' | 'recurrence' | 'dueDate'>,
  persons: readonly PersonRef[],
  t: Translate,
  locale: string,
  self?: Self,
): string {
  const nameOf = (id: string | null, own: string | undefined): string =>
    id !== null && id === self?.id && own !== undefined
      ? own
      : (persons.find((person) => person.id === id)?.name ?? '');
  const lead = nameOf(goal.responsible, self?.who);
  const others = goal.supporters.map((id) => nameOf(id, self?.withWhom)).filter((name) => name !== '');
  const who =
    others.length === 0
      ? lead
      : lead === ''
        ? others.join(', ')
        : t('outline.who_with', { lead, others: others.join(', ') });
  return [who, when(goal, t, locale)].filter((part) => part !== '').join(' · ');
}

/** What comes again and again needs no day beside it. */
function when(goal: Pick<Goal, 'recurrence' | 'dueDate'>, t: Translate, locale: string): string {
  return (
    goal.recurrence ?? (goal.dueDate ? t('outline.until', { day: formatDay(goal.dueDate, locale) }) : '')
  );
}

/** The label of a goal: "Handlungsziel 1.1". */
export function goalLabel(goal: Pick<Goal, 'level' | 'number'>, t: Translate): string {
  return t(`outline.level.${goal.level}`, { number: goal.number });
}

/** The state of a goal or step in words. */
export function statusWords(goal: Pick<Goal, 'level' | 'status'>, t: Translate): string {
  return goal.level === 'handlungsschritt'
    ? t(`code.stepStatus.${goal.status}` as 'code.stepStatus.offen')
    : t(`code.goalStatus.${goal.status}` as 'code.goalStatus.entwurf');
}

/** A state worth a word on a row or card; that a goal is agreed is what the plan is made of. */
export function notableStatus(goal: Pick<Goal, 'level' | 'status' | 'review'>, t: Translate): string {
  const status = goal.review.result ?? goal.status;
  return status === 'entwurf' || status === 'vereinbart' ? '' : statusWords({ ...goal, status }, t);
}

/** Everything about a row in one sentence, for screen readers. */
export function spokenGoal(
  goal: Goal,
  persons: readonly PersonRef[],
  helps: number,
  t: Translate,
  locale: string,
): string {
  const scales = scaleValues(goal, persons).map(({ name, before, now }) => scaleWords(t, name, before, now));
  return [
    goalLabel(goal, t),
    goal.sentence || t('outline.empty_sentence'),
    statusWords(goal, t),
    whoAndWhen(goal, persons, t, locale),
    ...scales,
    goal.target === null ? '' : t('ui.scale.target_is', { target: goal.target }),
    helps === 0 ? '' : t('outline.helps_count', { count: helps }),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Resources that help with a goal. */
export function helpsOf(goalId: string, resources: readonly Resource[]): Resource[] {
  return resources.filter(({ supports }) => supports.includes(goalId));
}

/** "4 Ziele, 7 offene Schritte". */
export function goalCount(goals: readonly Goal[], t: Translate): string {
  const action = goals.flatMap(({ children }) => children);
  const steps = action.flatMap(({ children }) => children).filter(({ status }) => isOpenStep(status));
  return t('outline.count', { goals: action.length, steps: steps.length });
}

/** Whether a step is still to be done. */
export function isOpenStep(status: string): boolean {
  return status === 'offen' || status === 'in_arbeit';
}

/** How a step's box looks. */
export function stepState(status: string): 'open' | 'partly' | 'done' {
  return status === 'erledigt' ? 'done' : status === 'teilweise_erledigt' ? 'partly' : 'open';
}
