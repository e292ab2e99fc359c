import { leads } from '#shared/access/parts.ts';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import { phaseAfter, shownPhases } from '#shared/meeting/bar.ts';
import { useT, useView } from '../../app/context.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { ArrowRight } from '../../ui/icons.ts';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import { BeginButton } from '../BeginButton.tsx';
import { type Commands, useCommands } from '../useCommands.ts';
import styles from './PhaseBar.module.css';
import { PhaseStep } from './PhaseStep.tsx';

export interface PhaseBarProps {
  /** The step this screen shows; it may look at another than the one that is on. */
  shown: MeetingPhase;
  onPeek(phase: MeetingPhase): void;
}

/** The steps of the meeting. Who leads goes to any of them in any order; the others look at them. */
export function PhaseBar(props: PhaseBarProps) {
  const t = useT();
  const { me } = useView();
  const commands = useCommands();
  return (
    <>
      <nav className={styles['bar']} aria-label={t('table.steps')} data-region tabIndex={-1}>
        <Steps {...props} commands={commands} />
        {leads(me.role) ? <Lead commands={commands} /> : null}
      </nav>
      <Trouble error={commands.error} />
    </>
  );
}

function Steps({ shown, onPeek, commands }: PhaseBarProps & { commands: Commands }) {
  const view = useView();
  const goes = leads(view.me.role);
  return (
    <ol className={styles['steps']}>
      {shownPhases(view.phases).map((step) => (
        <PhaseStep
          key={step.phase}
          step={step}
          looking={step.phase === shown && shown !== view.phase}
          busy={commands.busy}
          onPress={() => (goes && step.state !== 'now' ? commands.phase(step.phase) : onPeek(step.phase))}
        />
      ))}
    </ol>
  );
}

/** More minutes, or the beginning while nobody has begun; and the step that comes next. */
function Lead({ commands }: { commands: Commands }) {
  const t = useT();
  const view = useView();
  const next = phaseAfter(view.phases, view.phase);
  return (
    <div className={styles['lead']}>
      {view.phaseStartedAt === null ? <BeginButton commands={commands} /> : <Longer commands={commands} />}
      {next ? (
        <Button
          variant={view.phaseStartedAt === null ? 'secondary' : 'primary'}
          iconEnd={<ArrowRight />}
          onClick={() => commands.phase(next)}
          busy={commands.busy}
          data-testid="phase-next"
        >
          {t('table.next')}
        </Button>
      ) : null}
    </div>
  );
}

function Longer({ commands }: { commands: Commands }) {
  const t = useT();
  return (
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
  );
}
