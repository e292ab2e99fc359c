import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import type { OfficeAnswer } from '#shared/api/account-answers.ts';
import { lookAtSetup } from '#shared/api/routes/accounts.ts';
import type { Api } from '../app/api.ts';
import { useStore, useT } from '../app/context.ts';
import { Wait } from '../app/Pages.tsx';
import { useTitle } from '../app/title.ts';
import { useAnswer } from '../home/useAnswer.ts';
import { tokenOfPage } from '../lobby/token.ts';
import { AccountFrame } from './AccountFrame.tsx';
import { LinkOver } from './LinkOver.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { keptSetup, SetUpForm } from './SetUpForm.tsx';

/** `/einrichten#token`: the first page of an office, behind the address that the first start prints. */
export function SetUp() {
  const given = useStore(tokenOfPage('/einrichten'));
  // Over a reload it is kept with what was typed, until the office is set up.
  const [kept] = useState(() => keptSetup.read()['token'] ?? null);
  const token = given ?? kept;
  return token === null ? <LinkOver purpose="setup" code={null} /> : <WithToken key={token} token={token} />;
}

function WithToken({ token }: { token: string }) {
  const look = useCallback((api: Api) => api.call(lookAtSetup, { body: { token } }), [token]);
  const { answer, ask } = useAnswer(look);
  // The account is made: the address has done its work, and the password is known to this page alone.
  const [password, setPassword] = useState<string | null>(null);
  if (password !== null) {
    return <FactorStep password={password} />;
  }
  if (answer.kind === 'waiting') {
    return <Wait />;
  }
  if (answer.kind === 'failed') {
    return <LinkOver purpose="setup" code={answer.error.code} message={answer.error.message} onAgain={ask} />;
  }
  return <Steps token={token} office={answer.value} onMade={setPassword} />;
}

interface StepsProps {
  token: string;
  office: OfficeAnswer;
  onMade: (password: string) => void;
}

function Steps({ token, office, onMade }: StepsProps) {
  const t = useT();
  useTitle(t('accounts.setup.title'));
  return (
    <AccountFrame title={t('accounts.setup.title')} lead={t('accounts.setup.lead')} wide>
      <SetUpForm token={token} office={office} onMade={onMade} />
    </AccountFrame>
  );
}

function FactorStep({ password }: { password: string }) {
  const t = useT();
  const [, go] = useLocation();
  useTitle(t('accounts.factor.title'));
  return (
    <AccountFrame title={t('accounts.factor.title')} lead={t('accounts.factor.lead_admin')} takeFocus>
      <SecondFactor password={password} onDone={() => go('/verwaltung')} />
    </AccountFrame>
  );
}
