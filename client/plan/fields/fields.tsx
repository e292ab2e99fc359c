import { type ReactNode, useId } from 'react';
import type { PersonRef } from '#shared/api/view.ts';
import { useT, useView } from '../../app/context.ts';
import { Select } from '../../ui/controls/Select.tsx';
import { Avatar } from '../../ui/display/Avatar.tsx';
import styles from './fields.module.css';

/** Small fields of the details: one value each, replaced as a whole. */

/** A label above its control. */
export function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}

export interface ChoiceProps<T extends string> {
  label: string;
  value: T | null;
  options: readonly { value: T; label: string }[];
  /** The words for "nothing chosen"; without it something is always chosen. */
  none?: string | undefined;
  onChange: (value: T | null) => void;
  disabled?: boolean | undefined;
  testId?: string | undefined;
}

/** One of few codes or people. */
export function Choice<T extends string>({
  label,
  value,
  options,
  none,
  onChange,
  disabled,
  testId,
}: ChoiceProps<T>) {
  const nothing = none === undefined && value !== null ? [] : [{ value: '', label: none ?? '' }];
  return (
    <Labelled label={label}>
      {(id) => (
        <Select
          id={id}
          className={styles['select']}
          listClass={styles['control']}
          value={value ?? ''}
          options={[...nothing, ...options]}
          disabled={disabled}
          onChange={(chosen) => onChange(options.find((option) => option.value === chosen)?.value ?? null)}
          data-testid={testId}
        />
      )}
    </Labelled>
  );
}

export interface PersonChoiceProps {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  none?: string | undefined;
  disabled?: boolean | undefined;
  testId?: string | undefined;
}

/** One person who can be named. */
export function PersonChoice({ none, ...rest }: PersonChoiceProps) {
  const t = useT();
  const { persons } = useView();
  const options = persons.map(({ id, name }) => ({ value: id, label: name }));
  return <Choice {...rest} options={options} none={none ?? t('outline.nobody_yet')} />;
}

export interface PeopleChoiceProps {
  label: string;
  value: readonly string[];
  /** Not offered: the one who does it anyway. */
  without?: string | null | undefined;
  onChange: (value: string[]) => void;
  disabled?: boolean | undefined;
  testId?: string | undefined;
}

/** Any number of people. */
export function PeopleChoice({ label, value, without, onChange, disabled, testId }: PeopleChoiceProps) {
  const { persons } = useView();
  const offered = persons.filter(({ id }) => id !== without);
  const toggle = (person: PersonRef): void =>
    onChange(value.includes(person.id) ? value.filter((id) => id !== person.id) : [...value, person.id]);
  return (
    <fieldset className={styles['field']} disabled={disabled} data-testid={testId}>
      <legend className={styles['label']}>{label}</legend>
      <div className={styles['people']}>
        {offered.map((person) => (
          <label key={person.id} className={styles['person']}>
            <input type="checkbox" checked={value.includes(person.id)} onChange={() => toggle(person)} />
            <Avatar person={person} size="tiny" />
            <bdi>{person.name}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
