import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { OwnAccount, OwnSession } from '#shared/api/account-answers.ts';
import type { OwnPasskey } from '#shared/api/passkey-answers.ts';
import { loadAccount, loadSessions } from '#shared/api/routes/accounts.ts';
import { loadPasskeys } from '#shared/api/routes/passkeys.ts';
import type { Api } from '../../app/api.ts';
import { useT } from '../../app/context.ts';
import { Wait } from '../../app/Pages.tsx';
import { useTitle } from '../../app/title.ts';
import { NotLoaded } from '../../home/NotLoaded.tsx';
import page from '../../home/Page.module.css';
import { useAnswer } from '../../home/useAnswer.ts';
import { AccountFrame } from '../AccountFrame.tsx';
import { initialsOf } from '../initials.ts';
import { SignedIn } from '../SignedIn.tsx';
import { Factor } from './Factor.tsx';
import { Passkeys } from './Passkeys.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { Sessions } from './Sessions.tsx';

interface Own {
  account: OwnAccount;
  sessions: readonly OwnSession[];
  passkeys: readonly OwnPasskey[];
}

async function askOwn(api: Api): Promise<Own> {
  const [account, { sessions }, { passkeys }] = await Promise.all([
    api.call(loadAccount),
    api.call(loadSessions),
    api.call(loadPasskeys),
  ]);
  return { account, sessions, passkeys };
}

/** `/konto`: second factor, passkeys, password, and where one is signed in. */
export function OwnAccountPage() {
  const t = useT();
  useTitle(t('accounts.own.title'));
  const [, go] = useLocation();
  const { answer, ask } = useAnswer(askOwn);
  const signedOut = answer.kind === 'failed' && answer.error.code === 'unauthenticated';
  useEffect(() => {
    if (signedOut) {
      go('/anmelden', { replace: true });
    }
  }, [signedOut, go]);
  if (answer.kind === 'waiting' || signedOut) {
    return <Wait />;
  }
  if (answer.kind === 'failed') {
    return <NotLoaded message={answer.error.message} onAgain={ask} />;
  }
  const { account, sessions, passkeys } = answer.value;
  const bar = <SignedIn account={{ name: account.name, initials: initialsOf(account.name) }} />;
  return (
    <AccountFrame title={t('accounts.own.title')} header={bar} wide>
      <p className={page['small']}>
        {account.name}, {account.email}, {t(`accounts.role.${account.role}`)}
      </p>
      <Factor has={account.authenticator} onChanged={ask} />
      <Passkeys passkeys={passkeys} hasFactor={account.secondFactor} onChanged={ask} />
      <PasswordForm onChanged={ask} />
      <Sessions sessions={sessions} onChanged={ask} />
    </AccountFrame>
  );
}
