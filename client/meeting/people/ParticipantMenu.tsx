import { useEffect, useRef, useState } from 'react';
import type { ParticipantView } from '#shared/api/view.ts';
import { useT, useView } from '../../app/context.ts';
import { focusIsLost } from '../../app/keep-focus.ts';
import { Button, IconButton } from '../../ui/controls/Button.tsx';
import { LinkToCopy } from '../../ui/controls/LinkToCopy.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { Ellipsis, Link, Unlink, UserMinus } from '../../ui/icons.ts';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { Question } from '../../ui/overlays/Question.tsx';
import { ParticipantAttendance } from './Attendance.tsx';
import styles from './ParticipantMenu.module.css';
import { useParticipantRequest } from './useParticipantRequest.ts';

type Step = 'seat' | 'link' | 'revoke' | 'remove';

/** What who leads can do about one seat: attendance, a new link, ending links, taking somebody away. */
export function ParticipantMenu({
  seat,
  className,
}: {
  seat: ParticipantView;
  className?: string | undefined;
}) {
  const t = useT();
  const [step, setStep] = useState<Step | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // The dialogs come one after the other: the last one knows nothing of where it all began.
    if (wasOpen.current && step === null) {
      requestAnimationFrame(() => focusIsLost() && button.current?.focus());
    }
    wasOpen.current = step !== null;
  }, [step]);
  return (
    <>
      <IconButton
        ref={button}
        size="small"
        icon={<Ellipsis />}
        label={t('people.seat', { name: seat.person.name })}
        aria-haspopup="dialog"
        onClick={() => setStep('seat')}
        className={className}
        data-testid={`seat-menu-${seat.person.id}`}
      />
      {/* Each step is a dialog of its own, so that each takes the focus and is told. */}
      {step ? <SeatStep key={step} step={step} seat={seat} onStep={setStep} /> : null}
    </>
  );
}

interface StepProps {
  seat: ParticipantView;
  onStep(next: Step | null): void;
}

function SeatStep({ step, ...rest }: StepProps & { step: Step }) {
  switch (step) {
    case 'seat':
      return <SeatChoices {...rest} />;
    case 'link':
      return <NewLink {...rest} />;
    case 'revoke':
    case 'remove':
      return <Sure what={step} {...rest} />;
  }
}

function SeatChoices({ seat, onStep }: StepProps) {
  const t = useT();
  const { state } = useView();
  const close = (): void => onStep(null);
  return (
    <Dialog
      open
      onClose={close}
      title={seat.person.name}
      actions={
        <Button onClick={close} data-testid="seat-close">
          {t('people.close')}
        </Button>
      }
    >
      {state === 'open' && seat.attendance !== 'nicht_eingeladen' ? (
        <div className={styles['attendance']}>
          <ParticipantAttendance seat={seat} label={t('people.attendance_of')} />
        </div>
      ) : null}
      <div className={styles['choices']}>
        <Button icon={<Link />} onClick={() => onStep('link')} data-testid="seat-link">
          {t('people.link')}
        </Button>
        <Button icon={<Unlink />} onClick={() => onStep('revoke')} data-testid="seat-revoke">
          {t('people.revoke')}
        </Button>
        <Button icon={<UserMinus />} onClick={() => onStep('remove')} data-testid="seat-remove">
          {t('people.remove')}
        </Button>
      </div>
    </Dialog>
  );
}

function NewLink({ seat, onStep }: StepProps) {
  const t = useT();
  const { busy, error, run, ask } = useParticipantRequest(seat);
  const [url, setUrl] = useState<string | null>(null);
  const make = () => run(async () => setUrl((await ask.link()).url));
  const close = (): void => onStep(null);
  return (
    <Dialog
      open
      onClose={close}
      wide
      title={t('people.link_title', { name: seat.person.name })}
      actions={
        url === null ? (
          <>
            <Button onClick={close}>{t('people.not_now')}</Button>
            <Button variant="primary" onClick={make} busy={busy} data-testid="seat-link-make">
              {t('people.link')}
            </Button>
          </>
        ) : (
          <Button onClick={close} data-testid="seat-close">
            {t('people.link_close')}
          </Button>
        )
      }
    >
      {url === null ? <p>{t('people.link_text')}</p> : <LinkToCopy url={url} />}
      <Trouble error={error} />
    </Dialog>
  );
}

/** Ending links, or taking somebody from the table, after a question. */
function Sure({ what, seat, onStep }: StepProps & { what: 'revoke' | 'remove' }) {
  const t = useT();
  const { busy, error, run, ask } = useParticipantRequest(seat);
  const { name } = seat.person;
  const close = (): void => onStep(null);
  const go = async (): Promise<void> => {
    if (await run(ask[what])) {
      close();
    }
  };
  return (
    <Question
      open
      onClose={close}
      title={t(`people.${what}_title`, { name })}
      no={t(`people.${what}_not`)}
      yes={t(`people.${what}`)}
      onYes={go}
      busy={busy}
      error={error}
      testIds={{ no: 'seat-not', yes: `seat-${what}-yes` }}
    >
      <p>{t(`people.${what}_text`, { name })}</p>
      <p>{t(`people.${what}_back`, { name })}</p>
    </Question>
  );
}
