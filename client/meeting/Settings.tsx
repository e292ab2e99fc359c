import { useState } from 'react';
import { LANGUAGES, nameOfLanguage } from '#shared/i18n/language.ts';
import { useLanguage, useStore, useT, useView } from '../app/context.ts';
import { LARGEST_TEXT, nextTextSize, textSize } from '../app/text-size.ts';
import { useRequest } from '../app/useRequest.ts';
import { useSettings } from '../lobby/useSettings.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { LogOut, Type } from '../ui/icons.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import styles from './Settings.module.css';
import { setTheme, THEMES, theme } from './theme.ts';
import { useCommands } from './useCommands.ts';

/** What one sets for oneself: language, form of address, text size, colours; and leaving. */
export function Settings() {
  const t = useT();
  const { me } = useView();
  const { language, address, addresses } = useLanguage();
  const settings = useSettings(me.participationId);
  const { error, run } = useRequest();
  return (
    <div className={styles['settings']} data-testid="settings">
      <Trouble error={error} />
      <div className={styles['field']}>
        <p className={styles['label']}>{t('access.language')}</p>
        <Segmented
          wide
          label={t('access.language')}
          value={language}
          onChange={(value) => void run(() => settings.setLanguage(value))}
          options={LANGUAGES.map((value) => ({ value, label: nameOfLanguage(value) }))}
        />
      </div>
      {addresses.length > 1 ? (
        <div className={styles['field']}>
          <p className={styles['label']}>{t('access.address')}</p>
          <Segmented
            wide
            label={t('access.address')}
            value={address}
            onChange={(value) => void run(() => settings.setAddress(value))}
            options={addresses
              .filter((value) => value !== 'neutral' || address === 'neutral')
              .map((value) => ({ value, label: t(`table.address.${value}`) }))}
          />
        </div>
      ) : null}
      <Look />
      <Leave />
    </div>
  );
}

/** Text size and colours of this device. */
function Look() {
  const t = useT();
  const size = useStore(textSize);
  const chosen = useStore(theme);
  return (
    <>
      <div className={styles['field']}>
        <p className={styles['label']}>{t('table.colours')}</p>
        <Segmented
          wide
          label={t('table.colours')}
          value={chosen}
          onChange={setTheme}
          options={THEMES.map((value) => ({ value, label: t(`table.theme.${value}`) }))}
        />
      </div>
      <Button wide icon={<Type />} onClick={nextTextSize} data-testid="text-size">
        {t(size === LARGEST_TEXT ? 'access.text_normal' : 'access.text_bigger')}
      </Button>
    </>
  );
}

function Leave() {
  const t = useT();
  const commands = useCommands();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button wide variant="quiet" icon={<LogOut />} onClick={() => setAsked(true)} data-testid="leave">
        {t('table.leave')}
      </Button>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t('table.leave_title')}
        role="alertdialog"
        actions={
          <>
            <Button onClick={() => setAsked(false)}>{t('table.stay')}</Button>
            <Button variant="primary" onClick={commands.leave} busy={commands.busy} data-testid="leave-yes">
              {t('table.leave')}
            </Button>
          </>
        }
      >
        <p>{t('table.leave_text')}</p>
        <Trouble error={commands.error} />
      </Dialog>
    </>
  );
}
