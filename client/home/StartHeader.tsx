import type { ReactNode } from 'react';
import { LANGUAGES, nameOfLanguage } from '#shared/i18n/language.ts';
import { useLanguage } from '../app/context.ts';
import { chooseLanguage } from '../app/device/device-language.ts';
import { Button } from '../ui/controls/Button.tsx';
import { Logo } from '../ui/display/Logo.tsx';
import { Languages } from '../ui/icons.ts';
import styles from './StartHeader.module.css';

/** The bar of the pages before a meeting: name, what is said beside it, language. */
export function StartHeader({ children }: { children?: ReactNode }) {
  const { language } = useLanguage();
  const other = LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length] ?? language;
  return (
    <header className={styles['header']}>
      <a href="/" className={styles['mark']}>
        <Logo />
        Planrunde
      </a>
      <div className={styles['headerEnd']}>
        {children}
        <Button
          variant="quiet"
          size="small"
          icon={<Languages />}
          lang={other}
          onClick={() => chooseLanguage(other)}
        >
          {nameOfLanguage(other)}
        </Button>
      </div>
    </header>
  );
}
