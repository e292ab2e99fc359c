import type { ParticipantView } from '#shared/api/view.ts';
import { useT, useView } from '../../app/context.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import styles from './RemovedParticipants.module.css';
import { useParticipantRequest } from './useParticipantRequest.ts';

/** Who was taken from the table, with the way back. */
export function RemovedParticipants() {
  const t = useT();
  const { removedParticipants: removed } = useView();
  return removed.length === 0 ? null : (
    <section className={styles['removed']} data-testid="removed-seats">
      <h3>{t('people.removed')}</h3>
      <ul>
        {removed.map((seat) => (
          <RemovedSeat key={seat.participationId} seat={seat} />
        ))}
      </ul>
    </section>
  );
}

function RemovedSeat({ seat }: { seat: ParticipantView }) {
  const t = useT();
  const { busy, error, run, ask } = useParticipantRequest(seat);
  return (
    <li className={styles['removedSeat']}>
      <b>
        <bdi>{seat.person.name}</bdi>
      </b>
      <Button
        size="small"
        onClick={() => run(ask.restore)}
        busy={busy}
        aria-label={t('people.restore_whom', { name: seat.person.name })}
        data-testid={`restore-${seat.person.id}`}
      >
        {t('people.restore')}
      </Button>
      <Trouble error={error} />
    </li>
  );
}
