import { type SubmitEvent, useRef, useState } from 'react';
import type { OfficeAnswer } from '#shared/api/account-answers.ts';
import { changeOffice } from '#shared/api/routes/accounts.ts';
import type { ApiError } from '../app/api.ts';
import { useApi, useT } from '../app/context.ts';
import { asApiError } from '../home/useAnswer.ts';
import { Button } from '../ui/controls/Button.tsx';
import { Trouble } from '../ui/feedback/Trouble.tsx';
import { errorsOf, useFocusOnWrong } from './field-errors.ts';
import { keptForm } from './kept-form.ts';
import { OfficeFields } from './OfficeFields.tsx';
import styles from './SignIn.module.css';

const kept = keptForm('office');

/** Corrects what families and colleagues are told about the office. */
export function OfficeForm({ office }: { office: OfficeAnswer }) {
  const t = useT();
  const api = useApi();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<OfficeAnswer>(() => ({ ...office, ...kept.read() }));
  const [state, setState] = useState<'idle' | 'busy' | 'saved'>('idle');
  const [failure, setFailure] = useState<ApiError | null>(null);
  useFocusOnWrong(form, failure);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setState('busy');
    setFailure(null);
    try {
      await api.call(changeOffice, { body: values });
      kept.forget();
      setState('saved');
    } catch (error) {
      setFailure(asApiError(error));
      setState('idle');
    }
  }

  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate>
      <OfficeFields
        values={{ ...values }}
        onChange={(field, typed) => {
          const next = { ...values, [field]: typed };
          setValues(next);
          kept.write(next);
          setState('idle');
        }}
        errors={failure ? errorsOf(failure) : new Map()}
      />
      <Trouble error={failure?.message ?? null} />
      <div className={styles['row']}>
        <Button type="submit" busy={state === 'busy'}>
          {t('accounts.save')}
        </Button>
        <span role="status">{state === 'saved' ? t('accounts.saved') : ''}</span>
      </div>
    </form>
  );
}
