import { type FormEvent, useEffect, useRef } from 'react';
import { useT } from '../../app/context.ts';
import { IconButton } from '../../ui/controls/Button.tsx';
import { Plus } from '../../ui/icons.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import styles from './AddLine.module.css';

interface LineChoice {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange(value: string): void;
}

export interface AddLineProps {
  /** What is added; shown in the empty field. */
  label: string;
  value: string;
  onChange(value: string): void;
  onSubmit(event: FormEvent): void;
  /** What kind it is. */
  kind?: LineChoice | undefined;
  /** For whom, or which domain. */
  choice?: LineChoice | undefined;
  testId: string;
}

/** Mean width of a letter. The empty field is as wide as its words; beside it stands what has room there. */
const LETTER_EM = 0.54;

/** The line under a list: write, choose for whom, Enter. */
export function AddLine({ label, value, onChange, onSubmit, kind, choice, testId }: AddLineProps) {
  const t = useT();
  const line = useRef<HTMLFormElement>(null);
  const waited = useRef(value !== '');
  // Words that wait here are what somebody came back for.
  useEffect(() => {
    if (waited.current) {
      line.current?.scrollIntoView({ block: 'nearest' });
    }
  }, []);
  return (
    <form ref={line} className={styles['line']} onSubmit={onSubmit}>
      {kind && kind.options.length > 1 ? (
        <LineSelect {...kind} className={styles['kind']} testId={`${testId}-kind`} />
      ) : null}
      <div className={styles['field']}>
        <input
          aria-label={label}
          placeholder={label}
          value={value}
          {...ofPlan(value)}
          onChange={(event) => onChange(event.target.value)}
          style={{ flexBasis: `${label.length * LETTER_EM}em` }}
          data-testid={testId}
        />
        {choice ? <LineSelect {...choice} className={styles['choice']} testId={`${testId}-choice`} /> : null}
        {value.trim() === '' ? null : (
          <IconButton
            type="submit"
            size="small"
            variant="primary"
            icon={<Plus />}
            label={t('outline.add')}
            data-testid={`${testId}-go`}
          />
        )}
      </div>
    </form>
  );
}

function LineSelect({
  label,
  value,
  options,
  onChange,
  className,
  testId,
}: LineChoice & { className: string | undefined; testId: string }) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={className}
      data-testid={testId}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
