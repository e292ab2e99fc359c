import styles from './Wall.module.css';

/** The empty box before a step that is read aloud. */
export function Box() {
  return <span className={styles['box']} aria-hidden="true" />;
}
