import type { HomeMeeting, HomeWaiting } from '#shared/api/answers.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { useLanguage, useT } from '../app/context.ts';
import { dayOf, formatDay, formatList, formatTime } from '../app/format.ts';
import { Button } from '../ui/controls/Button.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { ArrowRight } from '../ui/icons.ts';
import styles from './Outside.module.css';

export interface OutsideProps {
  meetings: readonly HomeMeeting[];
  onEnter: (meeting: HomeMeeting) => Promise<void>;
}

/** Who waits to be let in, at whichever meeting and in whatever state it is, with the way to the door. */
export function Outside({ meetings, onEnter }: OutsideProps) {
  const t = useT();
  const waited = meetings.filter(({ waiting }) => waiting.length > 0);
  return waited.length === 0 ? null : (
    <section className={styles['outside']} aria-label={t('start.home.outside')} data-testid="home-outside">
      {waited.map((meeting) => (
        <Notice
          key={meeting.facts.id}
          tone="warn"
          announce="none"
          actions={
            <Button iconEnd={<ArrowRight />} onClick={() => onEnter(meeting)} data-testid="home-door">
              {t('start.home.to_door')}
            </Button>
          }
        >
          <WhoWaits meeting={meeting} />
        </Notice>
      ))}
    </section>
  );
}

function WhoWaits({ meeting: { waiting, caseLabel, facts } }: { meeting: HomeMeeting }) {
  const t = useT();
  const { locale } = useLanguage();
  const people = waiting.flatMap(({ person }) => person?.name ?? []);
  // The shared screen is nobody: it is told of where nobody else waits.
  const names = people.length > 0 ? people : [t('start.home.outside_screen')];
  const [first] = waiting.map(({ since }) => since).sort();
  return (
    <>
      <b className={styles['who']}>
        {t('start.home.outside_who', {
          count: names.length,
          names: formatList(names, locale),
          since: sinceOf(first ?? '', t, locale),
        })}
      </b>
      <span className={styles['where']}>
        {t('start.home.outside_where', {
          label: caseLabel,
          day: formatDay(facts.date, locale, 'long'),
        })}
      </span>
    </>
  );
}

/** "16:05 Uhr", of another day with the day. */
function sinceOf(since: HomeWaiting['since'], t: Translate, locale: string): string {
  const time = formatTime(since, locale);
  const day = dayOf(new Date(since));
  return day === dayOf(new Date())
    ? t('start.home.outside_time', { time })
    : t('start.home.outside_day', { day: formatDay(day, locale), time });
}
