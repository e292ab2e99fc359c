import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useSession, useT } from '../../app/context.ts';
import { IconButton } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { Plus } from '../../ui/icons.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { undoCommand } from '../list/keys/keys.ts';
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
  const id = useId();
  const line = useRef<HTMLFormElement>(null);
  const undo = useUndoOfAdded(value);
  const waited = useRef(value !== '');
  // Words that wait here are what somebody came back for.
  useEffect(() => {
    if (waited.current) {
      line.current?.scrollIntoView({ block: 'nearest' });
    }
  }, []);
  return (
    <form
      ref={line}
      className={styles['line']}
      onSubmit={(event) => {
        undo.submits();
        onSubmit(event);
      }}
    >
      {kind && kind.options.length > 1 ? (
        <LineSelect {...kind} className={styles['kind']} testId={`${testId}-kind`} />
      ) : null}
      <div className={styles['field']}>
        <input
          aria-labelledby={id}
          placeholder={label}
          value={value}
          {...ofPlan(value)}
          onChange={(event) => {
            undo.types();
            onChange(event.target.value);
          }}
          onKeyDown={undo.onKeyDown}
          style={{ flexBasis: `${label.length * LETTER_EM}em` }}
          data-testid={testId}
        />
        <span id={id} hidden>
          {label}
        </span>
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

/**
 * Until somebody types again, undo in the empty line takes back what was added. The browser would put the
 * words of the line back and leave what they became.
 */
function useUndoOfAdded(value: string) {
  const { undo } = useSession();
  const hasAdded = useRef(false);
  return {
    submits: (): void => {
      hasAdded.current ||= value.trim() !== '';
    },
    types: (): void => {
      hasAdded.current = false;
    },
    onKeyDown: (event: KeyboardEvent): void => {
      const command = hasAdded.current && value === '' ? undoCommand(event) : null;
      if (command) {
        event.preventDefault();
        undo[command.do]();
      }
    },
  };
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
    <Select
      aria-label={label}
      value={value}
      options={options}
      onChange={onChange}
      className={className}
      data-testid={testId}
    />
  );
}
