import { useState } from 'react';
import { LANGUAGES, nameOfLanguage } from '#shared/i18n/language.ts';
import { useLanguage, useStore, useT, useView } from '../../app/context.ts';
import { HEARD, heard, setHeard } from '../../app/device/heard.ts';
import { LARGEST_TEXT, nextTextSize, textSize } from '../../app/device/text-size.ts';
import { setTheme, THEMES, theme } from '../../app/device/theme.ts';
import { useRequest } from '../../app/useRequest.ts';
import { useSettings } from '../../lobby/useSettings.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Segmented, type SegmentedProps } from '../../ui/controls/Segmented.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { LogOut, Type } from '../../ui/icons.ts';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { useCommands } from '../useCommands.ts';
import styles from './Settings.module.css';

/** What one sets for oneself: language, form of address, text size, colours; and leaving. */
export function Settings() {
  return (
    <div className={styles['settings']} data-testid="settings">
      <Speech />
      <Look />
      <Leave />
    </div>
  );
}

/** Language, and in German the form of address. */
function Speech() {
  const t = useT();
  const { me } = useView();
  const { language, address, addresses } = useLanguage();
  const settings = useSettings(me.participationId);
  const { error, run } = useRequest();
  const offered = addresses.filter((value) => value !== 'neutral' || address === 'neutral');
  return (
    <>
      <Trouble error={error} />
      <Setting
        label={t('access.language')}
        value={language}
        onChange={(value) => void run(() => settings.setLanguage(value))}
        options={LANGUAGES.map((value) => ({ value, lang: value, label: nameOfLanguage(value) }))}
      />
      {addresses.length > 1 ? (
        <Setting
          label={t('access.address')}
          value={address}
          onChange={(value) => void run(() => settings.setAddress(value))}
          options={offered.map((value) => ({ value, label: t(`table.address.${value}`) }))}
        />
      ) : null}
    </>
  );
}

/** A choice under its name. */
function Setting<T extends string>(props: SegmentedProps<T>) {
  return (
    <div className={styles['field']}>
      <p className={styles['label']}>{props.label}</p>
      <Segmented wide {...props} />
    </div>
  );
}

/** Text size and colours of this device, and what it reads out. */
function Look() {
  const t = useT();
  const size = useStore(textSize);
  const chosen = useStore(theme);
  return (
    <>
      <Setting
        label={t('table.colours')}
        value={chosen}
        onChange={setTheme}
        options={THEMES.map((value) => ({ value, label: t(`table.theme.${value}`) }))}
      />
      <Setting
        label={t('people.heard')}
        value={useStore(heard)}
        onChange={setHeard}
        options={HEARD.map((value) => ({ value, label: t(`people.heard.${value}`) }))}
      />
      <Button wide icon={<Type />} onClick={nextTextSize} data-testid="text-size">
        {t(size === LARGEST_TEXT ? 'access.text_normal' : 'access.text_bigger')}
      </Button>
    </>
  );
}

function Leave() {
  const t = useT();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button wide variant="quiet" icon={<LogOut />} onClick={() => setAsked(true)} data-testid="leave">
        {t('table.leave')}
      </Button>
      <LeaveDialog open={asked} onClose={() => setAsked(false)} />
    </>
  );
}

function LeaveDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useT();
  const commands = useCommands();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('table.leave_title')}
      role="alertdialog"
      actions={
        <>
          <Button onClick={onClose}>{t('table.stay')}</Button>
          <Button variant="primary" onClick={commands.leave} busy={commands.busy} data-testid="leave-yes">
            {t('table.leave')}
          </Button>
        </>
      }
    >
      <p>{t('table.leave_text')}</p>
      <Trouble error={commands.error} />
    </Dialog>
  );
}
