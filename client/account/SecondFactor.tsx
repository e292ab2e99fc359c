import { type SubmitEvent, useState } from 'react';
import { beginSecondFactor } from '#shared/api/routes/auth.ts';
import { useApi, useT } from '../app/context.ts';
import { useRequest } from '../app/useRequest.ts';
import { Button } from '../ui/controls/Button.tsx';
import { TextField } from '../ui/controls/Field.tsx';
import { Trouble } from '../ui/feedback/Trouble.tsx';
import { FactorCode } from './FactorCode.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import styles from './SignIn.module.css';

interface SecondFactorProps {
  /** Where this page has just heard it; else it is asked for. */
  password: string | null;
  onDone: () => void;
}

interface Begun {
  totpUri: string;
  recoveryCodes: string[];
}

/** Sets up a second factor: the password, a code for the app to scan, its first code, codes to print. */
export function SecondFactor({ password: heard, onDone }: SecondFactorProps) {
  const t = useT();
  const api = useApi();
  const { busy, error, run } = useRequest();
  const [password, setPassword] = useState('');
  const [begun, setBegun] = useState<Begun | null>(null);
  const [proven, setProven] = useState(false);

  async function begin(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await run(async () => {
      const body = { password: heard ?? password };
      const { totpURI, backupCodes } = await api.call(beginSecondFactor, { body });
      setBegun({ totpUri: totpURI, recoveryCodes: backupCodes });
    });
  }

  if (begun && proven) {
    return <RecoveryCodes codes={begun.recoveryCodes} onDone={onDone} />;
  }
  if (begun) {
    return <FactorCode totpUri={begun.totpUri} onProven={() => setProven(true)} />;
  }
  return (
    <form className={styles['form']} onSubmit={begin} noValidate>
      <p>{t('accounts.factor.app')}</p>
      {heard === null ? (
        <TextField
          label={t('accounts.present_password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
      ) : null}
      <Trouble error={error} />
      <Button type="submit" variant="primary" busy={busy}>
        {t('accounts.factor.begin')}
      </Button>
    </form>
  );
}
