import { useId, useState } from 'react';
import type { SignOffRequest } from '#shared/api/requests.ts';
import { signOff } from '#shared/api/routes/protocol.ts';
import type { PersonRef, VersionRef } from '#shared/api/view.ts';
import { DECISIONS, type Decision, type SignoffMethod } from '#shared/protocol/decisions.ts';
import { useApi, useT, useView } from '../../app/context.ts';
import { useRequest } from '../../app/useRequest.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { ConfirmButton } from './ConfirmButton.tsx';
import { NameField, OwnSentence, ThinkUntil } from './DecisionFields.tsx';
import { type Missing, missingIn, type Said, saidIn, takesRemark } from './decision.ts';
import type { Draft } from './drafts.ts';
import { SaidCard } from './SaidCard.tsx';
import styles from './SignPage.module.css';
import { useDraft } from './useDraft.ts';

export interface DecisionFormProps {
  version: VersionRef;
  person: PersonRef;
  /** Handed in; what was said. */
  onDone: (said: Said) => void;
}

/** Four answers of equal standing, the own sentence, and one way to confirm. */
export function DecisionForm({ version, person, onDone }: DecisionFormProps) {
  const t = useT();
  const view = useView();
  const api = useApi();
  const { draft, change, forget } = useDraft(version);
  const [method, setMethod] = useState<SignoffMethod>('name_getippt');
  const [typedName, setTypedName] = useState('');
  const [missing, setMissing] = useState<Missing | null>(null);
  const { busy, error, run, clear } = useRequest();

  const said = saidIn(draft);

  const handIn = async () => {
    if (busy) {
      return;
    }
    const gap = missingIn(draft, method, typedName);
    setMissing(gap);
    if (gap || !said) {
      focusOn(gap ?? 'decision');
      return;
    }
    const body = requestOf(version, said, method, typedName);
    const params = { participationId: view.me.participationId, versionId: version.id };
    if (await run(() => api.call(signOff, { params, body }))) {
      forget();
      onDone(said);
    }
  };
  /** What was wrong is about what stood there before. */
  const fresh = () => {
    setMissing(null);
    clear();
  };
  const edit = (part: Partial<Draft>) => {
    fresh();
    change(part);
  };
  const use = (next: SignoffMethod) => {
    fresh();
    setMethod(next);
  };
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (method === 'name_getippt') {
          void handIn();
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
      <Trouble error={error} />
      {method === 'name_getippt' ? (
        <NameField
          name={person.name}
          value={typedName}
          missing={missing}
          onChange={(name) => {
            fresh();
            setTypedName(name);
          }}
          onOther={() => use('bestaetigt')}
        />
      ) : (
        <OtherMethod onClick={() => use('name_getippt')} />
      )}
      {method === 'name_getippt' ? (
        <Button type="submit" variant="primary" size="big" wide busy={busy} data-testid="protocol-submit">
          {busy ? t('signing.sending') : t('signing.submit')}
        </Button>
      ) : (
        <ConfirmButton busy={busy} onConfirm={() => void handIn()} />
      )}
    </form>
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

function requestOf(
  version: VersionRef,
  said: Said,
  method: SignoffMethod,
  typedName: string,
): SignOffRequest {
  return {
    sha256: version.sha256,
    decision: said.decision,
    method,
    ...(said.remark ? { remark: said.remark } : {}),
    ...(said.thinkUntil ? { thinkUntil: said.thinkUntil } : {}),
    ...(method === 'name_getippt' ? { typedName: typedName.trim() } : {}),
  };
}

/** Takes the person to what is missing. */
function focusOn(gap: Missing): void {
  const id = gap === 'decision' ? 'protocol-first-decision' : null;
  const target = id
    ? document.getElementById(id)
    : document.querySelector<HTMLElement>(`[data-missing="${gap}"]`);
  target?.focus();
}
