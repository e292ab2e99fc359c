import { phaseAfter, shownPhases } from '#shared/meeting/bar.ts';
import { useT, useView } from '../../../app/context.ts';
import { Choice } from '../../../plan/fields/fields.tsx';
import { Button } from '../../../ui/controls/Button.tsx';
import { Trouble } from '../../../ui/feedback/Trouble.tsx';
import { ArrowRight } from '../../../ui/icons.ts';
import { BeginButton } from '../../BeginButton.tsx';
import { phaseName } from '../../phase-name.ts';
import { useClock } from '../../useClock.ts';
import { type Commands, useCommands } from '../../useCommands.ts';
import styles from './LeadCard.module.css';

/** Leading from a phone: step, turn, the time that is left, and what to ask. */
export function LeadCard() {
  const t = useT();
  const view = useView();
  const commands = useCommands();
  return (
    <section className={styles['lead']} aria-label={t('table.leading')} data-testid="lead-card">
      <Trouble error={commands.error} />
      <div className={styles['choices']}>
        <Choice
          label={t('table.steps')}
          value={view.phase}
          options={shownPhases(view.phases).map(({ phase, number }) => ({
            value: phase,
            label: `${number} ${phaseName(phase, view.meeting.childName, t)}`,
          }))}
          onChange={(phase) => phase && commands.phase(phase)}
          testId="lead-phase"
        />
        <Choice
          label={t('table.turn')}
          value={view.turn}
          none={t('table.turn_nobody')}
          options={view.participants.map(({ person }) => ({ value: person.id, label: person.name }))}
          onChange={commands.turn}
          testId="lead-turn"
        />
      </div>
      <GoOn commands={commands} />
      <p className={styles['ask']} data-testid="lead-ask">
        <b>{t('table.questions')}:</b> {t(`table.question.${view.phase}`)}
      </p>
    </section>
  );
}

/** More minutes beside those that are left, or the beginning while nobody has begun; and the next step. */
function GoOn({ commands }: { commands: Commands }) {
  const t = useT();
  const view = useView();
  const { minutes } = useClock();
  const next = phaseAfter(view.phases, view.phase);
  const isBegun = view.phaseStartedAt !== null;
  return (
    <div className={styles['goOn']}>
      {isBegun ? (
        <>
          <span className={styles['left']} data-testid="lead-left">
            {minutes === 0 ? t('table.time_up') : t('table.minutes_left', { minutes })}
          </span>
          <Button variant="quiet" onClick={() => commands.extend(5)} busy={commands.busy}>
            {t('table.extend_short')}
          </Button>
        </>
      ) : (
        <BeginButton commands={commands} />
      )}
      {next ? (
        <Button
          variant={isBegun ? 'primary' : 'secondary'}
          iconEnd={<ArrowRight />}
          onClick={() => commands.phase(next)}
          busy={commands.busy}
          className={styles['next']}
          data-testid="phase-next"
        >
          {t('table.next')}
        </Button>
      ) : null}
    </div>
  );
}
