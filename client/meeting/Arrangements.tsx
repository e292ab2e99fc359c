import { type FormEvent, useState } from 'react';
import { helpForm } from '#shared/domain/codes.ts';
import {
  ADVICE_POINTS,
  addAgreement,
  addService,
  agreementText,
  removeAgreement,
  reviewOccasionsText,
  SERVICE_TEXTS,
  type Service,
  type ServiceFields,
  serviceText,
  setAdvice,
  setNextReview,
  setServiceField,
} from '#shared/plan/arrangements.ts';
import { ORIGIN } from '#shared/plan/records.ts';
import { useDoc, usePlan, useT, useView, useWritable } from '../app/context.ts';
import { AddLine } from '../outline/AddLine.tsx';
import { Choice, PersonChoice, ValueField } from '../outline/fields.tsx';
import { SharedTextField } from '../outline/SharedTextField.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Plus, Trash2 } from './icons.ts';
import page from './Page.module.css';

/** The agreed help, who takes which duty, what the family was told, and when one meets again. */
export function Arrangements() {
  const t = useT();
  return (
    <article className={page['paper']} data-testid="arrangements">
      <h2 className={page['title']}>{t('table.arrangements')}</h2>
      <Services />
      <Agreements />
      <Advice />
      <NextReview />
    </article>
  );
}

function Services() {
  const t = useT();
  const doc = useDoc();
  const { services } = usePlan();
  const writable = useWritable('service');
  return (
    <section className={page['section']}>
      <h3 className={page['heading']}>{t('table.service')}</h3>
      {services.length === 0 ? <p className={page['quiet']}>{t('table.service_none')}</p> : null}
      {services.map((service) => (
        <ServiceFieldsOf key={service.id} service={service} />
      ))}
      {writable ? (
        <Button
          variant="quiet"
          icon={<Plus />}
          className={page['start']}
          onClick={() => addService(doc, {}, ORIGIN.list)}
          data-testid="service-add"
        >
          {t(services.length === 0 ? 'table.service_add' : 'table.service_add_more')}
        </Button>
      ) : null}
    </section>
  );
}

function ServiceFieldsOf({ service }: { service: Service }) {
  const t = useT();
  const doc = useDoc();
  const readOnly = !useWritable('service');
  const set = <K extends keyof ServiceFields>(key: K, value: ServiceFields[K]): void =>
    setServiceField(doc, service.id, key, value, ORIGIN.list);
  const number = (key: 'hoursPerWeek' | 'hoursTotal') => (value: string | null) =>
    set(key, value === null ? null : Number(value.replace(',', '.')));
  return (
    <div className={page['list']} data-testid="service">
      <div className={page['pair']}>
        <Choice
          label={t('table.service_form')}
          value={service.helpForm}
          none={t('outline.none_yet')}
          options={helpForm
            .filter((value) => !value.startsWith('dk_') || value === service.helpForm)
            .map((value) => ({ value, label: t(`code.helpForm.${value}`) }))}
          onChange={(value) => set('helpForm', value)}
          disabled={readOnly}
          testId="service-form"
        />
        <PersonChoice
          label={t('table.service_worker')}
          value={service.worker}
          onChange={(value) => set('worker', value)}
          disabled={readOnly}
        />
      </div>
      <div className={page['pair']}>
        <ValueField
          type="date"
          label={t('table.service_start')}
          value={service.start}
          onChange={(value) => set('start', value)}
          disabled={readOnly}
        />
        <ValueField
          type="date"
          label={t('table.service_end')}
          value={service.end}
          onChange={(value) => set('end', value)}
          disabled={readOnly}
        />
        <ValueField
          type="number"
          label={t('table.service_hours_week')}
          value={service.hoursPerWeek === null ? null : String(service.hoursPerWeek)}
          onChange={number('hoursPerWeek')}
          disabled={readOnly}
        />
        <ValueField
          type="number"
          label={t('table.service_hours_total')}
          value={service.hoursTotal === null ? null : String(service.hoursTotal)}
          onChange={number('hoursTotal')}
          disabled={readOnly}
        />
      </div>
      {SERVICE_TEXTS.map((key) => (
        <SharedTextField
          key={key}
          text={serviceText(doc, service.id, key)}
          at={{ id: service.id, field: key }}
          label={t(`table.service_text.${key}`)}
          readOnly={readOnly}
        />
      ))}
    </div>
  );
}

function Agreements() {
  const t = useT();
  const doc = useDoc();
  const { agreements } = usePlan();
  const { me } = useView();
  const writable = useWritable('agreements');
  const [text, setText] = useState('');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') {
      addAgreement(doc, text.trim(), ORIGIN.list);
      setText('');
    }
  };
  return (
    <section className={page['section']} data-testid="agreements">
      <h3 className={page['heading']}>{t('table.agreements')}</h3>
      <ul className={page['list']}>
        {agreements.map(({ id }, index) => (
          <li key={id} className={page['line']}>
            <SharedTextField
              text={agreementText(doc, id)}
              at={{ id, field: 'text' }}
              label={t('table.agreement', { number: index + 1 })}
              readOnly={!writable}
            />
            {writable ? (
              <IconButton
                icon={<Trash2 />}
                label={t('table.agreement_remove', { number: index + 1 })}
                onClick={() => removeAgreement(doc, id, me.person?.id ?? '', ORIGIN.list)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {writable ? (
        <AddLine
          label={t('table.agreement_add')}
          value={text}
          onChange={setText}
          onSubmit={add}
          testId="agreement-add"
        />
      ) : null}
    </section>
  );
}

function Advice() {
  const t = useT();
  const doc = useDoc();
  const { advice } = usePlan();
  const writable = useWritable('meta');
  return (
    <section className={page['section']}>
      <fieldset disabled={!writable} data-testid="advice">
        <legend className={page['heading']}>{t('table.advice')}</legend>
        {ADVICE_POINTS.map((point) => (
          <label key={point} className={page['check']}>
            <input
              type="checkbox"
              checked={advice[point]}
              onChange={(event) => setAdvice(doc, point, event.target.checked, ORIGIN.list)}
            />
            {t(`table.advice.${point}`)}
          </label>
        ))}
      </fieldset>
    </section>
  );
}

function NextReview() {
  const t = useT();
  const doc = useDoc();
  const { nextReview } = usePlan();
  const readOnly = !useWritable('meta');
  return (
    <section className={page['section']}>
      <h3 className={page['heading']}>{t('table.next_review')}</h3>
      <div className={page['pair']}>
        <ValueField
          type="date"
          label={t('table.next_review_day')}
          value={nextReview.date}
          onChange={(value) => setNextReview(doc, value, ORIGIN.list)}
          disabled={readOnly}
          testId="next-review"
        />
      </div>
      <SharedTextField
        text={reviewOccasionsText(doc)}
        at={{ id: 'next_review', field: 'occasions' }}
        label={t('table.next_review_occasions')}
        readOnly={readOnly}
      />
    </section>
  );
}
