import { useT } from '../app/context.ts';
import page from '../home/Page.module.css';
import { QrCode } from '../ui/display/QrCode.tsx';
import styles from './OwnPhone.module.css';

/** Leon on a real phone: a code where the phone can reach this machine, else how to make it reachable. */
export function OwnPhone({ link }: { link: string | null }) {
  const t = useT();
  return (
    <section aria-labelledby="start-phone">
      <h2 id="start-phone" className={page['section']}>
        {t('start.phone')}
      </h2>
      {link === null ? (
        <>
          <p className={page['small']}>{t('start.phone_closed')}</p>
          <code className={styles['command']}>HOST=0.0.0.0 npm start</code>
          <p className={page['small']}>{t('start.phone_closed_after')}</p>
        </>
      ) : (
        <div className={styles['phone']}>
          <QrCode text={link} label={t('start.phone_code')} />
          <p className={page['small']}>{t('start.phone_how')}</p>
        </div>
      )}
    </section>
  );
}
