import type { Service } from '#shared/documents/plan/arrangements.ts';
import { formatDay } from '../../app/format.ts';
import type { Words } from '../../plan/words/words.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import wall from './Wall.module.css';
import styles from './WallAgreements.module.css';

/** What was agreed: the help, the agreements, and when everybody meets again. */
export function WallAgreements({ words }: { words: Words }) {
  const { t, plan, locale } = words;
  const agreements = plan.agreements.filter(({ text }) => text.trim() !== '');
  return (
    <main className={styles['columns']}>
      <section>
        <h2>{t('board.wall.agreed')}</h2>
        {agreements.length === 0 ? <p className={wall['quiet']}>{t('board.wall.nothing_yet')}</p> : null}
        <ol className={styles['agreed']}>
          {agreements.map(({ id, text }) => (
            <li key={id} {...ofPlan(text)}>
              {text}
            </li>
          ))}
        </ol>
      </section>
      <aside>
        {plan.services.length > 0 ? <h2>{t('board.wall.help')}</h2> : null}
        {plan.services.map((service) => (
          <ServiceLines key={service.id} service={service} words={words} />
        ))}
        {plan.nextReview.date ? (
          <>
            <h2>{t('board.wall.next')}</h2>
            <p className={styles['big']}>{formatDay(plan.nextReview.date, locale, 'weekday')}</p>
          </>
        ) : null}
      </aside>
    </main>
  );
}

function ServiceLines({ service, words: { t, locale } }: { service: Service; words: Words }) {
  const { helpForm, provider, start, end, hoursPerWeek } = service;
  const day = (date: string): string => formatDay(date, locale, 'long');
  return (
    <div className={styles['service']}>
      {helpForm ? <p className={styles['big']}>{t(`code.helpForm.${helpForm}`)}</p> : null}
      {provider === '' ? null : <p>{t('board.wall.provider', { provider })}</p>}
      {hoursPerWeek === null ? null : <p>{t('board.wall.hours', { hours: hoursPerWeek })}</p>}
      {start && end ? <p>{t('board.wall.period', { start: day(start), end: day(end) })}</p> : null}
      {start && !end ? <p>{t('board.wall.since', { start: day(start) })}</p> : null}
    </div>
  );
}
