import { FIRST_LANGUAGE } from '#shared/i18n/language.ts';

/**
 * Attributes of an element with words of the plan: they run as they run, and are read out in the
 * language of the plan, whatever the page around them speaks (UI105). Where there are none yet the
 * page says so in its own language.
 */
export function ofPlan(words: string): { dir: 'auto'; lang?: string } {
  return words === '' ? { dir: 'auto' } : { dir: 'auto', lang: FIRST_LANGUAGE };
}
