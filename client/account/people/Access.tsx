import { type SubmitEvent, useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { ADMINISTRATOR } from '#shared/access/account-roles.ts';
import { enterAccount, lookAtAccountLink } from '#shared/api/routes/accounts.ts';
import type { Api } from '../../app/api.ts';
import { useApi, useStore, useT } from '../../app/context.ts';
import { Wait } from '../../app/Pages.tsx';
import { useTitle } from '../../app/title.ts';
import { useRequest } from '../../app/useRequest.ts';
import { useAnswer } from '../../home/useAnswer.ts';
import { tokenOfPage } from '../../lobby/token.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/Field.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { AccountFrame } from '../AccountFrame.tsx';
import { LinkOver } from '../LinkOver.tsx';
import { SecondFactor } from '../SecondFactor.tsx';
import styles from '../SignIn.module.css';

/** `/zugang#token`: somebody begins with their account, or begins again. */
export function Access() {
  const token = useStore(tokenOfPage('/zugang'));
  return token === null ? <LinkOver purpose="access" code={null} /> : <WithToken key={token} token={token} />;
}

function WithToken({ token }: { token: string }) {
  const look = useCallback((api: Api) => api.call(lookAtAccountLink, { body: { token } }), [token]);
  const { answer, ask } = useAnswer(look);
  const [password, setPassword] = useState<string | null>(null);
  if (answer.kind === 'waiting') {
    return <Wait />;
  }
  if (answer.kind === 'failed') {
    return (
      <LinkOver purpose="access" code={answer.error.code} message={answer.error.message} onAgain={ask} />
    );
  }
  const { name, email, role } = answer.value;
  return password === null ? (
    <PasswordStep token={token} name={name} email={email} onSet={setPassword} />
  ) : (
    <FactorStep password={password} mayWait={role !== ADMINISTRATOR} />
  );
}

interface PasswordStepProps {
  token: string;
  name: string;
  email: string;
  onSet: (password: string) => void;
}

function PasswordStep({ token, name, email, onSet }: PasswordStepProps) {
  const t = useT();
  useTitle(t('accounts.access.title'));
  const api = useApi();
  const { busy, error, run } = useRequest();
  const [password, setPassword] = useState('');

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (await run(() => api.call(enterAccount, { body: { token, password } }))) {
      onSet(password);
    }
  }

  return (
    <AccountFrame title={t('start.home.hello', { name })} lead={t('accounts.access.lead')}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <TextField label={t('start.email')} type="email" autoComplete="username" value={email} readOnly />
        <TextField
          label={t('accounts.new_password')}
          hint={t('accounts.password_hint')}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        <Trouble error={error} />
        <Button type="submit" variant="primary" size="big" busy={busy}>
          {t('accounts.access.go')}
        </Button>
      </form>
    </AccountFrame>
  );
}

function FactorStep({ password, mayWait }: { password: string; mayWait: boolean }) {
  const t = useT();
  useTitle(t('accounts.factor.title'));
  const [, go] = useLocation();
  const leave = (): void => go('/heute');
  return (
    <AccountFrame
      title={t('accounts.factor.title')}
      lead={t(mayWait ? 'accounts.factor.lead' : 'accounts.factor.lead_admin')}
      takeFocus
    >
      <SecondFactor password={password} onDone={leave} />
      {mayWait ? (
        <Button variant="ghost" onClick={leave}>
          {t('accounts.factor.later')}
        </Button>
      ) : null}
    </AccountFrame>
  );
}
