import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { cx } from '../cx.ts';
import styles from './Field.module.css';

/** Ids that tie a control to its label, hint and error. */
export interface FieldIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldProps {
  label: string;
  /** What to write, before anything is wrong. */
  hint?: string | undefined;
  /** What to change, in words. */
  error?: string | null | undefined;
  children: (ids: FieldIds) => ReactNode;
}

/** A label, a control, and below it the hint or what has to change. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const help = error ?? hint;
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': help ? `${id}-help` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {help ? (
        <p id={`${id}-help`} className={cx(styles['help'], error && styles['error'])}>
          {help}
        </p>
      ) : null}
    </div>
  );
}

export type TextFieldProps = Omit<ComponentPropsWithRef<'input'>, 'children'> & Omit<FieldProps, 'children'>;

/** One line of text. */
export function TextField({ label, hint, error, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => <input type="text" {...rest} {...ids} className={cx(styles['control'], className)} />}
    </Field>
  );
}

export type TextAreaProps = Omit<ComponentPropsWithRef<'textarea'>, 'children'> &
  Omit<FieldProps, 'children'>;

/** Several lines; grows with what is written. */
export function TextArea({ label, hint, error, className, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <textarea
          rows={2}
          dir="auto"
          {...rest}
          {...ids}
          className={cx(styles['control'], styles['area'], className)}
        />
      )}
    </Field>
  );
}
