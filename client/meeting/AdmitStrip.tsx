import { type FocusEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { WaitingDevice } from '#shared/api/view.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { useT, useView } from '../app/context.ts';
import { focusIsLost } from '../app/keep-focus.ts';
import { useServerNow } from '../protocol/useNow.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './AdmitStrip.module.css';
import { DoorOpen, Monitor } from './icons.ts';
import { useCommands } from './useCommands.ts';
import { useNotMe } from './useNotMe.ts';

/**
 * Who waits outside. It pushes the columns down and never covers them. "Noch warten" puts one
 * aside on this screen; they stay in the lobby and in the line below.
 */
export function AdmitStrip() {
  const t = useT();
  const { waiting } = useView();
  const [notMe, seen] = useNotMe();
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const now = waiting.filter(({ deviceId }) => !later.has(deviceId));
  const put = waiting.filter(({ deviceId }) => later.has(deviceId));
  const place = useRef<HTMLElement>(null);
  const wayOn = useWayOn(place, now.length);
  if (waiting.length === 0 && notMe.length === 0) {
    return null;
  }
  return (
    <section
      ref={place}
      {...wayOn}
      className={styles['strip']}
      aria-label={t('table.waiting')}
      data-testid="admit-strip"
    >
      {notMe.map((told) => (
        <Notice
          key={told.participationId}
          tone="warn"
          actions={
            <Button size="small" onClick={() => seen(told)} data-testid="not-me-seen">
              {t('table.not_me_seen')}
            </Button>
          }
        >
          <span data-testid="not-me">
            {told.person ? t('table.not_me', { name: told.person.name }) : t('table.not_me_screen')}
          </span>
        </Notice>
      ))}
      <div className={styles['list']} data-many={now.length > MANY || undefined}>
        {now.map((device) => (
          <Waiting
            key={device.deviceId}
            device={device}
            brief={now.length > MANY}
            onLater={() => setLater(new Set([...later, device.deviceId]))}
          />
        ))}
      </div>
      {put.length === 0 ? null : (
        <p className={styles['later']}>
          {t('table.waiting_later', {
            count: put.length,
            names: put.map((device) => nameOf(device, t)).join(', '),
          })}
          <Button size="small" variant="ghost" onClick={() => setLater(new Set())} data-testid="admit-again">
            {t('table.waiting_show')}
          </Button>
        </p>
      )}
    </section>
  );
}

/** More than these wait in short lines beside each other, so that the table stays in sight. */
const MANY = 2;

/** Answered by keyboard: on to the next who waits, and after the last back to where one was. */
function useWayOn(place: RefObject<HTMLElement | null>, count: number) {
  /** Where the focus was before it came here; null while it is not here. */
  const cameFrom = useRef<{ at: EventTarget | null } | null>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current && cameFrom.current && focusIsLost()) {
      const next = place.current?.querySelector('[data-answer="yes"]') ?? cameFrom.current.at;
      if (next instanceof HTMLElement) {
        next.focus({ preventScroll: true });
      }
    }
    before.current = count;
  }, [place, count]);
  return {
    onFocus({ relatedTarget }: FocusEvent<HTMLElement>): void {
      cameFrom.current ??= { at: relatedTarget };
    },
    onBlur({ relatedTarget }: FocusEvent<HTMLElement>): void {
      if (relatedTarget && !place.current?.contains(relatedTarget)) {
        cameFrom.current = null;
      }
    },
  };
}

function nameOf({ person }: WaitingDevice, t: Translate): string {
  return person?.name ?? t('table.screen');
}

interface WaitingProps {
  device: WaitingDevice;
  brief: boolean;
  onLater(): void;
}

function Waiting({ device, brief, onLater }: WaitingProps) {
  const t = useT();
  const { serverTime } = useView();
  const commands = useCommands();
  const size = brief ? 'small' : 'normal';
  const minutes = Math.max(0, Math.floor((useServerNow(serverTime) - Date.parse(device.since)) / 60_000));
  return (
    <>
      <div className={styles['one']} data-testid="admit-waiting">
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
      {commands.error ? (
        <Notice tone="err" announce="alert">
          {commands.error}
        </Notice>
      ) : null}
    </>
  );
}
