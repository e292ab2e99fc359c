import { type SubmitEvent, useRef, useState } from 'react';
import type { OfficeAnswer } from '#shared/api/account-answers.ts';
import { setUp } from '#shared/api/routes/accounts.ts';
import { type Api, ApiError } from '../app/api.ts';
import { useApi, useT } from '../app/context.ts';
import page from '../home/Page.module.css';
import { Button } from '../ui/controls/Button.tsx';
import { TextField } from '../ui/controls/Field.tsx';
import { Trouble } from '../ui/feedback/Trouble.tsx';
import { errorsOf, useFocusOnWrong } from './field-errors.ts';
import { keptForm } from './kept-form.ts';
import { OfficeFields } from './OfficeFields.tsx';
import styles from './SignIn.module.css';

interface SetUpFormProps {
  token: string;
  office: OfficeAnswer;
  /** The account is there, and signed in with this password. */
  onMade: (password: string) => void;
}

/** What was typed, and the token of the address, until both have done their work. */
export const keptSetup = keptForm('setup');

/** The office and its first administrator, on one page. What was typed stays over a reload, but no password. */
export function SetUpForm({ token, office, onMade }: SetUpFormProps) {
  const t = useT();
  const api = useApi();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Record<string, string>>(() => ({ ...office, ...keptSetup.read() }));
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  useFocusOnWrong(form, failure);
  const change = (field: string, typed: string): void => {
    const next = { ...values, [field]: typed };
    setValues(next);
    keptSetup.write({ ...next, token });
  };

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await send(api, token, values, password);
      keptSetup.forget();
      onMade(password);
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError('internal', t('ui.unexpected_answer')));
    } finally {
      setBusy(false);
    }
  }

  const wrong = failure ? errorsOf(failure, 'account.') : new Map<string, string>();
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate>
      <OfficeFields
        values={values}
        onChange={change}
        errors={failure ? errorsOf(failure, 'office.') : new Map()}
      />
      <fieldset className={styles['group']}>
        <legend className={page['section']}>{t('accounts.setup.you')}</legend>
        <p className={page['small']}>{t('accounts.setup.you_lead')}</p>
        <TextField
          label={t('accounts.name')}
          name="accountName"
          autoComplete="name"
          value={values['accountName'] ?? ''}
          onChange={({ target }) => change('accountName', target.value)}
          error={wrong.get('name') ?? null}
        />
        <TextField
          label={t('start.email')}
          name="accountEmail"
          type="email"
          autoComplete="username"
          value={values['accountEmail'] ?? ''}
          onChange={({ target }) => change('accountEmail', target.value)}
          error={wrong.get('email') ?? null}
        />
        <TextField
          label={t('accounts.new_password')}
          hint={t('accounts.password_hint')}
          name="password"
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
          error={wrong.get('password') ?? null}
        />
      </fieldset>
      <Trouble error={failure?.message ?? null} />
      <Button type="submit" variant="primary" size="big" busy={busy}>
        {t('accounts.setup.go')}
      </Button>
    </form>
  );
}

function send(
  api: Api,
  token: string,
  values: Readonly<Record<string, string>>,
  password: string,
): Promise<unknown> {
  const of = (field: string): string => values[field] ?? '';
  const office = {
    name: of('name'),
    address: of('address'),
    phone: of('phone'),
    email: of('email'),
    ombudsName: of('ombudsName'),
    ombudsPhone: of('ombudsPhone'),
    complaint: of('complaint'),
  };
  const account = { name: of('accountName'), email: of('accountEmail'), password };
  return api.call(setUp, { body: { token, office, account } });
}
