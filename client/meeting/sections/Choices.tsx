import { useId } from 'react';
import styles from './Choices.module.css';

export interface ChoicesProps<T extends string> {
  label: string;
  value: T | null;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  disabled?: boolean;
  testId?: string;
}

/** One of several answers, all in sight and of the same size and colour: none is the right one. */
export function Choices<T extends string>({
  label,
  value,
  options,
  onChange,
  disabled,
  testId,
}: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles['group']} disabled={disabled} data-testid={testId}>
      <legend className={styles['label']}>{label}</legend>
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
