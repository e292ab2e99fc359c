import { useEffect, useState } from 'react';
import { type Language, loadFirst, loadLocale } from '#shared/i18n/language.ts';
import type { SpokenLocale } from '#shared/i18n/messages.ts';

/** A language on this page. What it says grows: who has its translate function need not be told. */
interface Known {
  locale: SpokenLocale;
  whole: boolean;
}

/** The languages that this page has loaded: as a rule one, its own. */
const loaded = new Map<Language, Known>();
/** Those somebody asked for: here, or on their way. */
const asked = new Set<Language>();
/** Whether this page says more than the pages before the table. */
let needsAll = false;

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** A language that is here, with its texts and rules. */
export interface LoadedLanguage {
  language: Language;
  locale: SpokenLocale;
}

/** Loads a language, as much of it as the page needs. Rejects where the server cannot be reached. */
export async function bringLanguage(language: Language): Promise<void> {
  asked.add(language);
  for (let known = loaded.get(language); !known || (needsAll && !known.whole); known = loaded.get(language)) {
    const whole = needsAll;
    const { rules, messages } = await (whole ? loadLocale(language) : loadFirst(language));
    const before = loaded.get(language);
    const locale = before?.locale ?? { rules, messages: {} };
    Object.assign(locale.messages, messages);
    loaded.set(language, { locale, whole: whole || (before?.whole ?? false) });
  }
}

/** A part of the page that says more than the pages before the table: it comes with its words. */
export async function withEveryText<T>(part: Promise<T>): Promise<T> {
  needsAll = true;
  const [loadedPart] = await Promise.all([part, ...[...asked].map(bringLanguage)]);
  return loadedPart;
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
  const known = language && loaded.get(language);
  return language && known ? { language, locale: known.locale } : null;
}
