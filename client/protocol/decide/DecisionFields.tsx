import { REMARK_CHARS } from '#shared/protocol/decisions.ts';
import { useT } from '../../app/context.ts';
import { DateField } from '../../plan/fields/ValueField.tsx';
import { ANSWER_DAY } from '../../session/pending/drafts.ts';
import { TextArea, TextField } from '../../ui/controls/Field.tsx';
import type { Missing } from './decision.ts';
import type { Draft } from './drafts.ts';
import styles from './SignPage.module.css';

interface FieldProps {
  draft: Draft;
  missing: Missing | null;
  onChange: (value: string) => void;
}

/** From here on the remaining room is told. */
const NEARLY_FULL = 200;

/** The own sentence, as long as a person needs it. */
export function OwnSentence({ draft, missing, onChange }: FieldProps) {
  const t = useT();
  const left = REMARK_CHARS - draft.remark.length;
  const wrongWords = left < 0 ? t('signing.remark_long', { count: -left }) : t('signing.missing_remark');
  const required = draft.decision === 'mit_anmerkung';
  return (
    <div className={styles['own']}>
      <TextArea
        label={t(required ? 'signing.remark_label' : 'signing.reason_label')}
        value={draft.remark}
        required={required}
        hint={
          left <= NEARLY_FULL
            ? t(left < 0 ? 'signing.remark_long' : 'signing.remark_left', { count: Math.abs(left) })
            : undefined
        }
        error={missing === 'remark' ? wrongWords : null}
        onChange={(event) => onChange(event.target.value)}
        data-missing="remark"
        data-testid="protocol-remark"
      />
    </div>
  );
}

/** Until when somebody thinks. */
export function ThinkUntil({ draft, missing, onChange }: FieldProps) {
  const t = useT();
  return (
    <div className={styles['own']}>
      <div className={styles['narrow']} data-missing="date">
        <DateField
          name={ANSWER_DAY}
          label={t('signing.think_label')}
          value={draft.thinkUntil === '' ? null : draft.thinkUntil}
          error={missing === 'date' ? t('signing.missing_date') : null}
          onChange={(day) => onChange(day ?? '')}
          testId="protocol-think-until"
        />
      </div>
      <p className={styles['small']}>{t('signing.think_hint')}</p>
    </div>
  );
}

export interface NameFieldProps {
  /** The name as it is said at the table; an example of what to type. */
  name: string;
  value: string;
  missing: Missing | null;
  onChange: (value: string) => void;
  /** The person would rather not type. */
  onOther: () => void;
}

/** Confirming by typing the own name. */
export function NameField({ name, value, missing, onChange, onOther }: NameFieldProps) {
  const t = useT();
  return (
    <div className={styles['confirm']}>
      <TextField
        label={t('signing.name_label')}
        value={value}
        hint={t('signing.name_hint', { name })}
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        error={missing === 'name' ? t('signing.missing_name') : null}
        onChange={(event) => onChange(event.target.value)}
        data-missing="name"
        data-testid="protocol-name"
      />
      <p className={styles['other']}>
        {t('signing.rather_no_typing')}
        <button type="button" onClick={onOther} data-testid="protocol-method-confirm">
          {t('signing.only_confirm')}
        </button>
      </p>
    </div>
  );
}
