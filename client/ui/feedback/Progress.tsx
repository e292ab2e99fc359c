import styles from './Progress.module.css';

export interface ProgressProps {
  /** What is happening, in words that are shown. */
  label: string;
  /** 0 to 1; without it nobody knows how long it takes. */
  value?: number;
}

/** Something takes a moment: a line with words. Nothing spins. */
export function Progress({ label, value }: ProgressProps) {
  return (
    <div className={styles['progress']} role="status">
      <span>{label}</span>
      {value === undefined ? null : (
        <progress className={styles['line']} max={1} value={value} aria-label={label} />
      )}
    </div>
  );
}
