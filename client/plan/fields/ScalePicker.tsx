import { useId } from 'react';
import { useT } from '../../app/context.ts';
import { cx } from '../../ui/cx.ts';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import styles from './ScalePicker.module.css';

const VALUES = Array.from({ length: 11 }, (_, value) => value);

export interface ScalePickerProps {
  /** What is asked; the accessible name of the group. */
  label: string;
  value: number | null;
  onChange: (value: number) => void;
  /** Value of last time, drawn as a small ring. */
  before?: number | null;
  /** The agreed target, drawn as a small square. */
  target?: number | null;
  /** All in one row, for the laptop. */
  compact?: boolean;
  disabled?: boolean;
  testId?: string;
}

/** 0 to 10 as keys: no slider, so no value by accident. One radio group; arrows move in it. */
export function ScalePicker(props: ScalePickerProps) {
  const { label, value, onChange, before = null, target = null, compact = false, disabled = false } = props;
  const t = useT();
  const name = useId();
  return (
    <fieldset
      className={cx(styles['keys'], compact && styles['compact'])}
      aria-label={label}
      disabled={disabled}
      data-testid={props.testId}
    >
      {VALUES.map((key) => (
        <label key={key} className={styles['key']}>
          <input
            type="radio"
            name={name}
            value={key}
            checked={value === key}
            onChange={() => onChange(key)}
            className={styles['input']}
          />
          {key}
          {before === key ? (
            <>
              <i className={cx(styles['mark'], styles['before'])} />
              <VisuallyHidden>, {t('outline.scale_before')}</VisuallyHidden>
            </>
          ) : null}
          {target === key ? (
            <>
              <i className={cx(styles['mark'], styles['target'])} />
              <VisuallyHidden>, {t('outline.scale_target')}</VisuallyHidden>
            </>
          ) : null}
        </label>
      ))}
    </fieldset>
  );
}

/** What the small signs mean. */
export function ScaleLegend({ before, target }: { before: string | null; target: boolean }) {
  const t = useT();
  if (before === null && !target) {
    return null;
  }
  return (
    <p className={styles['legend']}>
      {before === null ? null : (
        <span>
          <i className={styles['before']} />
          {before}
        </span>
      )}
      {target ? (
        <span>
          <i className={styles['target']} />
          {t('ui.scale.target')}
        </span>
      ) : null}
    </p>
  );
}
