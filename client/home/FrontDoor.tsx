import { useT } from '../app/context.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { ArrowRight } from '../ui/icons.ts';
import { RoundTable } from '../ui/RoundTable.tsx';
import styles from './Start.module.css';
import { StartHeader } from './StartHeader.tsx';

const EMPTY_SEATS = [null, null, null, null, null, null, null];

/** Where there is no example: staff sign in, everybody else comes by personal link. */
export function FrontDoor() {
  const t = useT();
  return (
    <>
      <StartHeader />
      <main className={styles['narrow']}>
        <div className={styles['picture']}>
          <RoundTable seats={EMPTY_SEATS} />
        </div>
        <h1 className={styles['title']}>{t('start.door.title')}</h1>
        <p className={styles['lead']}>{t('start.door.guest')}</p>
        <p className={styles['lead']}>{t('start.door.staff')}</p>
        <ButtonLink href="/anmelden" variant="primary" size="big" iconEnd={<ArrowRight />}>
          {t('start.sign_in')}
        </ButtonLink>
      </main>
    </>
  );
}
