import type { Locale } from './messages.ts';

interface Entry {
  /** Its own name, as people look for it in a list. */
  name: string;
  load(): Promise<{ locale: Locale }>;
}

/** Languages of the product: a line and a folder each. */
export const registry = {
  de: { name: 'Deutsch', load: () => import('./locales/de/index.ts') },
  en: { name: 'English', load: () => import('./locales/en/index.ts') },
} satisfies Record<string, Entry>;
