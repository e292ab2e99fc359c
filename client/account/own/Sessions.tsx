import type { OwnSession } from '#shared/api/account-answers.ts';
import { endOtherSessions, endSession } from '#shared/api/routes/accounts.ts';
import { useApi, useLanguage, useT } from '../../app/context.ts';
import { dayOf, formatDay } from '../../app/format.ts';
import { useRequest } from '../../app/useRequest.ts';
import page from '../../home/Page.module.css';
import { Button } from '../../ui/controls/Button.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { useOnePress } from '../../ui/useOnePress.ts';
import people from '../people/People.module.css';
import styles from '../SignIn.module.css';

interface SessionsProps {
  sessions: readonly OwnSession[];
  onChanged: () => Promise<void>;
}

/** Where one is signed in, and the way to sign out there. */
export function Sessions({ sessions, onChanged }: SessionsProps) {
  const t = useT();
  const api = useApi();
  const { locale } = useLanguage();
  const { busy, error, run } = useRequest();
  const press = useOnePress();
  const end = async (request: () => Promise<unknown>): Promise<void> => {
    if (await run(request)) {
      await onChanged();
    }
  };
  return (
    <section className={styles['form']} aria-labelledby="own-sessions">
      <h2 id="own-sessions" className={page['section']}>
        {t('accounts.own.sessions')}
      </h2>
      <ul className={people['list']} onClickCapture={press}>
        {sessions.map(({ sessionId, browser, since, here }) => (
          <li key={sessionId} className={people['person']}>
            <p className={people['name']}>{browser === '' ? t('accounts.own.browser') : browser}</p>
            <p className={page['small']}>
              {t(here ? 'accounts.own.here' : 'accounts.own.since', {
                date: formatDay(dayOf(new Date(since)), locale),
              })}
            </p>
            {here ? null : (
              <div className={people['actions']}>
                <Button
                  size="small"
                  busy={busy}
                  onClick={() => end(() => api.call(endSession, { params: { sessionId } }))}
                >
                  {t('accounts.own.end')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Trouble error={error} />
      {sessions.length > 1 ? (
        <div className={styles['row']}>
          <Button busy={busy} onClick={() => end(() => api.call(endOtherSessions))}>
            {t('accounts.own.end_all')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
