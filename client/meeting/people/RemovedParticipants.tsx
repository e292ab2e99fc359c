import { useState } from 'react';
import type { ParticipantView } from '#shared/api/view.ts';
import { useT, useView } from '../../app/context.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { useSteadyRows } from '../../ui/useSteadyRows.ts';
import styles from './RemovedParticipants.module.css';
import { useParticipantRequest } from './useParticipantRequest.ts';

/** Who was taken from the table, with the way back. */
export function RemovedParticipants() {
  const t = useT();
  const { removedParticipants: removed } = useView();
  const { rows, list, around } = useSteadyRows<ParticipantView, HTMLUListElement>(removed, seatOf);
  return rows.length === 0 ? null : (
    <section className={styles['removed']} data-testid="removed-seats" {...around}>
      <h3>{t('people.removed')}</h3>
      <ul ref={list}>
        {rows.map(({ id, item, isGone }) => (
          <li key={id} className={styles['removedSeat']}>
            {isGone ? (
              <span>{t('people.restored', { name: item.person.name })}</span>
            ) : (
              <RemovedSeat seat={item} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const seatOf = ({ participationId }: ParticipantView): string => participationId;

function RemovedSeat({ seat }: { seat: ParticipantView }) {
  const t = useT();
  const { busy, error, run, ask } = useParticipantRequest(seat);
  // One answer a seat: until the list says so, the button stays busy.
  const [isBack, setBack] = useState(false);
  const restore = async (): Promise<void> => setBack(await run(ask.restore));
  return (
    <>
      <b>
        <bdi>{seat.person.name}</bdi>
      </b>
      <Button
        size="small"
        onClick={restore}
        busy={busy || isBack}
        aria-label={t('people.restore_whom', { name: seat.person.name })}
        data-testid={`restore-${seat.person.id}`}
      >
        {t('people.restore')}
      </Button>
      <Trouble error={error} />
    </>
  );
}
