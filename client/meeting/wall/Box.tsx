import { Check } from '../../ui/icons.ts';
import styles from './Wall.module.css';

/** The box before a step that is read aloud, ticked when it is done. */
export function Box({ done = false }: { done?: boolean | undefined }) {
  return (
    <span className={styles['box']} data-done={done || undefined} aria-hidden="true">
      {done ? <Check /> : null}
    </span>
  );
}
