import { useEffect, useRef } from 'react';
import { leads } from '#shared/access/parts.ts';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import { useT, useView } from '../../app/context.ts';
import { useServerNow } from '../../protocol/decide/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { ArrowRight, Check } from '../../ui/icons.ts';
import { PhaseRing } from '../../ui/PhaseRing.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { clockOf, phaseAfter, phaseName, type ShownPhase, shownPhases } from '../phases.ts';
import { useCommands } from '../useCommands.ts';
import styles from './PhaseBar.module.css';

export interface PhaseBarProps {
  /** The step this screen shows; it may look at another than the one that is on. */
  shown: MeetingPhase;
  onPeek(phase: MeetingPhase): void;
}

/** The steps of the meeting. Who leads goes to any of them in any order; the others look at them. */
export function PhaseBar({ shown, onPeek }: PhaseBarProps) {
  const t = useT();
  const view = useView();
  const commands = useCommands();
  const isLeader = leads(view.me.role);
  const next = phaseAfter(view.phases, view.phase);
  const place = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step says when to look
  useEffect(() => {
    place.current
      ?.querySelector('[aria-current="step"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [view.phase]);
  return (
    <>
      <nav className={styles['bar']} aria-label={t('table.steps')} data-region tabIndex={-1}>
        <ol ref={place} className={styles['steps']}>
          {shownPhases(view.phases).map((step) => (
            <Step
              key={step.phase}
              step={step}
              looking={step.phase === shown && shown !== view.phase}
              busy={commands.busy}
              onPress={() =>
                isLeader && step.state !== 'now' ? commands.phase(step.phase) : onPeek(step.phase)
              }
            />
          ))}
        </ol>
        {isLeader ? (
          <div className={styles['lead']}>
            <Button
              variant="quiet"
              className={styles['extend']}
              onClick={() => commands.extend(5)}
              busy={commands.busy}
              data-testid="phase-extend"
            >
              <VisuallyHidden>{t('table.extend')}</VisuallyHidden>
              <span aria-hidden="true">{t('table.extend_short')}</span>
            </Button>
            {next ? (
              <Button
                variant="primary"
                iconEnd={<ArrowRight />}
                onClick={() => commands.phase(next)}
                busy={commands.busy}
                data-testid="phase-next"
              >
                {t('table.next')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </nav>
      <Trouble error={commands.error} />
    </>
  );
}

interface StepProps {
  step: ShownPhase;
  looking: boolean;
  busy: boolean;
  onPress(): void;
}

function Step({ step, looking, busy, onPress }: StepProps) {
  const t = useT();
  const { meeting } = useView();
  const isNow = step.state === 'now';
  const name = phaseName(step.phase, meeting.childName, t);
  return (
    <li
      className={cx(
        styles['step'],
        isNow && styles['now'],
        step.state === 'done' && styles['done'],
        looking && styles['looking'],
      )}
      aria-current={isNow ? 'step' : undefined}
    >
      <button
        type="button"
        aria-disabled={busy || undefined}
        onClick={onPress}
        title={step.state === 'done' ? name : undefined}
        data-testid={`phase-${step.phase}`}
      >
        {isNow ? (
          <Ring />
        ) : step.state === 'done' ? (
          <Check />
        ) : (
          <span className={styles['number']}>{step.number}</span>
        )}
        <span className={styles['name']}>{name}</span>
        {step.state === 'done' ? <VisuallyHidden>, {t('table.step_done')}</VisuallyHidden> : null}
        {isNow ? <Left /> : null}
      </button>
    </li>
  );
}

function useClock() {
  const { phaseStartedAt, phaseMinutes, serverTime } = useView();
  return clockOf(phaseStartedAt, phaseMinutes, useServerNow(serverTime));
}

function Ring() {
  return <PhaseRing left={useClock().part} />;
}

function Left() {
  const t = useT();
  const { minutes } = useClock();
  return (
    <span className={styles['left']}>
      {minutes === 0 ? t('table.time_up') : t('table.minutes_left', { minutes })}
    </span>
  );
}
