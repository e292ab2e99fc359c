import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { ADMINISTRATOR, sitsAtTables } from '#shared/access/account-roles.ts';
import type { OfficeAnswer, OwnAccount, StaffPerson } from '#shared/api/account-answers.ts';
import { loadAccount, loadOffice, loadPeople } from '#shared/api/routes/accounts.ts';
import type { Api } from '../app/api.ts';
import { useT } from '../app/context.ts';
import { Wait } from '../app/Pages.tsx';
import { useTitle } from '../app/title.ts';
import { NotLoaded } from '../home/NotLoaded.tsx';
import { type Answer, useAnswer } from '../home/useAnswer.ts';
import { AccountFrame } from './AccountFrame.tsx';
import { initialsOf } from './initials.ts';
import { OfficeForm } from './OfficeForm.tsx';
import { People } from './people/People.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { SignedIn } from './SignedIn.tsx';

interface Administered {
  account: OwnAccount;
  /** Null until this account may look: an administrator needs a second factor first. */
  office: OfficeAnswer | null;
  people: readonly StaffPerson[];
}

async function askAdministered(api: Api): Promise<Administered> {
  const account = await api.call(loadAccount);
  if (account.role !== ADMINISTRATOR || !account.secondFactor) {
    return { account, office: null, people: [] };
  }
  const [office, { people }] = await Promise.all([api.call(loadOffice), api.call(loadPeople)]);
  return { account, office, people };
}

/** `/verwaltung`: the office and its accounts. No contents of any case. */
export function Administration() {
  const [, go] = useLocation();
  const { answer, ask } = useAnswer(askAdministered);
  const elsewhere = elsewhereFor(answer);
  useEffect(() => {
    if (elsewhere !== null) {
      go(elsewhere, { replace: true });
    }
  }, [elsewhere, go]);
  if (answer.kind === 'waiting' || elsewhere !== null) {
    return <Wait />;
  }
  if (answer.kind === 'failed') {
    return <NotLoaded message={answer.error.message} onAgain={ask} />;
  }
  const { account, office, people } = answer.value;
  if (account.role !== ADMINISTRATOR) {
    return <NothingYet account={account} />;
  }
  return office ? (
    <AdministrationPage account={account} office={office} people={people} onChanged={ask} />
  ) : (
    <FactorFirst account={account} onDone={ask} />
  );
}

/** Where somebody belongs who has nothing to do here; null where this is their page. */
function elsewhereFor(answer: Answer<Administered>): string | null {
  if (answer.kind === 'failed') {
    return answer.error.code === 'unauthenticated' ? '/anmelden' : null;
  }
  return answer.kind === 'here' && sitsAtTables(answer.value.account.role) ? '/heute' : null;
}

interface AdministrationPageProps {
  account: OwnAccount;
  office: OfficeAnswer;
  people: readonly StaffPerson[];
  onChanged: () => Promise<void>;
}

function AdministrationPage({ account, office, people, onChanged }: AdministrationPageProps) {
  const t = useT();
  useTitle(t('accounts.admin.title'));
  return (
    <AccountFrame title={t('accounts.admin.title')} header={<Bar account={account} />} wide>
      <People people={people} onChanged={onChanged} />
      <OfficeForm office={office} />
    </AccountFrame>
  );
}

function FactorFirst({ account, onDone }: { account: OwnAccount; onDone: () => void }) {
  const t = useT();
  useTitle(t('accounts.factor.title'));
  return (
    <AccountFrame
      title={t('accounts.factor.title')}
      lead={t('accounts.factor.lead_admin')}
      header={<Bar account={account} />}
    >
      <SecondFactor password={null} onDone={onDone} />
    </AccountFrame>
  );
}

/** An account whose work has no page here: said, so that nobody looks for what is not there. */
function NothingYet({ account }: { account: OwnAccount }) {
  const t = useT();
  const title = t('start.home.hello', { name: account.name });
  useTitle(title);
  return (
    <AccountFrame title={title} header={<Bar account={account} />}>
      <p>{t('accounts.nothing_yet')}</p>
    </AccountFrame>
  );
}

function Bar({ account: { name } }: { account: OwnAccount }) {
  return <SignedIn account={{ name, initials: initialsOf(name) }} />;
}
