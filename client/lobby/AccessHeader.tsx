import { LANGUAGES, type Language, nameOfLanguage } from '#shared/i18n/language.ts';
import { useLanguage, useT } from '../app/context.ts';
import { chooseLanguage } from '../app/device/device-language.ts';
import { Logo } from '../ui/display/Logo.tsx';
import { Languages } from '../ui/icons.ts';

/** Name of the product and the language, above every page before the table. */
export function AccessHeader({ onLanguage = chooseLanguage }: { onLanguage?: (language: Language) => void }) {
  const t = useT();
  const { language } = useLanguage();
  return (
    <header className="access-header">
      <Logo />
      <b className="access-name">Planrunde</b>
      <label className="access-language">
        <Languages aria-hidden="true" />
        <select
          aria-label={t('access.language')}
          value={language}
          onChange={(event) => onLanguage(event.target.value as Language)}
        >
          {LANGUAGES.map((code) => (
            <option key={code} value={code} lang={code}>
              {nameOfLanguage(code)}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
