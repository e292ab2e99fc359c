import { type SubmitEvent, useState } from 'react';
import { giveCode, giveRecoveryCode } from '#shared/api/routes/auth.ts';
import type { ApiError } from '../app/api.ts';
import { useApi, useT } from '../app/context.ts';
import { useTitle } from '../app/title.ts';
import { messageOf } from '../app/useRequest.ts';
import { asApiError } from '../home/useAnswer.ts';
import { Button } from '../ui/controls/Button.tsx';
import { TextField } from '../ui/controls/Field.tsx';
import { Trouble } from '../ui/feedback/Trouble.tsx';
import { AccountFrame } from './AccountFrame.tsx';
import styles from './SignIn.module.css';

interface SignInCodeProps {
  onDone: () => void;
  /** Back to e-mail and password. */
  onOver: () => void;
}

type Way = 'app' | 'printed';

/** After the password: the code of the app, or one of the printed ones. */
export function SignInCode({ onDone, onOver }: SignInCodeProps) {
  const t = useT();
  useTitle(t('accounts.code.title'));
  const api = useApi();
  const [way, setWay] = useState<Way>('app');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await (way === 'app'
        ? api.call(giveCode, { body: { code } })
        : api.call(giveRecoveryCode, { body: { code } }));
      onDone();
    } catch (error) {
      setFailure(asApiError(error));
      setBusy(false);
    }
  }

  function take(other: Way): void {
    setWay(other);
    setCode('');
    setFailure(null);
  }

  return (
    <AccountFrame title={t('accounts.code.title')} lead={t(`accounts.code.lead_${way}`)} takeFocus>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <TextField
          key={way}
          label={t(`accounts.code.label_${way}`)}
          name="code"
          inputMode={way === 'app' ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
        <Trouble error={failure && messageOf(failure, t)} />
        {failure?.code === 'sign_in_over' ? (
          <Button variant="primary" size="big" onClick={onOver}>
            {t('accounts.code.again')}
          </Button>
        ) : (
          <Button type="submit" variant="primary" size="big" busy={busy}>
            {t('start.sign_in')}
          </Button>
        )}
        <Button variant="ghost" onClick={() => take(way === 'app' ? 'printed' : 'app')}>
          {t(way === 'app' ? 'accounts.code.use_printed' : 'accounts.code.use_app')}
        </Button>
      </form>
    </AccountFrame>
  );
}
