import type { PhaseStep as PhaseStepView } from '#shared/api/view.ts';
import { useT, useView } from '../../app/context.ts';
import { cx } from '../../ui/cx.ts';
import { PhaseRing } from '../../ui/display/PhaseRing.tsx';
import { Check } from '../../ui/icons.ts';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import { phaseName } from '../phase-name.ts';
import { useClock } from '../useClock.ts';
import styles from './PhaseBar.module.css';

export interface PhaseStepProps {
  step: PhaseStepView & { number: number };
  /** This screen looks at it while another is on. */
  looking: boolean;
  busy: boolean;
  onPress(): void;
}

/** One step in the bar: its number, a tick when it is done, the time that is left while it is on. */
export function PhaseStep({ step, looking, busy, onPress }: PhaseStepProps) {
  const t = useT();
  const { meeting } = useView();
  const { phase, state } = step;
  const name = phaseName(phase, meeting.childName, t);
  return (
    <li
      className={cx(
        styles['step'],
        state === 'now' && styles['now'],
        state === 'done' && styles['done'],
        looking && styles['looking'],
      )}
      aria-current={state === 'now' ? 'step' : undefined}
    >
      <button
        type="button"
        aria-disabled={busy || undefined}
        onClick={onPress}
        title={state === 'done' ? name : undefined}
        data-testid={`phase-${phase}`}
      >
        <Sign step={step} />
        <span className={styles['name']}>{name}</span>
        {state === 'done' ? <VisuallyHidden>, {t('table.step_done')}</VisuallyHidden> : null}
        {state === 'now' ? <Left /> : null}
      </button>
    </li>
  );
}

function Sign({ step: { state, number } }: Pick<PhaseStepProps, 'step'>) {
  switch (state) {
    case 'now':
      return <Ring />;
    case 'done':
      return <Check />;
    case 'next':
      return <span className={styles['number']}>{number}</span>;
  }
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
