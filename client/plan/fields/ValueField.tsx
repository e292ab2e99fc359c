import { type ChangeEvent, Suspense, useId, useState } from 'react';
import { useLanguage, useT } from '../../app/context.ts';
import { formatDay } from '../../app/format.ts';
import { part } from '../../app/part.tsx';
import { cx } from '../../ui/cx.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import type { FieldProps, KeptFieldProps } from './field-props.ts';
import styles from './fields.module.css';
import { Labelled } from './fields.tsx';
import { useDraft } from './useDraft.ts';
import { useReplaced } from './useReplaced.ts';
import { readAmount, readWords, writeAmount } from './values.ts';

/**
 * Fields of one value. What is typed is shared as it is typed, so that nothing stands here alone when
 * the meeting goes on; while somebody is in the field, nobody else's value takes its place.
 */

/** A few words in one line. */
export function ValueField(props: FieldProps<string>) {
  return <Typed {...props} shown={props.value ?? ''} read={({ value }) => readWords(value)} />;
}

const Day = part(() => import('./DayField.tsx').then(({ DayField }) => DayField));

/** A day, in the order of the person's language. What draws it comes when it is shown. */
export function DateField(props: KeptFieldProps<string>) {
  const { locale } = useLanguage();
  const { label, value } = props;
  const shown = value === null ? '' : formatDay(value, locale, 'short');
  return (
    <Suspense fallback={<ValueField label={label} value={shown} onChange={() => undefined} disabled />}>
      <Day {...props} />
    </Suspense>
  );
}

/** A number that is not negative. Turning the mouse wheel over it changes nothing. */
export function NumberField({ name, ...props }: KeptFieldProps<number>) {
  const t = useT();
  const { locale } = useLanguage();
  const [kept, keep] = useDraft(name);
  return (
    <Typed
      {...props}
      inputMode="decimal"
      shown={writeAmount(props.value, locale)}
      read={({ value }) => readAmount(value)}
      problem={t('field.number_problem')}
      kept={kept}
      onKeep={keep}
    />
  );
}

interface TypedProps<T> extends FieldProps<T> {
  inputMode?: 'decimal';
  /** The value as it is written. */
  shown: string;
  /** What stands in the field; undefined where that is no value. */
  read(field: HTMLInputElement): T | null | undefined;
  /** What is said of something that is no value. */
  problem?: string;
  /** Something that is no value, as it was kept; empty where all is well. */
  kept?: string;
  onKeep?(words: string): void;
}

function Typed<T>({ label, value, onChange, shown, read, kept = '', ...rest }: TypedProps<T>) {
  const about = useId();
  // What stands in the field while somebody is in it, or has left something that is no value.
  const [typed, setTyped] = useState<string | null>(kept === '' ? null : kept);
  const [isWrong, setWrong] = useState(kept !== '');
  const replaced = useReplaced(value, label);
  const take = ({ currentTarget: field }: ChangeEvent<HTMLInputElement>): void => {
    const next = read(field);
    setTyped(field.value);
    rest.onKeep?.(next === undefined ? field.value : '');
    if (next !== undefined) {
      setWrong(false);
      if (next !== value) {
        onChange(next);
        replaced.wrote(next, field.value);
      }
    }
  };
  const leave = (field: HTMLInputElement): void => {
    const wrong = read(field) === undefined;
    setWrong(wrong);
    setTyped(wrong ? field.value : null);
    replaced.left();
    rest.onLeave?.();
  };
  return (
    <Labelled label={label}>
      {(id) => (
        <>
          <input
            id={id}
            type="text"
            inputMode={rest.inputMode}
            {...ofPlan(typed ?? shown)}
            className={cx(styles['control'], rest.className)}
            value={typed ?? shown}
            placeholder={rest.placeholder}
            disabled={rest.disabled}
            aria-invalid={isWrong || undefined}
            aria-describedby={isWrong ? about : undefined}
            onFocus={() => setTyped((still) => still ?? shown)}
            onChange={take}
            onBlur={(event) => leave(event.currentTarget)}
            data-testid={rest.testId}
          />
          {isWrong ? (
            <p id={about} role="alert" className={styles['problem']}>
              {rest.problem}
            </p>
          ) : null}
        </>
      )}
    </Labelled>
  );
}
