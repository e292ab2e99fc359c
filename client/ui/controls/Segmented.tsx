import type { ReactNode } from 'react';
import { useId } from 'react';
import { cx } from '../cx.ts';
import styles from './Segmented.module.css';

export interface SegmentedOption<T extends string> {
  value: T;
  label: string;
  icon?: ReactNode;
  /** Of the label, where that is not the page's. */
  lang?: string | undefined;
  /** A small figure after the word. */
  count?: number;
}

export interface SegmentedProps<T extends string> {
  /** What is chosen here; for screen readers. */
  label: string;
  options: readonly SegmentedOption<T>[];
  value: T;
  onChange: (value: T) => void;
  /** As wide as its place, all parts equal. */
  wide?: boolean;
}

/** One choice of few, all in sight: a radio group, so arrow keys move in it. */
export function Segmented<T extends string>({ label, options, value, onChange, wide }: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset className={cx(styles['group'], wide && styles['wide'])} aria-label={label}>
      {options.map((option) => (
        <label key={option.value} lang={option.lang} className={styles['option']}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className={styles['input']}
          />
          {option.icon}
          {option.label}
          {option.count === undefined ? null : <b className={styles['count']}>{option.count}</b>}
        </label>
      ))}
    </fieldset>
  );
}
