import type { PersonRef } from '#shared/api/view.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import { joinedParts } from '#shared/i18n/isolate.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { useLanguage, usePlan, useT, useView } from '../../app/context.ts';

/**
 * What the plan's words are made from. Every function of this folder takes it first, so that list,
 * board, cards, phone and shared screen say the same thing in the same words.
 */
export interface Words {
  t: Translate;
  locale: string;
  plan: Plan;
  /** In the order in which they sit at the table. */
  persons: readonly PersonRef[];
  /** Only where somebody reads about themselves. */
  self?: Self | undefined;
}

/** How the person in front of the screen is named: "du", "mit dir". */
export interface Self {
  id: string;
  who: string;
  withWhom: string;
}

/** The words for the person in front of this screen. */
export function useWords(): Words {
  const [t, { locale }, plan, { persons }] = [useT(), useLanguage(), usePlan(), useView()];
  return { t, locale, plan, persons };
}

/** Parts that have something to say, one after the other; what runs the other way is set apart. */
export function joined(parts: readonly (string | undefined)[], between: string): string {
  return joinedParts(parts, between);
}
