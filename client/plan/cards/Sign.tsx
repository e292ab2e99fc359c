import styles from './Card.module.css';

/** Diamond: a Richtungsziel. Circle: a Handlungsziel. Shape first, colour last. */
export function Sign({ kind }: { kind: 'direction' | 'action' }) {
  return (
    <svg className={styles['sign']} viewBox="0 0 12 12" aria-hidden="true">
      {kind === 'direction' ? (
        <path d="M6 0l6 6-6 6-6-6z" fill="currentColor" />
      ) : (
        <circle cx="6" cy="6" r="5.5" fill="currentColor" />
      )}
    </svg>
  );
}
