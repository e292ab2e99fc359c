import type { SignoffEntry, VersionAnswer } from '#shared/api/answers.ts';
import type { VersionRef } from '#shared/api/view.ts';
import { inTurns, type Turn } from '#shared/protocol/decisions.ts';
import { readable } from '#shared/protocol/report/readable.ts';
import { useLanguage, useT, useView } from '../../app/context.ts';
import { dayOf, formatDay } from '../../app/format.ts';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { saidOf } from '../said.ts';
import styles from './Answers.module.css';
import { answersByPerson, isAddendum, type PersonAnswer } from './answer-list.ts';

/** Who said what to a version. A no stands in the same size as a yes. */
export function Answers({ version, answer }: { version: VersionRef; answer: VersionAnswer }) {
  const view = useView();
  const t = useT();
  const answers = answersByPerson(view.signoffs, readable(answer.signoffs), readable(answer.earlier));
  return (
    <section className={styles['answers']} data-testid="protocol-answers">
      <h2>{t('signing.answers')}</h2>
      {answers.length === 0 ? <p>{t('signing.no_answers')}</p> : null}
      <ul>
        {answers.map((one) => (
          <li key={one.person.id} data-testid={`protocol-answer-${one.person.id}`}>
            <Avatar person={one.person} size="small" />
            <OnePersonsAnswer answer={one} version={version} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Each answer in the same size, whatever it is and however many there are: "zuerst …", "dann …". */
function OnePersonsAnswer({ answer, version }: { answer: PersonAnswer; version: VersionRef }) {
  const t = useT();
  const { person, said, earlier } = answer;
  return (
    <div>
      {said.length === 1 ? null : (
        <p>
          <b>
            <bdi>{person.name}</bdi>
          </b>
          {said.length === 0 ? `: ${t('signing.said.open')}` : null}
        </p>
      )}
      {earlier ? <OneAnswer entry={earlier} turn="then" version={version} /> : null}
      {inTurns(said).map(({ entry, turn }) => (
        <OneAnswer key={`${turn} ${entry.at}`} entry={entry} turn={turn} version={version} />
      ))}
    </div>
  );
}

/** The text of each turn. */
function textOf(turn: Turn) {
  switch (turn) {
    case 'only':
      return 'protocol.sign.only';
    case 'first':
      return 'protocol.sign.first';
    case 'then':
      return 'protocol.sign.then';
  }
}

function OneAnswer({ entry, turn, version }: { entry: SignoffEntry; turn: Turn; version: VersionRef }) {
  const t = useT();
  const { locale } = useLanguage();
  const when = isAddendum(entry, version.sealedAt) ? 'signing.answer_later' : 'signing.answer_at';
  const date = formatDay(dayOf(new Date(entry.at)), locale);
  return (
    <div className={styles['one']}>
      <p>
        {turn === 'only' ? (
          <>
            <b>
              <bdi>{entry.person.name}</bdi>
            </b>
            :{' '}
          </>
        ) : null}
        {entry.version
          ? t('protocol.sign.earlier', { version: entry.version, decision: saidOf(entry, t, locale) })
          : t(textOf(turn), { decision: saidOf(entry, t, locale) })}
      </p>
      {entry.remark ? (
        <p {...ofPlan(entry.remark)}>{t('signing.exact_quote', { remark: entry.remark })}</p>
      ) : null}
      <p className={styles['small']}>
        {t(when, { date })}, {t(`signing.method.${entry.method}`)}
        {entry.leadersBrowser ? `, ${t('protocol.method.leadersBrowser')}` : null}
      </p>
    </div>
  );
}
