import type { ReactNode } from 'react';
import type { PersonRef } from '#shared/api/view.ts';
import type { ProtocolContent, ProtocolService } from '#shared/protocol/schema.ts';
import { useLanguage, useT, useView } from '../../app/context.ts';
import { formatDay } from '../../app/format.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Check } from '../../ui/icons.ts';
import { drawnPerson } from '../people.ts';
import styles from './MyPageView.module.css';
import { type MyPage, myPage, type OthersLine, type PageLine } from './my-page.ts';
import { type NameOf, namesIn } from './reading-model.ts';

/** "Deine Seite": what this version means for one person, in the frozen words. */
export function MyPageView({ content, person }: { content: ProtocolContent; person: PersonRef }) {
  const t = useT();
  const page = myPage(content, person.id);
  const own = page.achieved.length + page.goals.length + page.steps.length + page.helping.length;
  return (
    <div className={styles['page']} data-testid="protocol-my-page">
      {own === 0 ? <p>{t('signing.nothing_of_mine')}</p> : null}
      <Lines
        title={t('signing.achieved')}
        lines={page.achieved}
        sign={<Check className={styles['done']} />}
      />
      <Lines
        title={t('signing.my_goals')}
        lines={page.goals}
        sign={<span className={styles['dot']} />}
        nameOf={namesIn(content)}
      />
      <Lines title={t('signing.my_steps')} lines={page.steps} sign={<span className={styles['box']} />} />
      <Others title={t('signing.helping')} lines={page.helping} content={content} />
      <WhatOthersDo page={page} content={content} />
      <NextReview content={content} />
    </div>
  );
}

interface LinesProps {
  title: string;
  lines: readonly PageLine[];
  sign: ReactNode;
  nameOf?: NameOf;
}

function Lines({ title, lines, sign, nameOf }: LinesProps) {
  const t = useT();
  return lines.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <span className={styles['sign']} aria-hidden="true">
              {sign}
            </span>
            <LineText
              line={line}
              who={line.voice && nameOf ? t('protocol.goal.voice', { name: nameOf(line.voice) }) : undefined}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function LineText({ line, who }: { line: PageLine; who?: string | undefined }) {
  const t = useT();
  const { locale } = useLanguage();
  const until = line.dueDate ? t('signing.until', { date: formatDay(line.dueDate, locale) }) : null;
  const small = [who, line.note, line.recurrence, until].filter(Boolean).join(' · ');
  return (
    <span>
      <span dir="auto" lang="de">
        {line.text}
      </span>
      {small ? <span className={styles['small']}>{small}</span> : null}
    </span>
  );
}

function Others(props: { title: string; lines: readonly OthersLine[]; content: ProtocolContent }) {
  const { title, lines, content } = props;
  return lines.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <OthersItem key={line.id} line={line} content={content} />
        ))}
      </ul>
    </>
  );
}

function OthersItem({ line, content }: { line: OthersLine; content: ProtocolContent }) {
  const { persons } = useView();
  const person = drawnPerson(line.who, persons, content);
  return (
    <li>
      <span className={styles['sign']}>
        <Avatar person={person} size="small" />
      </span>
      <LineText line={line} who={person.name} />
    </li>
  );
}

function WhatOthersDo({ page, content }: { page: MyPage; content: ProtocolContent }) {
  const t = useT();
  return page.others.length + page.services.length === 0 ? null : (
    <>
      <h2>{t('signing.others')}</h2>
      <ul>
        {page.others.map((line) => (
          <OthersItem key={line.id} line={line} content={content} />
        ))}
        {page.services.map((service) => (
          <ServiceItem key={service.id} service={service} content={content} />
        ))}
      </ul>
    </>
  );
}

/** The agreed help, told as what somebody does. */
function ServiceItem({ service, content }: { service: ProtocolService; content: ProtocolContent }) {
  const t = useT();
  const { locale } = useLanguage();
  const { persons } = useView();
  const person = service.worker ? drawnPerson(service.worker, persons, content) : null;
  const said = [
    service.setting,
    service.hoursPerWeek
      ? t('signing.service_hours', { hours: service.hoursPerWeek.replace('.', ',') })
      : null,
    service.end ? t('signing.until', { date: formatDay(service.end, locale, 'long') }) : null,
  ].filter((part) => part !== null && part !== undefined);
  const who = [person?.name, service.provider].filter(Boolean).join(', ');
  return (
    <li>
      <span className={styles['sign']}>{person ? <Avatar person={person} size="small" /> : null}</span>
      <span>
        <span dir="auto" lang="de">
          {said[0] ?? who}
        </span>
        <span className={styles['small']}>
          {[said[0] ? who : null, ...said.slice(1)].filter(Boolean).join(' · ')}
        </span>
      </span>
    </li>
  );
}

function NextReview({ content }: { content: ProtocolContent }) {
  const t = useT();
  const { locale } = useLanguage();
  const date = content.nextReview?.date;
  return date ? (
    <p className={styles['review']}>{t('signing.next_review', { date: formatDay(date, locale, 'long') })}</p>
  ) : null;
}
