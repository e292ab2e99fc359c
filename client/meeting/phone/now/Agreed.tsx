import type { ReactNode } from 'react';
import type { Service } from '#shared/documents/plan/arrangements.ts';
import { joinedParts } from '#shared/i18n/isolate.ts';
import { useLanguage, usePlan, useT, useView } from '../../../app/context.ts';
import { formatDay } from '../../../app/format.ts';
import { ofPlan } from '../../../ui/text/of-plan.ts';
import phone from '../Phone.module.css';

/** What is agreed so far: the help, the agreements and the next day. */
export function Agreed() {
  const t = useT();
  const { agreements, services } = usePlan();
  const written = agreements.filter(({ text }) => text.trim() !== '');
  return (
    <>
      <h2 className={phone['question']}>{t('table.now.agreed')}</h2>
      <p className={phone['calm']}>{t('table.now.listen')}</p>
      {written.length === 0 ? null : (
        <Lines title={t('table.agreements')}>
          {written.map(({ id, text }) => (
            <li key={id} {...ofPlan(text)}>
              {text}
            </li>
          ))}
        </Lines>
      )}
      {services.map((service) => (
        <Help key={service.id} service={service} />
      ))}
      <NextReview />
    </>
  );
}

function Lines({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3 className={phone['small']}>{title}</h3>
      <ul className={phone['plainList']}>{children}</ul>
    </>
  );
}

function NextReview() {
  const t = useT();
  const { locale } = useLanguage();
  const { date, occasions } = usePlan().nextReview;
  return date === null && occasions === '' ? null : (
    <Lines title={t('table.next_review')}>
      {date === null ? null : <li>{formatDay(date, locale, 'weekday')}</li>}
      {occasions === '' ? null : <li {...ofPlan(occasions)}>{occasions}</li>}
    </Lines>
  );
}

function Help({ service }: { service: Service }) {
  const t = useT();
  const { locale } = useLanguage();
  const { persons } = useView();
  const { helpForm, worker, provider, start, end, hoursPerWeek } = service;
  const who = [persons.find(({ id }) => id === worker)?.name ?? '', provider].filter((part) => part !== '');
  return (
    <Lines title={t('board.wall.help')}>
      {helpForm ? <li>{t(`code.helpForm.${helpForm}`)}</li> : null}
      {who.length === 0 ? null : <li>{joinedParts(who, ', ')}</li>}
      {hoursPerWeek === null ? null : <li>{t('board.wall.hours', { hours: hoursPerWeek })}</li>}
      {start && end ? (
        <li>
          {t('board.wall.period', {
            start: formatDay(start, locale, 'long'),
            end: formatDay(end, locale, 'long'),
          })}
        </li>
      ) : null}
    </Lines>
  );
}
