import { leads } from '#shared/access/parts.ts';
import { useSession, useT, useView } from '../../app/context.ts';
import { OwnPanel } from '../../own/OwnPanel.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Lock } from '../../ui/icons.ts';
import { ParticipantMenu } from '../people/ParticipantMenu.tsx';
import { RemovedParticipants } from '../people/RemovedParticipants.tsx';
import { Settings } from '../Settings.tsx';
import styles from './Phone.module.css';

/** Oneself: who I am here, what is only mine, who else is here, language, text size, leaving. */
export function PhoneMe() {
  const t = useT();
  const { me, participants: seats } = useView();
  const { own } = useSession();
  const lead = leads(me.role);
  // Who leads looks after those too who are not here yet.
  const others = seats.filter(
    ({ online, participationId }) => (online || lead) && participationId !== me.participationId,
  );
  return (
    <div className={styles['me']} data-testid="phone-me">
      {me.person ? (
        <p className={styles['self']}>
          <Avatar person={me.person} size="large" />
          <b>{me.person.name}</b>
        </p>
      ) : null}
      {own ? (
        <section>
          <h2 className={styles['ownTitle']}>
            <Lock aria-hidden="true" />
            {t('own.title')}
          </h2>
          <OwnPanel />
        </section>
      ) : null}
      {others.length === 0 ? null : (
        <section>
          <h2 className={styles['small']}>{t(lead ? 'table.round' : 'table.also_here')}</h2>
          <ul className={styles['peopleHere']}>
            {others.map((seat) => (
              <li key={seat.participationId}>
                <Avatar person={seat.person} size="small" />
                <span className={styles['personHere']}>
                  {seat.person.name}
                  {seat.online ? null : <span>{t('table.not_here')}</span>}
                </span>
                {lead ? <ParticipantMenu seat={seat} /> : null}
              </li>
            ))}
          </ul>
        </section>
      )}
      {lead ? <RemovedParticipants /> : null}
      <Settings />
    </div>
  );
}
