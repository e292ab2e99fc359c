import { useT, useView } from '../app/context.ts';
import { Avatar } from '../ui/Avatar.tsx';
import styles from './Phone.module.css';
import { Settings } from './Settings.tsx';

/** Oneself: who I am here, who else is here, language, text size, leaving. */
export function PhoneMe() {
  const t = useT();
  const { me, seats } = useView();
  const here = seats.filter(
    ({ online, participationId }) => online && participationId !== me.participationId,
  );
  return (
    <div className={styles['me']} data-testid="phone-me">
      {me.person ? (
        <p className={styles['self']}>
          <Avatar person={me.person} size="large" />
          <b>{me.person.name}</b>
        </p>
      ) : null}
      {here.length === 0 ? null : (
        <section>
          <h2 className={styles['small']}>{t('table.also_here')}</h2>
          <ul className={styles['peopleHere']}>
            {here.map(({ participationId, person }) => (
              <li key={participationId}>
                <Avatar person={person} size="small" />
                {person.name}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Settings />
    </div>
  );
}
