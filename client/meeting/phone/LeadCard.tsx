import { phaseAfter, shownPhases } from '#shared/meeting/bar.ts';
import { useT, useView } from '../../app/context.ts';
import { Choice } from '../../plan/fields/fields.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { ArrowRight } from '../../ui/icons.ts';
import { BeginButton } from '../BeginButton.tsx';
import { phaseName } from '../phase-name.ts';
import { useCommands } from '../useCommands.ts';
import styles from './LeadCard.module.css';

/** Leading from a phone: step and turn. */
export function LeadCard() {
  const t = useT();
  const view = useView();
  const commands = useCommands();
  const next = phaseAfter(view.phases, view.phase);
  return (
    <section className={styles['lead']} aria-label={t('table.leading')} data-testid="lead-card">
      <Trouble error={commands.error} />
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
      <div className={styles['leadButtons']}>
        {view.phaseStartedAt === null ? (
          <BeginButton commands={commands} />
        ) : (
          <Button variant="quiet" onClick={() => commands.extend(5)} busy={commands.busy}>
            {t('table.extend_short')}
          </Button>
        )}
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
    </section>
  );
}
