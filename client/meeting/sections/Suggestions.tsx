import { useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import type { Service } from '#shared/documents/plan/arrangements.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import {
  type OfficeField,
  type Suggestion,
  suggest,
  suggestedBy,
  takeSuggestion,
} from '#shared/documents/plan/suggestions.ts';
import { type HelpForm, helpForm } from '#shared/domain/codes.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { useDoc, useLanguage, usePlan, useT, useView, useWritable } from '../../app/context.ts';
import { Choice } from '../../plan/fields/fields.tsx';
import { NumberField } from '../../plan/fields/ValueField.tsx';
import { writeAmount } from '../../plan/fields/values.ts';
import { personOf } from '../../plan/words/people.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { useOnePress } from '../../ui/useOnePress.ts';
import page from '../Page.module.css';
import styles from './Suggestions.module.css';

const LABELS = {
  helpForm: 'table.service_form',
  hoursPerWeek: 'table.service_hours_week',
  hoursTotal: 'table.service_hours_total',
} as const satisfies Record<OfficeField, string>;

/** Whether this person writes what the office answers for; the others suggest it. */
export function useDecides(): boolean {
  return leads(useView().me.role);
}

/** Forms of help that are offered, and one that is chosen already. */
export function helpForms(t: Translate, chosen: HelpForm | null): { value: HelpForm; label: string }[] {
  return helpForm
    .filter((value) => !value.startsWith('dk_') || value === chosen)
    .map((value) => ({ value, label: t(`code.helpForm.${value}`) }));
}

/** What is suggested for a help, each with its name. Who leads takes it over with a press. */
export function Suggestions({ service: { id, suggestions } }: { service: Service }) {
  const t = useT();
  const doc = useDoc();
  const { locale } = useLanguage();
  const { persons } = useView();
  const [decides, writable] = [useDecides(), useWritable('service')];
  const press = useOnePress();
  return suggestions.length === 0 ? null : (
    <ul className={styles['list']} onClickCapture={press} data-testid="service-suggestions">
      {suggestions.map((one) => (
        <li key={`${one.field} ${one.personId}`}>
          <span>
            {t('table.suggestion', {
              name: personOf({ persons }, one.personId)?.name ?? '',
              field: t(LABELS[one.field]),
              value: wordsFor(one, t, locale),
            })}
          </span>
          {decides && writable ? (
            <Button size="small" onClick={() => takeSuggestion(doc, id, one, ORIGIN.list)}>
              {t('table.suggestion_take')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function wordsFor({ value }: Suggestion, t: Translate, locale: string): string {
  return typeof value === 'number' ? writeAmount(value, locale) : t(`code.helpForm.${value}`);
}

/** Who does not lead suggests form and hours here; who does, writes them. */
export function Suggest({ service: { id } }: { service: Service }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const { me, meeting } = useView();
  const mine = me.person?.id;
  const [decides, writable] = [useDecides(), useWritable('service')];
  if (decides || !writable || mine === undefined) {
    return null;
  }
  return (
    <details
      className={styles['suggest']}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-testid="service-suggest"
    >
      <summary>{t('table.suggest')}</summary>
      <p className={page['quiet']}>{t('table.suggest_hint', { name: meeting.facilitator.name })}</p>
      {isOpen ? <SuggestFields id={id} mine={mine} /> : null}
    </details>
  );
}

/** Follows the whole plan, so it is there only while somebody has it open. */
function SuggestFields({ id, mine }: { id: string; mine: string }) {
  const t = useT();
  const doc = useDoc();
  // The plan says when to look again.
  usePlan();
  const said = suggestedBy(doc, id, mine);
  const set = (field: OfficeField) => (value: Suggestion['value'] | null) =>
    suggest(doc, id, { field, personId: mine, value }, ORIGIN.list);
  return (
    <>
      <Choice
        label={t(LABELS.helpForm)}
        value={said.helpForm}
        none={t('table.suggest_none')}
        options={helpForms(t, said.helpForm)}
        onChange={set('helpForm')}
        testId="suggest-form"
      />
      <div className={page['pair']}>
        {(['hoursPerWeek', 'hoursTotal'] as const).map((field) => (
          <NumberField
            key={field}
            name={`suggest ${field} ${id}`}
            label={t(LABELS[field])}
            value={said[field]}
            onChange={set(field)}
            testId={`suggest-${field}`}
          />
        ))}
      </div>
    </>
  );
}
