import type { ClosingLocale, FirstLocale, Locale, MeetingLocale } from './messages.ts';

interface Entry {
  /** Its own name, as people look for it in a list. */
  name: string;
  /** What the pages before the table need. */
  first(): Promise<{ first: FirstLocale }>;
  /** What a meeting needs. */
  meeting(): Promise<{ meeting: MeetingLocale }>;
  /** What it needs from the reading on. */
  closing(): Promise<{ closing: ClosingLocale }>;
  /** All of it. */
  load(): Promise<{ locale: Locale }>;
}

/** Languages of the product: an entry and a folder each. */
export const registry = {
  de: {
    name: 'Deutsch',
    first: () => import('./locales/de/first.ts'),
    meeting: () => import('./locales/de/meeting.ts'),
    closing: () => import('./locales/de/closing.ts'),
    load: () => import('./locales/de/index.ts'),
  },
  en: {
    name: 'English',
    first: () => import('./locales/en/first.ts'),
    meeting: () => import('./locales/en/meeting.ts'),
    closing: () => import('./locales/en/closing.ts'),
    load: () => import('./locales/en/index.ts'),
  },
} satisfies Record<string, Entry>;
