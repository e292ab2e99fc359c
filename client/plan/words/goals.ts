import { flatten, type Goal, stateOfGoal, withoutEndedSteps } from '#shared/documents/plan/goals.ts';
import type { GoalState } from '#shared/domain/goal-state.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { inParts, type Part, planWords } from '../../ui/text/in-parts.ts';
import { helpsOf } from './resources.ts';
import { scaleValues, spokenScale } from './scale.ts';
import { isOpenStep, spokenDuty, stepState } from './steps.ts';
import { joined, type Words } from './words.ts';

/** The label of a goal: "Handlungsziel 1.1". */
export function goalLabel(
  { t }: { t: Translate },
  { level, number }: Pick<Goal, 'level' | 'number'>,
): string {
  return t(`outline.level.${level}`, { number });
}

/** The state of a goal or step in words. */
function statusWords({ t }: { t: Translate }, goal: Pick<Goal, 'level' | 'status' | 'review'>): string {
  return goal.level === 'handlungsschritt'
    ? t(`code.stepStatus.${goal.status}` as 'code.stepStatus.offen')
    : goalStateWords({ t }, stateOfGoal(goal));
}

function goalStateWords({ t }: { t: Translate }, state: GoalState): string {
  return t(`code.goalStatus.${state}` as 'code.goalStatus.entwurf');
}

/** Where a goal stands, for its row or card; nothing where it is as agreed, which the plan is made of. */
export function stateWords(words: { t: Translate }, goal: Pick<Goal, 'status' | 'review'>): string {
  const state = stateOfGoal(goal);
  return state === 'entwurf' || state === 'vereinbart' ? '' : goalStateWords(words, state);
}

/** Everything about a row in one sentence, for screen readers. */
export function spokenGoal(words: Words, goal: Goal): Part[] {
  const { t, plan } = words;
  const helps = helpsOf(plan, goal.id).length;
  const spoken = joined(
    [
      goalLabel(words, goal),
      planWords(goal.sentence) || t('outline.empty_sentence'),
      statusWords(words, goal),
      spokenDuty(words, goal),
      spokenScale(t, scaleValues(words, goal), goal.target),
      helps === 0 ? '' : t('outline.helps_count', { count: helps }),
    ],
    ', ',
  );
  return inParts(spoken);
}

/** A card with its place, for screen readers: the board has no rows that tell level and position. */
export function spokenCard(words: Words, goal: Goal): Part[] {
  const { t, plan } = words;
  const isStep = goal.depth === 2;
  const state = isStep ? t(`ui.step.${stepState(goal)}`) : stateWords(words, goal);
  const siblings = flatten(plan.goals).find(({ id }) => id === goal.parentId)?.children ?? plan.goals;
  const spoken = t('board.a.goal', {
    label: goalLabel(words, goal),
    sentence: joined(
      [planWords(goal.sentence) || t('board.empty_sentence'), spokenDuty(words, goal), state],
      ', ',
    ),
    level: goal.depth + 1,
    position: siblings.findIndex(({ id }) => id === goal.id) + 1,
    size: siblings.length,
  });
  return inParts(spoken);
}

/** "4 Ziele, 7 offene Schritte". */
export function goalCount({ t }: { t: Translate }, goals: readonly Goal[]): string {
  const action = goals.flatMap(({ children }) => children);
  const steps = withoutEndedSteps(goals)
    .filter(({ depth }) => depth === 2)
    .filter(isOpenStep);
  return t('outline.count', { goals: action.length, steps: steps.length });
}
