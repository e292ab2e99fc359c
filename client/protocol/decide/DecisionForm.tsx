import { useId } from 'react';
import type { PersonRef, VersionRef } from '#shared/api/view.ts';
import { DECISIONS, type Decision } from '#shared/protocol/decisions.ts';
import { useT } from '../../app/context.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { useOnePress } from '../../ui/useOnePress.ts';
import { ConfirmButton } from './ConfirmButton.tsx';
import { NameField, OwnSentence, ThinkUntil } from './DecisionFields.tsx';
import { type Said, takesRemark } from './decision.ts';
import { SaidCard } from './SaidCard.tsx';
import styles from './SignPage.module.css';
import { type OpenDecision, useDecision } from './useDecision.ts';

export interface DecisionFormProps {
  version: VersionRef;
  person: PersonRef;
  /** The own sentence to begin with: what was said to an earlier version. */
  remark?: string;
  /** Handed in; what was said. */
  onDone: (said: Said) => void;
}

/** Four answers of equal standing, the own sentence, and one way to confirm. */
export function DecisionForm({ version, person, remark = '', onDone }: DecisionFormProps) {
  const t = useT();
  const open = useDecision(version, remark, onDone);
  const { draft, said, missing, edit } = open;
  const { method } = draft;
  const press = useOnePress(true);
  return (
    <form
      className={styles['form']}
      noValidate
      // What is missing pushes the next button under the finger. Confirming without a name wants two presses.
      onClickCapture={method === 'name_getippt' ? press : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        if (method === 'name_getippt') {
          open.handIn();
        }
      }}
    >
      <Decisions value={draft.decision} onChange={(decision) => edit({ decision })} />
      {draft.decision === 'nicht_einverstanden' ? <p>{t('signing.not_agreeing')}</p> : null}
      {takesRemark(draft.decision) ? (
        <OwnSentence draft={draft} missing={missing} onChange={(remark) => edit({ remark })} />
      ) : null}
      {draft.decision === 'bedenkzeit' ? (
        <ThinkUntil draft={draft} missing={missing} onChange={(thinkUntil) => edit({ thinkUntil })} />
      ) : null}
      {said ? (
        <SaidCard title={t('signing.exact_title')} name={person.name} said={said} testId="protocol-exact" />
      ) : null}
      {missing === 'decision' ? <Notice announce="alert">{t('signing.missing_decision')}</Notice> : null}
      <Trouble error={open.error} />
      {method === 'name_getippt' ? <ByName name={person.name} open={open} /> : <ByConfirming open={open} />}
    </form>
  );
}

/** Confirmed by the typed name. */
function ByName({ name, open }: { name: string; open: OpenDecision }) {
  const t = useT();
  const { draft, missing, busy, edit } = open;
  return (
    <>
      <NameField
        name={name}
        value={draft.typedName}
        missing={missing}
        onChange={(typedName) => edit({ typedName })}
        onOther={() => edit({ method: 'bestaetigt' })}
      />
      <Button type="submit" variant="primary" size="big" wide busy={busy} data-testid="protocol-submit">
        {busy ? t('signing.sending') : t('signing.submit')}
      </Button>
    </>
  );
}

/** Confirmed by holding a button, for whoever would rather not type. */
function ByConfirming({ open }: { open: OpenDecision }) {
  return (
    <>
      <OtherMethod onClick={() => open.edit({ method: 'name_getippt' })} />
      <ConfirmButton busy={open.busy} onConfirm={open.handIn} />
    </>
  );
}

function Decisions({ value, onChange }: { value: Decision | null; onChange: (decision: Decision) => void }) {
  const t = useT();
  const name = useId();
  return (
    <div role="radiogroup" aria-labelledby="protocol-question" className={styles['decisions']}>
      {DECISIONS.map((decision) => (
        <label key={decision} className={cx(styles['decision'], decision === value && styles['chosen'])}>
          <input
            type="radio"
            id={decision === DECISIONS[0] ? 'protocol-first-decision' : undefined}
            name={name}
            value={decision}
            checked={decision === value}
            onChange={() => onChange(decision)}
            data-testid={`protocol-decision-${decision}`}
          />
          <span className={styles['radio']} aria-hidden="true" />
          {t(`signing.decision.${decision}`)}
        </label>
      ))}
    </div>
  );
}

function OtherMethod({ onClick }: { onClick: () => void }) {
  const t = useT();
  return (
    <p className={styles['other']}>
      {t('signing.rather_typing')}
      <button type="button" onClick={onClick} data-testid="protocol-method-name">
        {t('signing.type_name')}
      </button>
    </p>
  );
}
