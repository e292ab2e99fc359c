import { type SubmitEvent, useState } from 'react';
import { addPasskey, beginPasskey } from '#shared/api/routes/passkeys.ts';
import { ApiError } from '../../app/api.ts';
import { useApi, useT } from '../../app/context.ts';
import { useRequest } from '../../app/useRequest.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/Field.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { loadDevice } from '../passkeys/load-device.ts';
import { NoPasskey } from '../passkeys/no-passkey.ts';
import styles from '../SignIn.module.css';

/** A new passkey: the password once more, then whatever the device asks. */
export function AddPasskey({ onChanged }: { onChanged: () => Promise<void> }) {
  const t = useT();
  const api = useApi();
  const { busy, error, run } = useRequest();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);

  async function add(): Promise<void> {
    const device = await loadDevice();
    const question = await api.call(beginPasskey, { body: { password } });
    const made = await device.makePasskey(question).catch((failure: unknown) => {
      if (!(failure instanceof NoPasskey)) {
        throw failure;
      }
      throw new ApiError(
        'passkey_refused',
        t(failure.isKnown ? 'accounts.passkey.known' : 'accounts.passkey.not_made'),
      );
    });
    await api.call(addPasskey, { body: { name, ...made } });
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setDone(false);
    if (await run(add)) {
      setName('');
      setPassword('');
      setDone(true);
      await onChanged();
    }
  }

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <TextField
        label={t('accounts.passkey.name')}
        hint={t('accounts.passkey.name_hint')}
        autoComplete="off"
        maxLength={60}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <TextField
        label={t('accounts.present_password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <Trouble error={error} />
      <div className={styles['row']}>
        <Button type="submit" busy={busy}>
          {t('accounts.passkey.add')}
        </Button>
        <span role="status">{done ? t('accounts.passkey.added') : ''}</span>
      </div>
    </form>
  );
}
