import { useState } from 'react';
import type { WaitingDevice } from '#shared/api/view.ts';
import { useT, useView } from '../../app/context.ts';
import { useServerNow } from '../../protocol/decide/useNow.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { DoorOpen, Monitor } from '../../ui/icons.ts';
import { Question } from '../../ui/overlays/Question.tsx';
import styles from './AdmitStrip.module.css';
import { type Admission, type Answer, useAdmission } from './useAdmission.ts';
import { nameOf, remindersOf } from './waiting.ts';

interface WaitingRowProps {
  device: WaitingDevice;
  brief: boolean;
  /** No longer outside, or put aside: the row keeps its place for a moment, so that nobody else comes under the finger. */
  isGone: boolean;
  onLater(): void;
}

/** Somebody outside, with the three answers. */
export function WaitingRow({ device, brief, isGone, onLater }: WaitingRowProps) {
  const admission = useAdmission(device, onLater);
  return (
    <div className={styles['row']}>
      {isGone ? (
        <GoneRow device={device} brief={brief} answer={admission.answer} />
      ) : (
        <Waits device={device} brief={brief} admission={admission} />
      )}
    </div>
  );
}

interface WaitsProps {
  device: WaitingDevice;
  brief: boolean;
  admission: Admission;
}

function Waits({ device, brief, admission }: WaitsProps) {
  const { serverTime } = useView();
  const [isAsking, setAsking] = useState(false);
  const now = useServerNow(serverTime);
  const minutes = Math.max(0, Math.floor((now - Date.parse(device.since)) / 60_000));
  return (
    <>
      <div
        className={styles['one']}
        data-long={remindersOf(device, now) > 0 || undefined}
        data-testid="admit-waiting"
      >
        <Sign device={device} brief={brief} />
        <Who device={device} brief={brief} minutes={minutes} />
        <Answers device={device} brief={brief} admission={admission} onAsk={() => setAsking(true)} />
      </div>
      <Refusal device={device} admission={admission} open={isAsking} onClose={() => setAsking(false)} />
      <Trouble error={isAsking ? null : admission.error} />
    </>
  );
}

type PartProps = Pick<WaitsProps, 'device' | 'brief'>;

function Sign({ device, brief }: PartProps) {
  return device.person ? (
    <Avatar person={device.person} size={brief ? 'normal' : 'large'} waiting />
  ) : (
    <span className={styles['screen']}>
      <Monitor />
    </span>
  );
}

function Who({ device, brief, minutes }: PartProps & { minutes: number }) {
  const t = useT();
  return (
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
  );
}

function Answers({ device, brief, admission, onAsk }: WaitsProps & { onAsk(): void }) {
  const t = useT();
  const size = brief ? 'small' : 'normal';
  const { busy } = admission;
  return (
    <div className={styles['answers']}>
      <Button
        size={size}
        variant="ghost"
        onClick={onAsk}
        busy={busy}
        aria-haspopup="dialog"
        data-testid="admit-refuse"
      >
        {t(device.person === null ? 'table.waits_not_ours' : 'table.waits_other')}
      </Button>
      <Button size={size} onClick={admission.later} busy={busy} data-testid="admit-later">
        {t('table.waits_later')}
      </Button>
      <Button
        size={size}
        variant="primary"
        icon={<DoorOpen />}
        onClick={admission.admit}
        busy={busy}
        data-answer="yes"
        data-testid="admit-yes"
      >
        {t('table.admit')}
      </Button>
    </div>
  );
}

interface RefusalProps extends Pick<WaitsProps, 'device' | 'admission'> {
  open: boolean;
  onClose(): void;
}

function Refusal({ device, admission, open, onClose }: RefusalProps) {
  const t = useT();
  const name = nameOf(device, t);
  return (
    <Question
      open={open}
      onClose={onClose}
      title={t(device.person === null ? 'table.refuse_screen_title' : 'table.refuse_title', { name })}
      no={t('table.refuse_not')}
      yes={t('table.refuse')}
      onYes={admission.refuse}
      busy={admission.busy}
      error={admission.error}
      testIds={{ no: 'admit-refuse-not', yes: 'admit-refuse-yes' }}
    >
      <p>{t(device.person === null ? 'table.refuse_screen_text' : 'table.refuse_text', { name })}</p>
    </Question>
  );
}

const SAID = {
  admit: 'table.waits_no_more.admit',
  refuse: 'table.waits_no_more.refuse',
  later: 'table.waits_no_more.later',
} as const satisfies Record<Answer, string>;

function GoneRow({ device, brief, answer }: PartProps & { answer: Answer | null }) {
  const t = useT();
  return (
    <div className={styles['one']} data-testid="admit-answered">
      <Sign device={device} brief={brief} />
      <p className={styles['how']}>
        {t(answer ? SAID[answer] : 'table.waits_no_more', { name: nameOf(device, t) })}
      </p>
    </div>
  );
}
