import { joinedParts } from '#shared/i18n/isolate.ts';
import { useT, useView } from '../../app/context.ts';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { CircleHelp, Coffee, MessageCircle } from '../../ui/icons.ts';
import page from '../Page.module.css';
import styles from './Welcome.module.css';

/** Arriving, on a paper in the middle of the table. */
export function Welcome() {
  const t = useT();
  const { screens } = useView();
  return (
    <article className={page['paper']} data-testid="welcome">
      <WelcomeWords />
      <p className={styles['screens']}>{t('table.screens', { count: screens })}</p>
    </article>
  );
}

/** Who is here, and the three rules. */
export function WelcomeWords() {
  const t = useT();
  const { participants: seats } = useView();
  const here = seats.filter(({ present }) => present !== null);
  return (
    <>
      <h2 className={page['title']}>{t('table.welcome')}</h2>
      <ul className={styles['names']}>
        {here.map(({ participationId, person }) => (
          <li key={participationId}>
            <Avatar person={person} />
            {joinedParts([person.name, person.subtitle], ', ')}
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
    </>
  );
}
