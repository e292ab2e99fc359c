import { knownLanguage, LANGUAGES, type Language } from '#shared/i18n/language.ts';
import type { Store } from '../../session/types.ts';
import { recall, recallHere, remember, rememberHere } from '../memory.ts';
import { createStore } from '../store.ts';

const KEPT_AT = 'language';
const chosen = createStore<Language>(
  knownLanguage([recallHere(KEPT_AT), recall(KEPT_AT), ...navigator.languages]),
);

/** Language of the pages on which nobody is known: that of who was known in this tab, else the one chosen here, else the browser's. */
export const deviceLanguage: Store<Language> = chosen;

/** What somebody has chosen for this device, if anybody has. */
export function languageChosen(): Language | undefined {
  const kept = recall(KEPT_AT);
  return LANGUAGES.find((language) => language === kept);
}

/**
 * Speaks in this tab as its person is spoken to, which the server keeps for them: on pages that come when they are
 * not known any more too. Others who use the same device keep theirs.
 */
export function speakHere(language: Language): void {
  rememberHere(KEPT_AT, language);
  chosen.set(language);
}

/** Chooses the language of this device. */
export function chooseLanguage(language: Language): void {
  remember(KEPT_AT, language);
  speakHere(language);
}
