import { useState } from 'react';
import type { StaffPerson } from '#shared/api/account-answers.ts';
import { changeRole, deactivate, makeAccountLink, reactivate } from '#shared/api/routes/accounts.ts';
import { useApi, useLanguage, useT } from '../../app/context.ts';
import { dayOf, formatDay } from '../../app/format.ts';
import { useRequest } from '../../app/useRequest.ts';
import page from '../../home/Page.module.css';
import { Button } from '../../ui/controls/Button.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { Question } from '../../ui/overlays/Question.tsx';
import { LinkOnce } from './LinkOnce.tsx';
import styles from './People.module.css';
import { RoleField } from './RoleField.tsx';

interface PersonRowProps {
  person: StaffPerson;
  onChanged: () => Promise<void>;
}

/** One account: who it is, and for others than oneself what can be done about it. */
export function PersonRow({ person, onChanged }: PersonRowProps) {
  const t = useT();
  return (
    <li className={styles['person']}>
      <div>
        <p className={styles['name']}>
          {person.self ? t('accounts.people.self', { name: person.name }) : person.name}
        </p>
        <p className={page['small']}>
          {person.email}, {t(`accounts.role.${person.role}`)}
        </p>
        <p className={page['small']}>
          <Standing person={person} />
        </p>
      </div>
      {person.self ? null : <Actions person={person} onChanged={onChanged} />}
    </li>
  );
}

function Standing({ person: { state, secondFactor, linkUntil } }: { person: StaffPerson }) {
  const t = useT();
  const { locale } = useLanguage();
  const until = linkUntil === null ? null : formatDay(dayOf(new Date(linkUntil)), locale);
  return (
    <>
      {t(`accounts.state.${state}`)}
      {state === 'active'
        ? ` ${t(secondFactor ? 'accounts.state.factor' : 'accounts.state.no_factor')}`
        : null}
      {until === null ? null : ` ${t('accounts.state.link', { date: until })}`}
    </>
  );
}

function Actions({ person, onChanged }: PersonRowProps) {
  const t = useT();
  const api = useApi();
  const { busy, error, run, clear } = useRequest();
  const [url, setUrl] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const { accountId, name, state, role } = person;
  // Arrow keys walk through the roles: nothing changes before the button is pressed.
  const [wanted, setWanted] = useState(role);
  const params = { accountId };
  const change = async (request: () => Promise<unknown>): Promise<void> => {
    if (await run(request)) {
      setAsking(false);
      await onChanged();
    }
  };

  if (state === 'deactivated') {
    return (
      <>
        <Trouble error={error} />
        <div className={styles['actions']}>
          <Button size="small" busy={busy} onClick={() => change(() => api.call(reactivate, { params }))}>
            {t('accounts.people.open')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <RoleField label={t('accounts.people.role_of', { name })} value={wanted} onChange={setWanted} />
      {asking ? null : <Trouble error={error} />}
      <div className={styles['actions']}>
        {wanted === role ? null : (
          <Button
            size="small"
            busy={busy}
            onClick={() => change(() => api.call(changeRole, { params, body: { role: wanted } }))}
          >
            {t('accounts.people.role_go')}
          </Button>
        )}
        <Button
          size="small"
          busy={busy}
          onClick={() => change(async () => setUrl((await api.call(makeAccountLink, { params })).url))}
        >
          {t(state === 'invited' ? 'accounts.people.invite_again' : 'accounts.people.reset')}
        </Button>
        <Button size="small" onClick={() => setAsking(true)}>
          {t('accounts.people.close')}
        </Button>
      </div>
      <LinkOnce name={name} url={url} onClose={() => setUrl(null)} />
      <Question
        open={asking}
        onClose={() => {
          setAsking(false);
          clear();
        }}
        title={t('accounts.people.close_title', { name })}
        no={t('accounts.people.close_no')}
        yes={t('accounts.people.close')}
        onYes={() => change(() => api.call(deactivate, { params }))}
        busy={busy}
        error={error}
        testIds={{ no: 'close-no', yes: 'close-yes' }}
      >
        {t('accounts.people.close_text')}
      </Question>
    </>
  );
}
