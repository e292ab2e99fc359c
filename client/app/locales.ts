import { useEffect, useState } from 'react';
import { type Language, loadLocale } from '#shared/i18n/language.ts';
import type { Locale } from '#shared/i18n/messages.ts';

/** The languages that this page has loaded: as a rule one, its own. */
const loaded = new Map<Language, Locale>();

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** A language that is here, with its texts and rules. */
export interface LoadedLanguage {
  language: Language;
  locale: Locale;
}

/** Loads a language. Rejects where the server cannot be reached. */
export async function bringLanguage(language: Language): Promise<LoadedLanguage> {
  const locale = loaded.get(language) ?? (await loadLocale(language));
  loaded.set(language, locale);
  return { language, locale };
}

/** Brings a language, trying again for as long as it takes. Gives back how to stop. */
export function keepBringing(language: Language, hear: { loaded(): void; failed(): void }): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const attempt = (wait: number): void => {
    bringLanguage(language).then(
      () => stopped || hear.loaded(),
      () => {
        if (!stopped) {
          timer = setTimeout(attempt, wait, Math.min(wait * 2, LONGEST_WAIT_MS));
          hear.failed();
        }
      },
    );
  };
  attempt(FIRST_WAIT_MS);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/**
 * The wanted language once it is here. Until then the one before, and where there was none before,
 * nothing; a first one that cannot be reached leaves `around`, the language of what is around it.
 */
export function useLoadedLanguage(wanted: Language, around: Language | undefined): LoadedLanguage | null {
  const [shown, setShown] = useState<Language | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    setFailed(false);
    return keepBringing(wanted, { loaded: () => setShown(wanted), failed: () => setFailed(true) });
  }, [wanted]);
  const language = loaded.has(wanted) ? wanted : (shown ?? (failed ? around : undefined));
  const locale = language && loaded.get(language);
  return language && locale ? { language, locale } : null;
}
