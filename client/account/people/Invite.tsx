import { type SubmitEvent, useRef, useState } from 'react';
import type { AccountRole } from '#shared/access/account-roles.ts';
import { invite } from '#shared/api/routes/accounts.ts';
import type { ApiError } from '../../app/api.ts';
import { useApi, useT } from '../../app/context.ts';
import page from '../../home/Page.module.css';
import { asApiError } from '../../home/useAnswer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/Field.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { errorsOf, useFocusOnWrong } from '../field-errors.ts';
import { keptForm } from '../kept-form.ts';
import { LinkOnce } from './LinkOnce.tsx';
import styles from './People.module.css';
import { RoleField } from './RoleField.tsx';

const kept = keptForm('invite');

/** Asks a colleague in: name, e-mail as the name to sign in with, role; the link is shown once. */
export function Invite({ onChanged }: { onChanged: () => Promise<void> }) {
  const t = useT();
  const api = useApi();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(() => kept.read());
  const [role, setRole] = useState<AccountRole>('fachkraft_jugendamt');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  useFocusOnWrong(form, failure);
  const [made, setMade] = useState<{ name: string; url: string } | null>(null);
  const { name = '', email = '' } = values;
  const change = (next: Record<string, string>): void => {
    setValues({ ...values, ...next });
    kept.write({ ...values, ...next });
  };

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      const { url } = await api.call(invite, { body: { name, email, role } });
      setMade({ name, url });
      setValues({});
      kept.forget();
      await onChanged();
    } catch (error) {
      setFailure(asApiError(error));
    } finally {
      setBusy(false);
    }
  }

  const wrong = failure ? errorsOf(failure) : new Map<string, string>();
  return (
    <form ref={form} className={styles['invite']} onSubmit={submit} noValidate>
      <h3 className={page['section']}>{t('accounts.invite.title')}</h3>
      <TextField
        label={t('accounts.name')}
        name="name"
        autoComplete="off"
        value={name}
        onChange={({ target }) => change({ name: target.value })}
        error={wrong.get('name') ?? null}
      />
      <TextField
        label={t('start.email')}
        hint={t('accounts.invite.email_hint')}
        name="email"
        type="email"
        autoComplete="off"
        value={email}
        onChange={({ target }) => change({ email: target.value })}
        error={wrong.get('email') ?? null}
      />
      <RoleField label={t('accounts.people.role')} value={role} onChange={setRole} />
      <Trouble error={failure?.message ?? null} />
      <Button type="submit" busy={busy}>
        {t('accounts.invite.go')}
      </Button>
      <LinkOnce name={made?.name ?? ''} url={made?.url ?? null} onClose={() => setMade(null)} />
    </form>
  );
}
