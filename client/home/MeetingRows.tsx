import { useId } from 'react';
import type { HomeMeeting } from '#shared/api/answers.ts';
import { useLanguage, useT } from '../app/context.ts';
import { dayOf, formatDay } from '../app/format.ts';
import { PhaseRing } from '../ui/display/PhaseRing.tsx';
import { ChevronRight } from '../ui/icons.ts';
import styles from './MeetingRows.module.css';
import page from './Page.module.css';

export interface MeetingRowsProps {
  title: string;
  meetings: readonly HomeMeeting[];
  onEnter: (meeting: HomeMeeting) => Promise<void>;
}

/** A list of meetings: day, name, where it stands. Nothing is shown where there is none. */
export function MeetingRows({ title, meetings, onEnter }: MeetingRowsProps) {
  const id = useId();
  if (meetings.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={page['section']}>
        {title}
      </h2>
      <ul className={styles['rows']}>
        {meetings.map((meeting) => (
          <li key={meeting.facts.id}>
            <MeetingRow meeting={meeting} onEnter={onEnter} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function MeetingRow({ meeting, onEnter }: { meeting: HomeMeeting; onEnter: MeetingRowsProps['onEnter'] }) {
  const { locale } = useLanguage();
  const words = useStanding(meeting);
  const { date } = meeting.facts;
  const thisYear = date.slice(0, 4) === dayOf(new Date()).slice(0, 4);
  const signing = meeting.state === 'frozen' && meeting.expected > 0;
  return (
    <button type="button" className={styles['meetingRow']} onClick={() => onEnter(meeting)}>
      <span className={styles['rowDay']}>{formatDay(date, locale, thisYear ? 'day' : 'long')}</span>
      <span>
        <b className={styles['rowName']}>{meeting.caseLabel}</b>
        <span className={page['small']}>{words}</span>
      </span>
      {signing ? <PhaseRing left={meeting.decided / meeting.expected} size={28} /> : <span />}
      <ChevronRight className={styles['rowArrow']} />
    </button>
  );
}

/** Where a meeting stands, as a sentence. */
function useStanding({ facts, state, version, decided, expected }: HomeMeeting): string {
  const t = useT();
  const { locale } = useLanguage();
  if (state === 'sealed') {
    const day = version?.sealedAt ? formatDay(version.sealedAt, locale, 'long') : '';
    return t('start.home.sealed', { number: version?.number ?? '', day });
  }
  if (state === 'frozen' || state === 'freezing') {
    return t('start.home.frozen', { number: version?.number ?? '', decided, expected });
  }
  const type = t(`code.meetingType.${facts.type}`);
  return t('start.home.planned', { type, start: facts.start });
}
