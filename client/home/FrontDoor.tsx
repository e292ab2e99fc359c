import { useT } from '../app/context.ts';
import { useTitle } from '../app/title.ts';
import { ButtonLink } from '../ui/controls/Button.tsx';
import { RoundTable } from '../ui/display/RoundTable.tsx';
import { ArrowRight } from '../ui/icons.ts';
import styles from './FrontDoor.module.css';
import page from './Page.module.css';
import { StartHeader } from './StartHeader.tsx';

const EMPTY_SEATS = [null, null, null, null, null, null, null];

/** Where there is no example: staff sign in, everybody else comes by personal link. */
export function FrontDoor() {
  const t = useT();
  useTitle(t('start.door.title'));
  return (
    <>
      <StartHeader />
      <main className={page['narrow']}>
        <div className={styles['picture']}>
          <RoundTable seats={EMPTY_SEATS} />
        </div>
        <h1 className={page['title']}>{t('start.door.title')}</h1>
        <p className={page['lead']}>{t('start.door.guest')}</p>
        <p className={page['lead']}>{t('start.door.staff')}</p>
        <ButtonLink href="/anmelden" variant="primary" size="big" iconEnd={<ArrowRight />}>
          {t('start.sign_in')}
        </ButtonLink>
      </main>
    </>
  );
}
