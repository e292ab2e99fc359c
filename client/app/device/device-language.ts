import { knownLanguage, LANGUAGES, type Language } from '#shared/i18n/language.ts';
import type { Store } from '../../session/types.ts';
import { recall, remember } from '../memory.ts';
import { createStore } from '../store.ts';

const chosen = createStore<Language>(knownLanguage([recall('language'), ...navigator.languages]));

/** Language of the pages before anybody is known: the one chosen here, else the browser's. */
export const deviceLanguage: Store<Language> = chosen;

/** What somebody has chosen for this device, if anybody has. */
export function languageChosen(): Language | undefined {
  const kept = recall('language');
  return LANGUAGES.find((language) => language === kept);
}

/**
 * Chooses the language of this page only: a person's own language, which the server keeps for them.
 * Others who use the same device keep theirs.
 */
export function chooseLanguageHere(language: Language): void {
  chosen.set(language);
}

/** Chooses the language of this device. */
export function chooseLanguage(language: Language): void {
  remember('language', language);
  chosen.set(language);
}
