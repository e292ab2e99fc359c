import { type SubmitEvent, useState } from 'react';
import { giveCode } from '#shared/api/routes/auth.ts';
import { useApi, useT } from '../app/context.ts';
import { useRequest } from '../app/useRequest.ts';
import page from '../home/Page.module.css';
import { Button } from '../ui/controls/Button.tsx';
import { TextField } from '../ui/controls/Field.tsx';
import { QrCode } from '../ui/display/QrCode.tsx';
import { Trouble } from '../ui/feedback/Trouble.tsx';
import { PageHeading } from '../ui/text/PageHeading.tsx';
import styles from './SignIn.module.css';

/** The code that the app scans, drawn on this device, and the first one that it shows in return. */
export function FactorCode({ totpUri, onProven }: { totpUri: string; onProven: () => void }) {
  const t = useT();
  const api = useApi();
  const { busy, error, run } = useRequest();
  const [code, setCode] = useState('');

  async function prove(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (await run(() => api.call(giveCode, { body: { code } }))) {
      onProven();
    }
  }

  return (
    <form className={styles['form']} onSubmit={prove} noValidate>
      <PageHeading level={2}>{t('accounts.factor.scan')}</PageHeading>
      <div className={styles['scan']}>
        <QrCode big text={totpUri} label={t('accounts.factor.scan_label')} />
        <div>
          <p className={page['small']}>{t('accounts.factor.by_hand')}</p>
          <p className={styles['secret']} data-testid="factor-secret">
            {secretOf(totpUri)}
          </p>
        </div>
      </div>
      <TextField
        label={t('accounts.factor.code')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <Trouble error={error} />
      <Button type="submit" variant="primary" busy={busy}>
        {t('accounts.factor.prove')}
      </Button>
    </form>
  );
}

/** The secret in groups of four, for who has no camera. */
function secretOf(totpUri: string): string {
  const secret = URL.parse(totpUri)?.searchParams.get('secret') ?? '';
  return (secret.replace(/=+$/, '').match(/.{1,4}/g) ?? []).join(' ');
}
