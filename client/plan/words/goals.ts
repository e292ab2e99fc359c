import { flatten, type Goal } from '#shared/documents/plan/goals.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { helpsOf } from './resources.ts';
import { scaleValues, spokenScale } from './scale.ts';
import { isOpenStep, stepState, whoAndWhen } from './steps.ts';
import { joined, type Words } from './words.ts';

/** The label of a goal: "Handlungsziel 1.1". */
export function goalLabel(
  { t }: { t: Translate },
  { level, number }: Pick<Goal, 'level' | 'number'>,
): string {
  return t(`outline.level.${level}`, { number });
}

/** The state of a goal or step in words. */
function statusWords({ t }: { t: Translate }, goal: Pick<Goal, 'level' | 'status'>): string {
  return goal.level === 'handlungsschritt'
    ? t(`code.stepStatus.${goal.status}` as 'code.stepStatus.offen')
    : t(`code.goalStatus.${goal.status}` as 'code.goalStatus.entwurf');
}

/** A state worth a word on a row or card; that a goal is agreed is what the plan is made of. */
export function notableStatus(
  words: { t: Translate },
  goal: Pick<Goal, 'level' | 'status' | 'review'>,
): string {
  const status = goal.review.result ?? goal.status;
  return status === 'entwurf' || status === 'vereinbart' ? '' : statusWords(words, { ...goal, status });
}

const CONSEQUENCES = {
  fortfuehren: 'board.state.weiter',
  anpassen: 'board.state.angepasst',
  als_erhaltungsziel_fortfuehren: 'board.state.bleibt',
  abschliessen: 'board.state.abgeschlossen',
  ersetzen: 'board.state.ersetzt',
  ruhen_lassen: 'board.state.ruht',
} as const;

/** What became of a goal or how far it is, for a card's label row; nothing where nobody has said. */
export function stateWords(words: { t: Translate }, goal: Goal): string | undefined {
  const { consequence } = goal.review;
  if (consequence) {
    return words.t(CONSEQUENCES[consequence]);
  }
  return goal.depth < 2 ? notableStatus(words, goal) || undefined : undefined;
}

/** Everything about a row in one sentence, for screen readers. */
export function spokenGoal(words: Words, goal: Goal): string {
  const { t, plan } = words;
  const helps = helpsOf(plan, goal.id).length;
  return joined(
    [
      goalLabel(words, goal),
      goal.sentence || t('outline.empty_sentence'),
      statusWords(words, goal),
      whoAndWhen(words, goal),
      spokenScale(t, scaleValues(words, goal), goal.target),
      helps === 0 ? '' : t('outline.helps_count', { count: helps }),
    ],
    ', ',
  );
}

/** A card with its place, for screen readers: the board has no rows that tell level and position. */
export function spokenCard(words: Words, goal: Goal): string {
  const { t, plan } = words;
  const isStep = goal.depth === 2;
  const state = isStep ? t(`ui.step.${stepState(goal)}`) : stateWords(words, goal);
  const siblings = flatten(plan.goals).find(({ id }) => id === goal.parentId)?.children ?? plan.goals;
  return t('board.a.goal', {
    label: goalLabel(words, goal),
    sentence: joined(
      [goal.sentence || t('board.empty_sentence'), isStep ? whoAndWhen(words, goal) : '', state],
      ', ',
    ),
    level: goal.depth + 1,
    position: siblings.findIndex(({ id }) => id === goal.id) + 1,
    size: siblings.length,
  });
}

/** "4 Ziele, 7 offene Schritte". */
export function goalCount({ t }: { t: Translate }, goals: readonly Goal[]): string {
  const action = goals.flatMap(({ children }) => children);
  const steps = action.flatMap(({ children }) => children).filter(isOpenStep);
  return t('outline.count', { goals: action.length, steps: steps.length });
}
