import type { Fact } from '#shared/protocol/report/blocks.ts';
import styles from './Reading.module.css';

/** A description list. */
export function Facts({ items }: { items: readonly Fact[] }) {
  return items.length === 0 ? null : (
    <dl className={styles['rows']}>
      {items.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
