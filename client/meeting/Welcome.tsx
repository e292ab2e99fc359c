import { useT, useView } from '../app/context.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { CircleHelp, Coffee, MessageCircle } from './icons.ts';
import page from './Page.module.css';
import styles from './Welcome.module.css';

/** Arriving: who is here, and the three rules. */
export function Welcome() {
  const t = useT();
  const { seats, screens } = useView();
  const here = seats.filter(({ online }) => online);
  return (
    <article className={page['paper']} data-testid="welcome">
      <h2 className={page['title']}>{t('table.welcome')}</h2>
      <ul className={styles['names']}>
        {here.map(({ participationId, person }) => (
          <li key={participationId}>
            <Avatar person={person} />
            {person.subtitle === '' ? person.name : `${person.name}, ${person.subtitle}`}
          </li>
        ))}
      </ul>
      <ul className={styles['rules']}>
        <li>
          <MessageCircle />
          {t('table.rule_words')}
        </li>
        <li>
          <CircleHelp />
          {t('table.rule_ask')}
        </li>
        <li>
          <Coffee />
          {t('table.rule_pause')}
        </li>
      </ul>
      <p className={styles['screens']}>{t('table.screens', { count: screens })}</p>
    </article>
  );
}
