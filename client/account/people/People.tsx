import type { StaffPerson } from '#shared/api/account-answers.ts';
import { useT } from '../../app/context.ts';
import page from '../../home/Page.module.css';
import { Invite } from './Invite.tsx';
import styles from './People.module.css';
import { PersonRow } from './PersonRow.tsx';

interface PeopleProps {
  people: readonly StaffPerson[];
  onChanged: () => Promise<void>;
}

/** Everybody who has an account, and the way to ask somebody in. */
export function People({ people, onChanged }: PeopleProps) {
  const t = useT();
  return (
    <section className={styles['people']} aria-labelledby="accounts-people">
      <h2 id="accounts-people" className={page['section']}>
        {t('accounts.people.title')}
      </h2>
      <ul className={styles['list']}>
        {people.map((person) => (
          <PersonRow key={person.accountId} person={person} onChanged={onChanged} />
        ))}
      </ul>
      <Invite onChanged={onChanged} />
    </section>
  );
}
