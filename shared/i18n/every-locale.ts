import { LANGUAGES, type Language, loadLocale } from './language.ts';
import type { Locale, Translate } from './messages.ts';
import { translator } from './translate.ts';
import type { Address } from './wording.ts';

/**
 * All languages at once, for the server, which answers in any of them. A page must not import this:
 * it loads the one it shows.
 */
export const everyLocale: ReadonlyMap<Language, Locale> = new Map(
  await Promise.all(LANGUAGES.map(async (language) => [language, await loadLocale(language)] as const)),
);

/** Texts and rules of a language. */
export function localeFor(language: Language): Locale {
  const locale = everyLocale.get(language);
  if (!locale) {
    throw new Error(`No such language: ${language}`);
  }
  return locale;
}

/** The translate function for a language and a form of address, in one call. */
export function translatorFor(language: Language, address: Address): Translate {
  return translator(localeFor(language), address);
}
