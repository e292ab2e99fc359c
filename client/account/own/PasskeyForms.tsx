import { type ReactNode, type SubmitEvent, useState } from 'react';
import type { OwnPasskey } from '#shared/api/passkey-answers.ts';
import { removePasskey, renamePasskey } from '#shared/api/routes/passkeys.ts';
import { useApi, useT } from '../../app/context.ts';
import { useRequest } from '../../app/useRequest.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/Field.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import styles from '../SignIn.module.css';

interface PasskeyFormProps {
  passkey: OwnPasskey;
  onClose: () => void;
  onChanged: () => Promise<void>;
}

/** Asks for another name. */
export function RenamePasskey({ passkey: { passkeyId, name }, ...rest }: PasskeyFormProps) {
  const t = useT();
  const api = useApi();
  const [typed, setTyped] = useState(name);
  return (
    <Asking
      {...rest}
      title={t('accounts.passkey.rename_title', { name })}
      no={t('accounts.passkey.rename_no')}
      yes={t('accounts.save')}
      ask={() => api.call(renamePasskey, { params: { passkeyId }, body: { name: typed } })}
    >
      <TextField
        label={t('accounts.passkey.name')}
        autoFocus
        autoComplete="off"
        maxLength={60}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </Asking>
  );
}

/** Says what taking it away does, and asks for the password. */
export function RemovePasskey({ passkey: { passkeyId, name }, ...rest }: PasskeyFormProps) {
  const t = useT();
  const api = useApi();
  const [password, setPassword] = useState('');
  return (
    <Asking
      {...rest}
      title={t('accounts.passkey.remove_title', { name })}
      no={t('accounts.passkey.remove_no')}
      yes={t('accounts.passkey.remove')}
      ask={() => api.call(removePasskey, { params: { passkeyId }, body: { password } })}
    >
      <p>{t('accounts.passkey.remove_text')}</p>
      <TextField
        label={t('accounts.present_password')}
        type="password"
        autoFocus
        autoComplete="current-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
    </Asking>
  );
}

interface AskingProps extends Omit<PasskeyFormProps, 'passkey'> {
  title: string;
  no: string;
  yes: string;
  ask: () => Promise<unknown>;
  children: ReactNode;
}

/** A form in the place of the passkey's buttons; the one that does nothing comes first. */
function Asking({ onClose, onChanged, title, no, yes, ask, children }: AskingProps) {
  const { busy, error, run } = useRequest();
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (await run(ask)) {
      onClose();
      await onChanged();
    }
  }
  return (
    <form className={styles['form']} onSubmit={submit} aria-label={title} noValidate>
      {children}
      <Trouble error={error} />
      <div className={styles['row']}>
        <Button onClick={onClose}>{no}</Button>
        <Button type="submit" busy={busy}>
          {yes}
        </Button>
      </div>
    </form>
  );
}
