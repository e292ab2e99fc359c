import { memo } from 'react';
import {
  addService,
  SERVICE_TEXTS,
  type Service,
  type ServiceFields,
  serviceText,
  setServiceField,
} from '#shared/documents/plan/arrangements.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, usePlan, useT, useWritable } from '../../app/context.ts';
import { Choice, PersonChoice } from '../../plan/fields/fields.tsx';
import { SharedTextField } from '../../plan/fields/SharedTextField.tsx';
import { DateField, NumberField } from '../../plan/fields/ValueField.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Plus } from '../../ui/icons.ts';
import page from '../Page.module.css';
import { helpForms, Suggest, Suggestions, useDecides } from './Suggestions.tsx';

/** The agreed help: form, who comes, period, hours, where and why. */
export function Services() {
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

/** Drawn again only when it has changed itself. */
const ServiceFieldsOf = memo(function ServiceFieldsOf({ service }: { service: Service }) {
  const t = useT();
  const doc = useDoc();
  const readOnly = !useWritable('service');
  const isOffices = !useDecides() || readOnly;
  const set = <K extends keyof ServiceFields>(key: K, value: ServiceFields[K]): void =>
    setServiceField(doc, service.id, key, value, ORIGIN.list);
  return (
    <div className={page['list']} data-testid="service">
      <Choice
        label={t('table.service_form')}
        value={service.helpForm}
        none={t('outline.none_yet')}
        options={helpForms(t, service.helpForm)}
        onChange={(value) => set('helpForm', value)}
        disabled={isOffices}
        testId="service-form"
      />
      <PersonChoice
        label={t('table.service_worker')}
        value={service.worker}
        onChange={(value) => set('worker', value)}
        disabled={readOnly}
      />
      <div className={page['pair']}>
        <DateField
          name={`start ${service.id}`}
          label={t('table.service_start')}
          value={service.start}
          onChange={(value) => set('start', value)}
          disabled={readOnly}
        />
        <DateField
          name={`end ${service.id}`}
          label={t('table.service_end')}
          value={service.end}
          onChange={(value) => set('end', value)}
          disabled={readOnly}
        />
        <NumberField
          name={`hours-week ${service.id}`}
          label={t('table.service_hours_week')}
          value={service.hoursPerWeek}
          onChange={(value) => set('hoursPerWeek', value)}
          disabled={isOffices}
        />
        <NumberField
          name={`hours-total ${service.id}`}
          label={t('table.service_hours_total')}
          value={service.hoursTotal}
          onChange={(value) => set('hoursTotal', value)}
          disabled={isOffices}
        />
      </div>
      <Suggestions service={service} />
      <Suggest service={service} />
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
});
