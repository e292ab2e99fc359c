import { useEffect, useState } from 'react';
import { type Language, loadExtent } from '#shared/i18n/language.ts';
import { EXTENTS, type Extent, type SpokenLocale } from '#shared/i18n/messages.ts';

/** A language on this page. What it says grows: who has its translate function need not be told. */
interface Known {
  locale: SpokenLocale;
  extent: Extent;
}

/** The languages that this page has loaded: as a rule one, its own. */
const loaded = new Map<Language, Known>();
/** Those somebody asked for: here, or on their way. */
const asked = new Set<Language>();
/** How much this page says. */
let needed: Extent = 'first';

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
  for (let known = loaded.get(language); isTooLittle(known?.extent); known = loaded.get(language)) {
    const extent = needed;
    const { rules, messages } = await loadExtent(language, extent);
    const before = loaded.get(language);
    const locale = before?.locale ?? { rules, messages: {} };
    Object.assign(locale.messages, messages);
    loaded.set(language, { locale, extent: larger(extent, before?.extent) });
  }
}

function isTooLittle(extent: Extent | undefined): boolean {
  return extent === undefined || larger(needed, extent) !== extent;
}

function larger(one: Extent, other: Extent = 'first'): Extent {
  return EXTENTS.indexOf(one) > EXTENTS.indexOf(other) ? one : other;
}

/** A part of a meeting's page: it comes with the words of a meeting. */
export const withMeetingTexts = <T>(part: Promise<T>): Promise<T> => withTexts('meeting', part);
/** A part that is about the frozen plan. */
export const withClosingTexts = <T>(part: Promise<T>): Promise<T> => withTexts('closing', part);
/** A page of an office: it comes with every word. */
export const withEveryText = <T>(part: Promise<T>): Promise<T> => withTexts('all', part);

async function withTexts<T>(extent: Extent, part: Promise<T>): Promise<T> {
  needed = larger(extent, needed);
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
