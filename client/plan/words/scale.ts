import type { GoalBefore } from '#shared/documents/plan/goals.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { Words } from './words.ts';

/** Where one person stands on a scale from 0 to 10. */
export interface ScaleValue {
  name: string;
  initials: string;
  /** Last time, null where nobody asked. */
  before: number | null;
  now: number | null;
}

/** What has a scale: a goal, or a goal looked back upon. */
export interface Scaled {
  scales: Record<string, number>;
  before: Pick<GoalBefore, 'scales'> | null;
  /** Whose words it is made of. */
  voice?: string | null;
}

/** Each person's value then and now: first whose words the goal is made of, then as at the table. Never averaged. */
export function scaleValues({ persons }: Pick<Words, 'persons'>, goal: Scaled): ScaleValue[] {
  const first = persons.filter(({ id }) => id === goal.voice);
  return [...first, ...persons.filter(({ id }) => id !== goal.voice)].flatMap(({ id, name, initials }) => {
    const [before, now] = [goal.before?.scales[id] ?? null, goal.scales[id] ?? null];
    return before === null && now === null ? [] : [{ name, initials, before, now }];
  });
}

/** "We 3 → 5, damals Le 4, Ziel 7", for the eye. */
export function scaleLetters(
  { t }: Pick<Words, 't'>,
  values: readonly ScaleValue[],
  target: number | null,
): string {
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

/** One person's way on the scale in words: "Leon 2 nach 4". */
export function spokenValue(t: Translate, { name, before, now }: ScaleValue): string {
  if (now === null) {
    return before === null ? '' : t('ui.scale.only_before', { name, before });
  }
  return before === null
    ? t('ui.scale.only_now', { name, now })
    : t('ui.scale.from_to', { name, before, now });
}

/** A whole scale as a sentence: "Leon 2 nach 4, Ziel 7". */
export function spokenScale(t: Translate, values: readonly ScaleValue[], target: number | null): string {
  const parts = values.map((value) => spokenValue(t, value)).filter((part) => part !== '');
  return [...parts, ...(target === null ? [] : [t('ui.scale.target_is', { target })])].join(', ');
}
