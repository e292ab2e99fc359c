import { useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import { isProfessional } from '#shared/access/roles.ts';
import type { VersionAnswer } from '#shared/api/answers.ts';
import type { PersonRef, TableView, VersionRef } from '#shared/api/view.ts';
import { useLanguage, useT, useView } from '../../app/context.ts';
import { formatDay } from '../../app/format.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { PageHeading } from '../../ui/text/PageHeading.tsx';
import { CompareButton } from '../compare/CompareButton.tsx';
import { NextMeeting } from '../lead/NextMeeting.tsx';
import { Documents } from '../read/Documents.tsx';
import { VersionFrame } from '../read/VersionFrame.tsx';
import { Answers } from './Answers.tsx';
import styles from './DonePage.module.css';
import { lastDayOfMind, Ombuds, OwnDecision } from './SignPage.tsx';

export interface DonePageProps {
  version: VersionRef;
  answer: VersionAnswer;
  /** The own person, where an own decision belongs to this version; null for who was only there. */
  person: PersonRef | null;
  changed: boolean;
  /** Where there is a version before. */
  onCompare: (() => void) | null;
}

/** The meeting is closed: the own copy, what everybody said, and what comes next. */
export function DonePage({ version, answer, person, changed, onCompare }: DonePageProps) {
  const view = useView();
  const leading = leads(view.me.role);
  return (
    <VersionFrame
      version={version}
      content={answer.content}
      signoffs={answer.signoffs}
      person={leading ? null : person}
      changed={false}
      sideFirst
      side={
        <div className={styles['done']} data-testid="protocol-done">
          <DoneHeading version={version} changed={changed} person={person} />
          <Documents version={version} />
          {leading ? <NextMeeting agreed={answer.content.nextReview?.date} /> : null}
          {onCompare ? <CompareButton onClick={onCompare} /> : null}
          {person ? <OwnPart version={version} answer={answer} person={person} /> : null}
          <Answers version={version} answer={answer} />
        </div>
      }
    />
  );
}

/** The own answer; one that is still open asks for a press first, because the meeting is over. */
function OwnPart(props: { version: VersionRef; answer: VersionAnswer; person: PersonRef }) {
  const { person } = props;
  const view = useView();
  const t = useT();
  const open = isOpen(view, person);
  const [deciding, setDeciding] = useState(!open);
  return deciding ? (
    <OwnDecision {...props} isTold />
  ) : (
    <div className={styles['row']}>
      <Button onClick={() => setDeciding(true)} data-testid="protocol-own-decision">
        {t('signing.own_answer')}
      </Button>
    </div>
  );
}

/** The person is asked for an answer to this version and has given none. */
function isOpen({ signoffs }: TableView, person: PersonRef | null): boolean {
  return signoffs.some((one) => one.person.id === person?.id && one.state === 'offen');
}

type DoneHeadingProps = Pick<DonePageProps, 'version' | 'changed' | 'person'>;

function DoneHeading({ version, changed, person }: DoneHeadingProps) {
  const view = useView();
  const t = useT();
  const { locale } = useLanguage();
  return (
    <header className={styles['head']}>
      <PageHeading level={2} takeFocus={changed}>
        {t('signing.done_title')}
      </PageHeading>
      {isOpen(view, person) ? (
        <p>{t('signing.done_open')}</p>
      ) : person || leads(view.me.role) ? (
        <p>{t('signing.done_text', { date: formatDay(lastDayOfMind(version), locale) })}</p>
      ) : null}
      {isProfessional(view.me.role) ? null : (
        <p className={styles['small']}>
          <Ombuds />
        </p>
      )}
      <p className={styles['small']} data-testid="protocol-code">
        {t('signing.sealed_version', { version: version.number, code: version.code })}.{' '}
        {t('signing.code_hint')}
      </p>
    </header>
  );
}
