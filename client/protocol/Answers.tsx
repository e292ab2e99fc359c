import type { SignoffEntry, VersionAnswer } from '#shared/api/answers.ts';
import type { VersionRef } from '#shared/api/view.ts';
import { useLanguage, useT, useView } from '../app/context.ts';
import { dayOf, formatDay } from '../app/format.ts';
import { Avatar } from '../ui/Avatar.tsx';
import styles from './Answers.module.css';
import { answersByPerson, isAddendum, type PersonAnswer } from './answers.ts';
import { saidOf } from './names.ts';

/** Who said what to a version. A no stands in the same size as a yes. */
export function Answers({ version, answer }: { version: VersionRef; answer: VersionAnswer }) {
  const view = useView();
  const t = useT();
  const answers = answersByPerson(view.signoffs, answer.signoffs);
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

function OnePersonsAnswer({ answer, version }: { answer: PersonAnswer; version: VersionRef }) {
  const t = useT();
  const { locale } = useLanguage();
  const { person, last, before } = answer;
  return (
    <div>
      <p>
        <b>{person.name}</b>: {last ? saidOf(last, t, locale) : t('signing.said.open')}
      </p>
      {last?.remark ? <p dir="auto">{t('signing.exact_quote', { remark: last.remark })}</p> : null}
      {last ? <p className={styles['small']}>{whenAndHow(last, version)}</p> : null}
      {before.map((earlier) => (
        <p key={earlier.at} className={styles['small']}>
          {t('signing.answer_before', { said: saidOf(earlier, t, locale), date: dateOf(earlier) })}
          {earlier.remark ? ` ${t('signing.exact_quote', { remark: earlier.remark })}` : ''}
        </p>
      ))}
    </div>
  );

  function dateOf(entry: SignoffEntry): string {
    return formatDay(dayOf(new Date(entry.at)), locale);
  }

  function whenAndHow(entry: SignoffEntry, of: VersionRef): string {
    const key = isAddendum(entry, of.sealedAt) ? 'signing.answer_later' : 'signing.answer_at';
    return `${t(key, { date: dateOf(entry) })}, ${t(`signing.method.${entry.method}`)}`;
  }
}
