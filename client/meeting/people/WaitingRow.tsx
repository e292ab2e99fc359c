import type { WaitingDevice } from '#shared/api/view.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { useT, useView } from '../../app/context.ts';
import { useServerNow } from '../../protocol/decide/useNow.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { DoorOpen, Monitor } from '../../ui/icons.ts';
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
          <b>{brief ? nameOf(device, t) : t('table.waits', { name: nameOf(device, t), minutes })}</b>
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
            onClick={() => commands.refuse(device.deviceId)}
            busy={commands.busy}
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
      <Trouble error={commands.error} />
    </>
  );
}
