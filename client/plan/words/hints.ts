import { type Goal, stateOfGoal } from '#shared/documents/plan/goals.ts';
import { hasEnded } from '#shared/domain/goal-state.ts';

/**
 * Quiet questions under a Handlungsziel. They never block, never judge and never change a word;
 * four at most, one for each of: in whose words, what instead or how concrete, by when, who,
 * how noticed.
 */
export type Hint = 'whose' | 'instead' | 'concrete' | 'two_goals' | 'until' | 'who' | 'notice';

/** Shown at once; more would be a form. */
export const MAX_HINTS = 4;

const OWN_WORDS =
  /(^|[^\p{L}])(ich|wir|mein\p{L}*|unser\p{L}*|mich|mir|uns|bei uns|i|we|my|our)(?=[^\p{L}]|$)/iu;
const AWAY_FROM =
  /(^|[^\p{L}])(nicht mehr|kein\p{L}*|weniger|aufhör\p{L}*|vermeid\p{L}*|unterlass\p{L}*)(?=[^\p{L}]|$)/iu;
const VAGUE =
  /(^|[^\p{L}])(besser\p{L}*|mehr|regelmäßig\p{L}*|häufiger|angemessen\p{L}*|stabilisier\p{L}*|förder\p{L}*|verbesser\p{L}*|bald|zeitnah|demnächst|tagesstruktur|erziehungskompetenz|mitwirkungsbereitschaft)(?=[^\p{L}]|$)/iu;
const MANY_WORDS = 25;

/** The questions that a goal raises now. Steps and Richtungsziele raise none but who and when for steps. */
export function hintsFor(goal: Goal): Hint[] {
  const sentence = goal.sentence.trim();
  if (sentence === '' || goal.level === 'richtungsziel' || hasEnded(stateOfGoal(goal))) {
    return [];
  }
  if (goal.level === 'handlungsschritt') {
    return goal.responsible === null ? ['who'] : [];
  }
  return [...wordingHints(sentence, goal), ...missingHints(goal)].slice(0, MAX_HINTS);
}

function wordingHints(sentence: string, goal: Goal): Hint[] {
  const hints: Hint[] = [];
  if (goal.kind !== 'schutzziel' && !OWN_WORDS.test(sentence)) {
    hints.push('whose');
  }
  if (AWAY_FROM.test(sentence)) {
    hints.push('instead');
  } else if (VAGUE.test(sentence)) {
    hints.push('concrete');
  } else if (sentence.split(/\s+/u).length > MANY_WORDS) {
    hints.push('two_goals');
  }
  return hints;
}

function missingHints(goal: Goal): Hint[] {
  return [
    ...(goal.dueDate === null ? (['until'] as const) : []),
    ...(goal.responsible === null ? (['who'] as const) : []),
    ...(goal.indicator.trim() === '' ? (['notice'] as const) : []),
  ];
}
