import { useT } from '../app/context.ts';
import styles from './Page.module.css';

/** A part of the table is on its way: seen, and not said beside what it comes with. */
export function Loading() {
  const t = useT();
  return (
    <div className={styles['loading']}>
      <p>{t('ui.loading')}</p>
    </div>
  );
}
