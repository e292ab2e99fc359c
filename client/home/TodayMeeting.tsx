import type { HomeMeeting } from '#shared/api/answers.ts';
import { useLanguage, useT } from '../app/context.ts';
import { formatDay, formatList, formatTime } from '../app/format.ts';
import { Button } from '../ui/controls/Button.tsx';
import { RoundTable } from '../ui/display/RoundTable.tsx';
import { ArrowRight, Check, CircleDashed } from '../ui/icons.ts';
import { type Expected, expectedPeople, minutesBetween } from './home-lists.ts';
import { NewLink } from './NewLink.tsx';
import page from './Page.module.css';
import styles from './TodayMeeting.module.css';

export interface TodayMeetingProps {
  meeting: HomeMeeting;
  /** The meeting that was made from this one. */
  next: HomeMeeting | null;
  onEnter: (meeting: HomeMeeting) => Promise<void>;
  onChanged: () => Promise<void>;
}

/** A meeting of this day: when, who comes, what is still open, and the way to the table or the protocol. */
export function TodayMeeting({ meeting, next, onEnter, onChanged }: TodayMeetingProps) {
  const t = useT();
  const { facts } = meeting;
  const expected = expectedPeople(meeting.people);
  const closed = meeting.state === 'sealed';
  const seats = expected.coming.map(({ person, linkOpened }) => ({ ...person, waiting: !linkOpened }));
  return (
    <section className={styles['today']} aria-labelledby={`meeting-${facts.id}`}>
      <Times start={facts.start} end={facts.end} />
      <div>
        <p className={page['small']}>
          {t('start.home.kind', { number: facts.number, type: t(`code.meetingType.${facts.type}`) })} ·{' '}
          {meeting.place}
        </p>
        <h2 id={`meeting-${facts.id}`} className={styles['todayName']}>
          {meeting.caseLabel}
        </h2>
        {closed ? (
          <Closed meeting={meeting} next={next} />
        ) : (
          <>
            <WhoComes expected={expected} />
            <Checks meeting={meeting} expected={expected} onChanged={onChanged} />
          </>
        )}
        <Button
          variant={closed ? 'secondary' : 'primary'}
          size="big"
          iconEnd={<ArrowRight />}
          onClick={() => onEnter(meeting)}
        >
          {t(`start.home.${wayIn(meeting.state)}`)}
        </Button>
      </div>
      <div className={styles['todayTable']}>
        <RoundTable seats={seats} />
      </div>
    </section>
  );
}

function wayIn(state: HomeMeeting['state']): 'to_protocol' | 'read' | 'open_table' {
  if (state === 'sealed') {
    return 'to_protocol';
  }
  return state === 'frozen' ? 'read' : 'open_table';
}

/** What is settled, and what comes next. */
function Closed({ meeting, next }: Pick<TodayMeetingProps, 'meeting' | 'next'>) {
  const t = useT();
  const { locale } = useLanguage();
  const { version, decided, expected } = meeting;
  return (
    <ul className={styles['checks']}>
      <li>
        <Check className={styles['ok']} />
        <span>{t('start.home.closed', { number: version?.number ?? '' })}</span>
      </li>
      <li>
        {decided < expected ? (
          <CircleDashed className={styles['open']} />
        ) : (
          <Check className={styles['ok']} />
        )}
        <span>{t('start.home.decided', { decided, expected })}</span>
      </li>
      <li>
        {next ? <Check className={styles['ok']} /> : <CircleDashed className={styles['open']} />}
        <span>
          {next
            ? t('start.home.next', {
                day: formatDay(next.facts.date, locale, 'long'),
                start: next.facts.start,
              })
            : t('start.home.no_next')}
        </span>
      </li>
    </ul>
  );
}

function Times({ start, end }: { start: string; end: string }) {
  const t = useT();
  const { locale } = useLanguage();
  const minutes = minutesBetween(formatTime(new Date().toISOString(), 'de-DE'), start);
  return (
    <p className={styles['todayTimes']}>
      <b>{start}</b>
      <span>{t('start.home.until', { end })}</span>
      {minutes > 0 && minutes <= 180 ? (
        <span>{new Intl.RelativeTimeFormat(locale).format(minutes, 'minute')}</span>
      ) : null}
    </p>
  );
}

/** "7 kommen, Herr Krüger von fern. Frau Lorenz schreibt." */
function WhoComes({ expected: { coming, remote, written, excused } }: { expected: Expected }) {
  const t = useT();
  const { locale } = useLanguage();
  const names = (people: Expected['coming']): string =>
    formatList(
      people.map(({ person }) => person.name),
      locale,
    );
  const sentences = [
    t('start.home.coming_count', { count: coming.length, far: remote.length, names: names(remote) }),
    written.length === 0 ? '' : t('start.home.written', { count: written.length, names: names(written) }),
    excused.length === 0 ? '' : t('start.home.excused', { count: excused.length, names: names(excused) }),
  ].filter((sentence) => sentence !== '');
  return <p>{sentences.join(' ')}</p>;
}

interface ChecksProps {
  meeting: HomeMeeting;
  expected: Expected;
  onChanged: () => Promise<void>;
}

/** What is ready, then what is not, each with what one can do about it. */
function Checks({ meeting, expected, onChanged }: ChecksProps) {
  const t = useT();
  const { locale } = useLanguage();
  const opened = expected.opened.map(({ person }) => person.name);
  return (
    <ul className={styles['checks']}>
      {opened.length === 0 ? null : (
        <li>
          <Check className={styles['ok']} />
          <span>
            {t('start.home.opened', {
              count: opened.length,
              names: formatList(opened, locale),
            })}
          </span>
        </li>
      )}
      {expected.unopened.map((person) => (
        <li key={person.participationId}>
          <CircleDashed className={styles['open']} />
          <span>
            {t('start.home.unopened', { name: person.person.name })}{' '}
            <NewLink meetingId={meeting.facts.id} person={person} onMade={onChanged} />
          </span>
        </li>
      ))}
      {meeting.version === null ? null : (
        <li>
          <Check className={styles['ok']} />
          <span>{t('start.home.decided', { decided: meeting.decided, expected: meeting.expected })}</span>
        </li>
      )}
    </ul>
  );
}
