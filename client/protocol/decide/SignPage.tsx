import { useState } from 'react';
import { isProfessional } from '#shared/access/roles.ts';
import type { VersionAnswer } from '#shared/api/answers.ts';
import type { PersonRef, VersionRef } from '#shared/api/view.ts';
import { useLanguage, useT, useView } from '../../app/context.ts';
import { dayOf, formatDay } from '../../app/format.ts';
import { close, open as openPlace, useOpened } from '../../app/opened.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { PageHeading } from '../../ui/text/PageHeading.tsx';
import { changeOfMindUntil } from '../dates.ts';
import { VersionFrame } from '../read/VersionFrame.tsx';
import { followsAnother, lastAnswerOf } from './answer-list.ts';
import { DecisionForm } from './DecisionForm.tsx';
import type { Said } from './decision.ts';
import { SaidCard } from './SaidCard.tsx';
import styles from './SignPage.module.css';

export interface SignPageProps {
  version: VersionRef;
  answer: VersionAnswer;
  person: PersonRef;
  changed: boolean;
  /** After sealing: on to the documents. */
  onLater?: () => void;
}

/** One person reads their page and says what they think of the plan. */
export function SignPage(props: SignPageProps) {
  const { version, answer, person, changed, onLater } = props;
  const t = useT();
  const whole = useOpened('whole') !== null;
  return (
    <VersionFrame
      version={version}
      content={answer.content}
      person={person}
      changed={changed}
      foot={<MindAndHelp version={version} />}
      side={
        <>
          <OwnDecision version={version} answer={answer} person={person} isTold={!whole} />
          {onLater ? (
            <Button variant="ghost" onClick={onLater} data-testid="protocol-to-documents">
              {t('signing.decide_later')}
            </Button>
          ) : null}
        </>
      }
    />
  );
}

/** Until when the answer can change, and who helps without belonging to the office. */
function MindAndHelp({ version }: { version: VersionRef }) {
  const view = useView();
  const t = useT();
  const { locale } = useLanguage();
  return (
    <p className={styles['small']} data-testid="protocol-help">
      {t('signing.change_of_mind', { date: formatDay(lastDayOfMind(version), locale) })}{' '}
      {isProfessional(view.me.role) ? null : <Ombuds />}
    </p>
  );
}

/** Who helps without belonging to the office, and who knows how to reach them. */
export function Ombuds() {
  const t = useT();
  const { meeting, help } = useView();
  if (help === null) {
    return <>{t('signing.ombuds', { name: meeting.facilitator.name })}</>;
  }
  const { ombudsName: name, ombudsPhone: phone, complaint } = help;
  return (
    <>
      {t('signing.ombuds_reached', { name, phone })}
      {complaint === '' ? null : ` ${t('signing.complaint', { complaint })}`}
    </>
  );
}

interface OwnDecisionProps {
  version: VersionRef;
  answer: VersionAnswer;
  person: PersonRef;
  /** Until when an answer can change stands on the page already. */
  isTold?: boolean;
}

/** The own decision: still to be made, handed in, or being changed. */
export function OwnDecision(props: OwnDecisionProps) {
  const { version, answer, person, isTold = false } = props;
  const view = useView();
  const t = useT();
  // What was just handed in stands here until the server's own list brings it back.
  const [handedIn, setHandedIn] = useState<Said | null>(null);
  const changing = useOpened('answer') === version.id;
  const state = view.signoffs.find((one) => one.person.id === person.id);
  const stored = lastAnswerOf(person.id, answer.signoffs);
  const said = handedIn ?? stored;
  const earlier = lastAnswerOf(person.id, answer.earlier);
  if (!changing && said && (handedIn !== null || state?.state === 'entschieden')) {
    return (
      <Decided
        version={version}
        person={person}
        said={said}
        justNow={handedIn !== null}
        isTold={isTold}
        onChange={() => openPlace('answer', version.id)}
      />
    );
  }
  return (
    <div className={styles['decide']} data-testid="protocol-sign">
      <h2 id="protocol-question" className={styles['question']}>
        {t('signing.question')}
      </h2>
      {version.sealedAt && !changing ? <Notice announce="none">{t('signing.done_undecided')}</Notice> : null}
      {changing ? <Notice announce="none">{t('signing.change_note')}</Notice> : null}
      {!changing && version.sealedAt === null && followsAnother(version.number) ? (
        <Notice announce="none">{t('signing.old_answer')}</Notice>
      ) : null}
      {earlier ? (
        <SaidCard
          title={t('signing.earlier', { version: earlier.version ?? '' })}
          name={person.name}
          said={earlier}
          testId="protocol-earlier"
        />
      ) : null}
      <DecisionForm
        key={version.id}
        version={version}
        person={person}
        remark={earlier?.remark ?? ''}
        onDone={(done) => {
          setHandedIn(done);
          close('answer');
        }}
      />
      {changing ? (
        <Button variant="ghost" onClick={() => close('answer')} data-testid="protocol-keep-answer">
          {t('signing.keep_answer')}
        </Button>
      ) : null}
    </div>
  );
}

interface DecidedProps {
  version: VersionRef;
  person: PersonRef;
  said: Said;
  justNow: boolean;
  isTold: boolean;
  onChange: () => void;
}

/** Thanks, what was decided, and the way to change it. */
function Decided({ version, person, said, justNow, isTold, onChange }: DecidedProps) {
  const view = useView();
  const t = useT();
  const today = dayOf(new Date(view.serverTime));
  const open = version.sealedAt === null || today <= lastDayOfMind(version);
  return (
    <div className={styles['decide']} data-testid="protocol-decided">
      <PageHeading level={2} takeFocus={justNow}>
        {t(justNow ? 'signing.thanks' : 'signing.your_answer')}
      </PageHeading>
      <SaidCard title={t('signing.stands_with_plan')} name={person.name} said={said} testId="protocol-said" />
      {open ? (
        <>
          <Button onClick={onChange} data-testid="protocol-change-answer">
            {t('signing.change_answer')}
          </Button>
          <p className={styles['small']}>{t('signing.change_note')}</p>
          {isTold ? null : <MindAndHelp version={version} />}
        </>
      ) : (
        <p className={styles['small']}>{t('signing.change_over', { name: view.meeting.facilitator.name })}</p>
      )}
    </div>
  );
}

/** The last day on which a change of mind is surely taken. */
export function lastDayOfMind(version: VersionRef): string {
  const sealedDay = version.sealedAt ? dayOf(new Date(version.sealedAt)) : null;
  return changeOfMindUntil(dayOf(new Date(version.frozenAt)), sealedDay);
}
