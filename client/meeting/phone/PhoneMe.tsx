import { Suspense } from 'react';
import { leads } from '#shared/access/parts.ts';
import type { ParticipantView } from '#shared/api/view.ts';
import { joinedParts } from '#shared/i18n/isolate.ts';
import { useSession, useT, useView } from '../../app/context.ts';
import { later } from '../../app/later.ts';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { Lock } from '../../ui/icons.ts';
import { Settings } from '../people/Settings.tsx';
import { connection, whereabouts } from '../people/whereabouts.ts';
import { ParticipantMenu, RemovedParticipants } from './leading.ts';
import phone from './Phone.module.css';
import styles from './PhoneMe.module.css';

// Not on the first look of a phone.
const OwnPanel = later(() => import('../../own/OwnPanel.tsx').then(({ OwnPanel }) => OwnPanel));

/** Oneself: who I am here, what is only mine, who else is here, language, text size, leaving. */
export function PhoneMe() {
  const { me } = useView();
  const { own } = useSession();
  return (
    <div className={styles['me']} data-testid="phone-me">
      {me.person ? (
        <p className={styles['self']}>
          <Avatar person={me.person} size="large" />
          <b>
            <bdi>{me.person.name}</bdi>
          </b>
        </p>
      ) : null}
      {own ? <Own /> : null}
      <Others />
      {leads(me.role) ? (
        <Suspense fallback={null}>
          <RemovedParticipants />
        </Suspense>
      ) : null}
      <Settings />
    </div>
  );
}

function Own() {
  const t = useT();
  return (
    <section>
      <h2 className={styles['ownTitle']}>
        <Lock aria-hidden="true" />
        {t('own.title')}
      </h2>
      <Suspense fallback={null}>
        <OwnPanel />
      </Suspense>
    </section>
  );
}

/** Who else is here; who leads looks after those too who are not here yet. */
function Others() {
  const t = useT();
  const { me, participants } = useView();
  const lead = leads(me.role);
  const others = participants.filter(
    ({ present, participationId }) => (present !== null || lead) && participationId !== me.participationId,
  );
  return others.length === 0 ? null : (
    <section>
      <h2 className={phone['small']}>{t(lead ? 'table.round' : 'table.also_here')}</h2>
      <ul className={styles['peopleHere']}>
        {others.map((seat) => (
          <Other key={seat.participationId} seat={seat} lead={lead} />
        ))}
      </ul>
    </section>
  );
}

function Other({ seat, lead }: { seat: ParticipantView; lead: boolean }) {
  const t = useT();
  const where = seat.present === 'room' ? '' : whereabouts(seat, t);
  const words = joinedParts([where, connection(seat, t)], ', ');
  return (
    <li>
      <Avatar person={seat.person} size="small" />
      <span className={styles['personHere']}>
        <bdi>{seat.person.name}</bdi>
        {words === '' ? null : <span>{words}</span>}
      </span>
      {lead ? (
        <Suspense fallback={null}>
          <ParticipantMenu seat={seat} />
        </Suspense>
      ) : null}
    </li>
  );
}
