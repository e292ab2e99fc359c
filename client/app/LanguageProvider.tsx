import { type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { Address, Language } from '#shared/i18n/language.ts';
import { translator } from '#shared/i18n/translate.ts';
import { createApi } from './api.ts';
import { ApiContext, LanguageContext } from './context.ts';
import { type LoadedLanguage, useLoadedLanguage } from './locales.ts';
import { Wait } from './Pages.tsx';

export interface LanguageProviderProps {
  language: Language;
  address: Address;
  children: ReactNode;
}

/**
 * Speaks to everything inside in one language and form of address. A language that is not here yet is
 * loaded first, so that nothing is shown in one and then in another; a change keeps the old one until
 * then. What cannot be loaded leaves the language around it.
 */
export function LanguageProvider({ language, address, children }: LanguageProviderProps) {
  const around = useContext(LanguageContext);
  const loaded = useLoadedLanguage(language, around?.language);
  if (loaded === null) {
    return around ? <Wait /> : null;
  }
  return (
    <Speaking {...loaded} address={address}>
      {children}
    </Speaking>
  );
}

function Speaking({ language, locale, address, children }: LanguageProviderProps & LoadedLanguage) {
  const value = useMemo(() => {
    const { tag, addresses } = locale.rules;
    return { language, address, addresses, locale: tag, t: translator(locale, address) };
  }, [language, locale, address]);
  const api = useMemo(() => createApi(value), [value]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = locale.rules.dir;
  }, [language, locale]);
  return (
    <LanguageContext value={value}>
      <ApiContext value={api}>{children}</ApiContext>
    </LanguageContext>
  );
}
