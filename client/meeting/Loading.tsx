import { useT } from '../app/context.ts';
import { Progress } from '../ui/feedback/Progress.tsx';
import styles from './Page.module.css';

/** A part of the table is on its way. */
export function Loading() {
  const t = useT();
  return (
    <div className={styles['loading']}>
      <Progress label={t('ui.loading')} />
    </div>
  );
}
