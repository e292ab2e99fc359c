import { type SubmitEvent, useState } from 'react';
import { changePassword } from '#shared/api/routes/accounts.ts';
import { useApi, useT } from '../../app/context.ts';
import { useRequest } from '../../app/useRequest.ts';
import page from '../../home/Page.module.css';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/Field.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import styles from '../SignIn.module.css';

/** Another password; what was typed stays where it did not work. */
export function PasswordForm({ onChanged }: { onChanged: () => Promise<void> }) {
  const t = useT();
  const api = useApi();
  const { busy, error, run } = useRequest();
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [done, setDone] = useState(false);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setDone(false);
    if (await run(() => api.call(changePassword, { body: { password, newPassword } }))) {
      setPassword('');
      setNewPassword('');
      setDone(true);
      await onChanged();
    }
  }

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <h2 className={page['section']}>{t('accounts.own.password')}</h2>
      <TextField
        label={t('accounts.present_password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <TextField
        label={t('accounts.new_password')}
        hint={t('accounts.password_hint')}
        type="password"
        autoComplete="new-password"
        value={newPassword}
        onChange={({ target }) => setNewPassword(target.value)}
      />
      <Trouble error={error} />
      <div className={styles['row']}>
        <Button type="submit" busy={busy}>
          {t('accounts.own.password')}
        </Button>
        <span role="status">{done ? t('accounts.own.password_done') : ''}</span>
      </div>
    </form>
  );
}
