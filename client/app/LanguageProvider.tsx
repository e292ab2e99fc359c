import { type ReactNode, useEffect, useMemo } from 'react';
import type { Address, Language } from '#shared/i18n/language.ts';
import { localeOf, translator } from '#shared/i18n/translate.ts';
import { createApi } from './api.ts';
import { ApiContext, LanguageContext } from './context.ts';

export interface LanguageProviderProps {
  language: Language;
  address: Address;
  children: ReactNode;
}

/** Speaks to everything inside in one language and form of address. */
export function LanguageProvider({ language, address, children }: LanguageProviderProps) {
  const value = useMemo(
    () => ({ language, address, locale: localeOf(language), t: translator(language, address) }),
    [language, address],
  );
  const api = useMemo(() => createApi(value), [value]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext value={value}>
      <ApiContext value={api}>{children}</ApiContext>
    </LanguageContext>
  );
}
