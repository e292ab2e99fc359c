import type { Address } from './wording.ts';

/**
 * How a name changes inside a sentence. A text asks for it behind the placeholder's name:
 * `{name_declined}` after "mit", "von", "für" or as the object, `{name_genitive}` for whose it is.
 */
export const NAME_FORMS = ['declined', 'genitive'] as const;
export type NameForm = (typeof NAME_FORMS)[number];

/** What a language does beside its texts. Dates, numbers, lists and plurals come from `Intl` by the tag. */
export interface LocaleRules {
  /** BCP 47 tag. */
  tag: string;
  dir: 'ltr' | 'rtl';
  /** Forms of address between which people choose; a language with one of them asks nobody. */
  addresses: readonly Address[];
  nameForms: Readonly<Record<NameForm, (name: string) => string>>;
}
