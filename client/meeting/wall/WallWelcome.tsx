import { joinedParts } from '#shared/i18n/isolate.ts';
import { useT, useView } from '../../app/context.ts';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { CircleHelp, Coffee, MessageCircle } from '../../ui/icons.ts';
import styles from './WallSheet.module.css';

/** The first picture: who is here, and three rules. */
export function WallWelcome() {
  const t = useT();
  const { participants: seats } = useView();
  const here = seats.filter(({ present }) => present !== null);
  return (
    <main className={styles['centred']}>
      <section className={styles['sheet']}>
        <h2>{t('board.wall.welcome')}</h2>
        <ul className={styles['names']}>
          {here.map(({ participationId, person }) => (
            <li key={participationId}>
              <Avatar person={person} size="large" />
              {joinedParts([person.name, person.subtitle], ', ')}
            </li>
          ))}
        </ul>
        <ul className={styles['rules']}>
          <li>
            <MessageCircle /> {t('board.wall.rule_speak')}
          </li>
          <li>
            <CircleHelp /> {t('board.wall.rule_ask')}
          </li>
          <li>
            <Coffee /> {t('board.wall.rule_break')}
          </li>
        </ul>
      </section>
    </main>
  );
}
