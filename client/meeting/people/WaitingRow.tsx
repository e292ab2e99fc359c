import { useState } from 'react';
import type { WaitingDevice } from '#shared/api/view.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { useT, useView } from '../../app/context.ts';
import { useServerNow } from '../../protocol/decide/useNow.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { DoorOpen, Monitor } from '../../ui/icons.ts';
import { Question } from '../../ui/overlays/Question.tsx';
import { useCommands } from '../useCommands.ts';
import styles from './AdmitStrip.module.css';
import { remindersOf } from './waiting.ts';

/** Who waits, in words; the shared screen is nobody. */
export function nameOf({ person }: WaitingDevice, t: Translate): string {
  return person?.name ?? t('table.screen');
}

interface WaitingRowProps {
  device: WaitingDevice;
  brief: boolean;
  onLater(): void;
}

/** Somebody outside, with the three answers. */
export function WaitingRow({ device, brief, onLater }: WaitingRowProps) {
  const t = useT();
  const { serverTime } = useView();
  const commands = useCommands();
  const [isAsking, setAsking] = useState(false);
  const name = nameOf(device, t);
  const size = brief ? 'small' : 'normal';
  const now = useServerNow(serverTime);
  const minutes = Math.max(0, Math.floor((now - Date.parse(device.since)) / 60_000));
  return (
    <>
      <div
        className={styles['one']}
        data-long={remindersOf(device, now) > 0 || undefined}
        data-testid="admit-waiting"
      >
        {device.person ? (
          <Avatar person={device.person} size={brief ? 'normal' : 'large'} waiting />
        ) : (
          <span className={styles['screen']}>
            <Monitor />
          </span>
        )}
        <div className={styles['words']}>
          <b>{brief ? name : t('table.waits', { name, minutes })}</b>
          <span className={styles['how']}>
            {brief && !device.secondDevice
              ? t('table.waits_since', { minutes })
              : device.person === null
                ? t('table.waits_screen')
                : device.secondDevice
                  ? t('table.waits_second')
                  : t('table.waits_link')}
          </span>
        </div>
        <div className={styles['answers']}>
          <Button
            size={size}
            variant="ghost"
            onClick={() => setAsking(true)}
            aria-haspopup="dialog"
            data-testid="admit-refuse"
          >
            {t(device.person === null ? 'table.waits_not_ours' : 'table.waits_other')}
          </Button>
          <Button size={size} onClick={onLater} data-testid="admit-later">
            {t('table.waits_later')}
          </Button>
          <Button
            size={size}
            variant="primary"
            icon={<DoorOpen />}
            onClick={() => commands.admit(device.deviceId)}
            busy={commands.busy}
            data-answer="yes"
            data-testid="admit-yes"
          >
            {t('table.admit')}
          </Button>
        </div>
      </div>
      <Question
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t(device.person === null ? 'table.refuse_screen_title' : 'table.refuse_title', { name })}
        no={t('table.refuse_not')}
        yes={t('table.refuse')}
        onYes={() => commands.refuse(device.deviceId)}
        busy={commands.busy}
        error={commands.error}
        testIds={{ no: 'admit-refuse-not', yes: 'admit-refuse-yes' }}
      >
        <p>{t(device.person === null ? 'table.refuse_screen_text' : 'table.refuse_text', { name })}</p>
      </Question>
      <Trouble error={isAsking ? null : commands.error} />
    </>
  );
}
