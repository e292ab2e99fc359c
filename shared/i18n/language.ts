import type { Extent, Locale, SpokenLocale } from './messages.ts';
import { registry } from './registry.ts';

export { ADDRESSES, type Address } from './wording.ts';

/** Languages of the product. Danish follows with the Danish plans. */
export type Language = keyof typeof registry;
export const LANGUAGES = Object.keys(registry) as readonly Language[];

/** Spoken to whom no other fits; the plans themselves are written in it. */
export const FIRST_LANGUAGE: Language = 'de';

/** A language's own name. */
export function nameOfLanguage(language: Language): string {
  return registry[language].name;
}

/** Loads so much of a language. */
export async function loadExtent(language: Language, extent: Extent): Promise<SpokenLocale> {
  const entry = registry[language];
  switch (extent) {
    case 'first':
      return (await entry.first()).first;
    case 'meeting':
      return (await entry.meeting()).meeting;
    case 'closing':
      return (await entry.closing()).closing;
    case 'all':
      return loadLocale(language);
  }
}

/** Loads all texts and the rules of a language. */
export async function loadLocale(language: Language): Promise<Locale> {
  const { locale } = await registry[language].load();
  return locale;
}

/** The first of the wished tags that the product speaks: "en-GB" is English. */
export function knownLanguage(wishes: readonly (string | null | undefined)[]): Language {
  const codes = wishes.map((wish) => wish?.toLowerCase().split('-')[0]);
  for (const code of codes) {
    const known = LANGUAGES.find((language) => language === code);
    if (known) {
      return known;
    }
  }
  return FIRST_LANGUAGE;
}
