import type { PersonRef } from '#shared/api/view.ts';
import { flatten, type Goal } from '#shared/documents/plan/goals.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import type { Resource } from '#shared/documents/plan/resources.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { useLanguage, usePlan, useT, useView } from '../../app/context.ts';
import { formatDay } from '../../app/format.ts';
import type { Help } from '../cards/ResourceChip.tsx';
import type { StepState } from '../cards/Steps.tsx';
import type { ScaleValue } from '../cards/scale.ts';
import { notableStatus } from './list-words.ts';

/** What cards say, from the plan's data. The same words on the board and on the shared screen. */
export interface Words {
  t: Translate;
  locale: string;
  plan: Plan;
  person(id: string | null): PersonRef | null;
}

/** The words for the person in front of this screen. */
export function useWords(): Words {
  const [t, { locale }, plan, { persons }] = [useT(), useLanguage(), usePlan(), useView()];
  return { t, locale, plan, person: (id) => persons.find((person) => person.id === id) ?? null };
}

const CONSEQUENCES = {
  fortfuehren: 'board.state.weiter',
  anpassen: 'board.state.angepasst',
  als_erhaltungsziel_fortfuehren: 'board.state.bleibt',
  abschliessen: 'board.state.abgeschlossen',
  ersetzen: 'board.state.ersetzt',
  ruhen_lassen: 'board.state.ruht',
} as const;

/** What became of a goal or how far it is, for its label row; nothing where nobody has said. */
export function stateWords({ t }: Words, goal: Goal): string | undefined {
  const { consequence } = goal.review;
  if (consequence) {
    return t(CONSEQUENCES[consequence]);
  }
  return goal.depth < 2 ? notableStatus(goal, t) || undefined : undefined;
}

/** Everybody's place on a goal's scale: first whose words the goal is made of, then as at the table. */
export function scaleValues({ person }: Words, goal: Goal): ScaleValue[] {
  const before = goal.before?.scales ?? {};
  const ids = [...new Set([...Object.keys(goal.scales), ...Object.keys(before)])];
  const known = ids.map((id) => ({ id, who: person(id) })).filter(({ who }) => who !== null);
  return known
    .sort((a, b) => Number(b.id === goal.voice) - Number(a.id === goal.voice) || (a.id < b.id ? -1 : 1))
    .map(({ id, who }) => ({
      name: who?.name ?? '',
      initials: who?.initials ?? '',
      before: before[id] ?? null,
      now: goal.scales[id] ?? null,
    }));
}

/** Who or what helps with a goal; what helps already comes first. */
export function helpsOf({ plan }: Words, goal: Goal): Help[] {
  const helps = plan.resources.filter((resource) => resource.supports.includes(goal.id));
  const weight = ({ state }: Resource): number => (state === 'aktiviert' ? 0 : state === 'verbunden' ? 1 : 2);
  return helps.sort((a, b) => weight(a) - weight(b)).map(({ id, domain, title }) => ({ id, domain, title }));
}

/** Who does a step and when: "Frau Wegner, mit Leon · sonntags". */
export function stepMeta(words: Words, step: Goal): string {
  const { t, locale, person } = words;
  const name = person(step.responsible)?.name ?? '';
  const others = step.supporters.map((id) => person(id)?.name).filter((other) => other !== undefined);
  const who =
    name !== '' && others.length > 0 ? t('board.with', { name, others: listOf(words, others) }) : name;
  const until = step.dueDate ? t('board.until', { day: formatDay(step.dueDate, locale) }) : '';
  return [who, step.recurrence ?? until].filter((part) => part !== '').join(' · ');
}

/** How far a step is. */
export function stepState(step: Goal): StepState {
  if (step.status === 'erledigt') {
    return 'done';
  }
  return step.status === 'teilweise_erledigt' ? 'partly' : 'open';
}

/** Steps still to do and steps done. */
export function countSteps(goal: Goal): { open: number; done: number } {
  const done = goal.children.filter((step) => stepState(step) === 'done').length;
  return { open: goal.children.length - done, done };
}

/** How a resource is used, as sign and in words. */
export function usageOf(
  words: Words,
  resource: Resource,
): { use: 'helps' | 'free' | 'linked'; text: string } {
  const { t, plan } = words;
  const goals = flatten(plan.goals).filter((goal) => resource.supports.includes(goal.id));
  const numbers = listOf(
    words,
    goals.map((goal) => goal.number),
  );
  const some = goals.length > 0;
  switch (resource.state) {
    case 'aktiviert':
      return { use: 'helps', text: some ? t('board.use.helps', { numbers }) : t('board.use.helps_all') };
    case 'verbunden':
      return { use: 'linked', text: some ? t('board.use.linked', { numbers }) : t('board.use.linked_all') };
    case 'erkannt':
      return { use: 'free', text: some ? t('board.use.fits', { numbers }) : t('board.use.free') };
    case 'belastet':
      return { use: 'free', text: t('board.use.strained') };
    case 'weggefallen':
      return { use: 'free', text: t('board.use.lost') };
  }
}

function listOf({ locale }: Words, parts: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

/** A goal in one sentence for screen readers: label, words, state, level and place. */
export function spokenGoal(words: Words, goal: Goal): string {
  const { t, plan } = words;
  const siblings = goal.parentId === null ? plan.goals : (parentOf(plan.goals, goal)?.children ?? []);
  const label =
    goal.depth === 0
      ? t('ui.card.direction', { number: goal.number })
      : goal.depth === 1
        ? t('ui.card.action', { number: goal.number })
        : t('board.a.step', { number: goal.number });
  const state = goal.depth === 2 ? t(`ui.step.${stepState(goal)}`) : stateWords(words, goal);
  const sentence = goal.sentence === '' ? t('board.empty_sentence') : goal.sentence;
  return t('board.a.goal', {
    label,
    sentence: [sentence, goal.depth === 2 ? stepMeta(words, goal) : '', state].filter(Boolean).join(', '),
    level: goal.depth + 1,
    position: siblings.findIndex(({ id }) => id === goal.id) + 1,
    size: siblings.length,
  });
}

/** A resource in one sentence for screen readers. */
export function spokenResource(words: Words, resource: Resource): string {
  const { t } = words;
  const title = [resource.title || t('board.empty_sentence'), resource.description]
    .filter(Boolean)
    .join(', ');
  return t('board.a.resource', {
    domain: t(`board.domain.${resource.domain}`),
    title,
    use: usageOf(words, resource).text,
  });
}

function parentOf(goals: readonly Goal[], goal: Goal): Goal | undefined {
  return flatten(goals).find(({ id }) => id === goal.parentId);
}
