import type { ComponentPropsWithRef } from 'react';
import { cx } from '../cx.ts';
import { Field, type FieldProps } from './Field.tsx';
import styles from './Select.module.css';

export interface SelectOption {
  value: string;
  label: string;
  /** Where it is not the language of the page. */
  lang?: string;
}

export type SelectProps = Omit<ComponentPropsWithRef<'select'>, 'children' | 'value' | 'onChange'> & {
  value: string;
  options: readonly SelectOption[];
  onChange(value: string): void;
  /** Of the list itself; `className` is that of the list with what is chosen above it. */
  listClass?: string | undefined;
};

/** A list to choose from. What is chosen is read whole, in as many lines as it needs. */
export function Select({ value, options, onChange, className, listClass, ...rest }: SelectProps) {
  const chosen = options.find((option) => option.value === value)?.label;
  return (
    <span className={cx(styles['select'], className)} data-chosen={chosen}>
      <select
        {...rest}
        className={listClass}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

export type SelectFieldProps = SelectProps & Pick<FieldProps, 'label' | 'hint'>;

/** The same under its label. */
export function SelectField({ label, hint, ...rest }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => <Select {...rest} {...ids} className={styles['field']} listClass={styles['control']} />}
    </Field>
  );
}
