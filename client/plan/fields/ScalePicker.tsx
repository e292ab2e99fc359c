import { type KeyboardEvent, useId } from 'react';
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

/**
 * 0 to 10 as keys: no slider, so no value by accident. One radio group; arrows go to a number, and Enter, Space
 * or a press gives it: everybody sees it at once.
 */
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
      onKeyDown={(event) => goByKeys(event, onChange)}
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

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Browsers give a radio its value as soon as an arrow reaches it; here it is only reached. */
function goByKeys(event: KeyboardEvent<HTMLFieldSetElement>, give: (value: number) => void): void {
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLInputElement)) {
    return;
  }
  const step = STEPS[key] ?? 0;
  if (step !== 0) {
    event.preventDefault();
    const isTurned = key !== 'ArrowDown' && key !== 'ArrowUp' && isRightToLeft(currentTarget);
    const next = (Number(target.value) + (isTurned ? -step : step) + VALUES.length) % VALUES.length;
    currentTarget.querySelector<HTMLInputElement>(`input[value="${next}"]`)?.focus();
  } else if (key === 'Enter') {
    event.preventDefault();
    give(Number(target.value));
  }
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
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
