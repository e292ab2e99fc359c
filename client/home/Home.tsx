import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { HomeAnswer, HomeMeeting } from '#shared/api/answers.ts';
import { enterMeeting, loadHome } from '#shared/api/routes/staff.ts';
import { SignedIn } from '../account/SignedIn.tsx';
import type { Api, ApiError } from '../app/api.ts';
import { useApi, useLanguage, useT } from '../app/context.ts';
import { languageChosen } from '../app/device/device-language.ts';
import { dayOf, formatDay } from '../app/format.ts';
import { Wait } from '../app/Pages.tsx';
import { useTitle } from '../app/title.ts';
import { Notice } from '../ui/feedback/Notice.tsx';
import { Lock } from '../ui/icons.ts';
import styles from './Home.module.css';
import { meetingAfter, sortMeetings } from './home-lists.ts';
import { MeetingRows } from './MeetingRows.tsx';
import { NotLoaded } from './NotLoaded.tsx';
import { Outside } from './Outside.tsx';
import page from './Page.module.css';
import { StartHeader } from './StartHeader.tsx';
import { TodayMeeting } from './TodayMeeting.tsx';
import { asApiError, useAnswer } from './useAnswer.ts';

const askHome = (api: Api): Promise<HomeAnswer> => api.call(loadHome);

/** Who is not signed in, and who has a page of another kind: accounts that sit at no table. */
const ELSEWHERE: Partial<Record<ApiError['code'], string>> = {
  unauthenticated: '/anmelden',
  forbidden: '/verwaltung',
};

/** `/heute`: the caseworker's home. Names and dates, no contents. */
export function Home() {
  const [, go] = useLocation();
  const { answer, ask } = useAnswer(askHome);
  useLookAgain(ask);
  const elsewhere = answer.kind === 'failed' ? ELSEWHERE[answer.error.code] : undefined;
  useEffect(() => {
    if (elsewhere) {
      go(elsewhere, { replace: true });
    }
  }, [elsewhere, go]);
  if (answer.kind === 'waiting' || elsewhere) {
    return <Wait />;
  }
  if (answer.kind === 'failed') {
    return <NotLoaded message={answer.error.message} onAgain={ask} />;
  }
  return <HomePage home={answer.value} onChanged={ask} />;
}

/** Whoever comes back to the page sees who waits by now. */
function useLookAgain(ask: () => Promise<void>): void {
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') {
        void ask();
      }
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [ask]);
}

function HomePage({ home, onChanged }: { home: HomeAnswer; onChanged: () => Promise<void> }) {
  const t = useT();
  useTitle(t('start.home.hello', { name: home.account.name }));
  const api = useApi();
  const { locale } = useLanguage();
  const [problem, setProblem] = useState('');
  const today = dayOf(new Date());
  const lists = sortMeetings(home.meetings, today);

  async function enter(meeting: HomeMeeting): Promise<void> {
    setProblem('');
    try {
      const { participationId } = await api.call(enterMeeting, {
        params: { meetingId: meeting.facts.id },
        body: { language: languageChosen() },
      });
      window.location.assign(`/p/${participationId}`);
    } catch (error) {
      setProblem(asApiError(error).message);
    }
  }

  return (
    <>
      <StartHeader>
        <SignedIn account={home.account} />
      </StartHeader>
      <main className={page['page']}>
        <p className={page['small']}>{formatDay(today, locale, 'weekday')}</p>
        <h1 className={page['title']}>
          {t('start.home.hello', { name: home.account.name.replaceAll(' ', '\u00a0') })}
        </h1>
        {problem === '' ? null : (
          <Notice tone="warn" announce="alert">
            {problem}
          </Notice>
        )}
        <Outside meetings={home.meetings} onEnter={enter} />
        {lists.today.length === 0 ? <p className={page['lead']}>{t('start.home.nothing_today')}</p> : null}
        {lists.today.map((meeting) => (
          <TodayMeeting
            key={meeting.facts.id}
            meeting={meeting}
            next={meetingAfter(meeting, home.meetings)}
            onEnter={enter}
            onChanged={onChanged}
          />
        ))}
        <div className={styles['homeLists']}>
          <MeetingRows title={t('start.home.coming')} meetings={lists.coming} onEnter={enter} />
          <MeetingRows title={t('start.home.signing')} meetings={lists.signing} onEnter={enter} />
          <MeetingRows title={t('start.home.past')} meetings={lists.past} onEnter={enter} />
        </div>
        <p className={styles['privacy']}>
          <Lock />
          {t('start.home.no_contents')}
        </p>
      </main>
    </>
  );
}
