import { useState } from 'react';
import { endSecondFactor, renewRecoveryCodes } from '#shared/api/routes/auth.ts';
import { useApi, useT } from '../../app/context.ts';
import { useRequest } from '../../app/useRequest.ts';
import page from '../../home/Page.module.css';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/Field.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { RecoveryCodes } from '../RecoveryCodes.tsx';
import { SecondFactor } from '../SecondFactor.tsx';
import styles from '../SignIn.module.css';

interface FactorProps {
  has: boolean;
  onChanged: () => Promise<void>;
}

/** The second factor of the own account: to set up, to print codes anew, to take away. */
export function Factor({ has, onChanged }: FactorProps) {
  const t = useT();
  return (
    <section className={styles['form']} aria-labelledby="own-factor">
      <h2 id="own-factor" className={page['section']}>
        {t('accounts.factor.title')}
      </h2>
      {has ? (
        <FactorThere onChanged={onChanged} />
      ) : (
        <>
          <p>{t('accounts.factor.lead')}</p>
          <SecondFactor password={null} onDone={onChanged} />
        </>
      )}
    </section>
  );
}

function FactorThere({ onChanged }: Pick<FactorProps, 'onChanged'>) {
  const t = useT();
  const api = useApi();
  const { busy, error, run } = useRequest();
  const [password, setPassword] = useState('');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const renew = (): Promise<boolean> =>
    run(async () => setCodes((await api.call(renewRecoveryCodes, { body: { password } })).backupCodes));
  const end = async (): Promise<void> => {
    if (await run(() => api.call(endSecondFactor, { body: { password } }))) {
      await onChanged();
    }
  };
  if (codes) {
    return <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />;
  }
  return (
    <>
      <p>{t('accounts.state.factor')}</p>
      <TextField
        label={t('accounts.present_password')}
        hint={t('accounts.own.factor_hint')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <Trouble error={error} />
      <div className={styles['row']}>
        <Button busy={busy} onClick={renew}>
          {t('accounts.own.codes')}
        </Button>
        <Button busy={busy} onClick={end}>
          {t('accounts.own.factor_end')}
        </Button>
      </div>
    </>
  );
}
