import {
  ADVICE_POINTS,
  reviewOccasionsText,
  setAdvice,
  setNextReview,
} from '#shared/documents/plan/arrangements.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, usePlan, useT, useView, useWritable } from '../../app/context.ts';
import { SharedTextField } from '../../plan/fields/SharedTextField.tsx';
import { DateField } from '../../plan/fields/ValueField.tsx';
import page from '../Page.module.css';
import { Agreements } from './Agreements.tsx';
import { Services } from './ServiceSection.tsx';
import { useDecides } from './Suggestions.tsx';

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

function Advice() {
  const t = useT();
  const doc = useDoc();
  const { advice } = usePlan();
  const said = useSaidByOffice();
  const writable = useWritable('meta');
  const decides = useDecides();
  const { meeting } = useView();
  return (
    <section className={page['section']}>
      <fieldset disabled={!writable || !decides} data-testid="advice">
        <legend className={page['heading']}>{t('table.advice')}</legend>
        {decides || !writable ? null : (
          <p className={page['quiet']}>{t('table.advice_by', { name: meeting.facilitator.name })}</p>
        )}
        {ADVICE_POINTS.map((point) => (
          <label key={point} className={page['check']}>
            <input
              type="checkbox"
              checked={advice[point]}
              onChange={(event) => setAdvice(doc, point, event.target.checked, ORIGIN.list)}
            />
            <span>
              {t(`table.advice.${point}`)} {said[point] ?? ''}
            </span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}

/** What is to be named, where the office has written it down: whoever leads reads it from here. */
function useSaidByOffice(): Partial<Record<(typeof ADVICE_POINTS)[number], string>> {
  const t = useT();
  const { help } = useView();
  if (help === null) {
    return {};
  }
  const { ombudsName: name, ombudsPhone: phone, complaint } = help;
  return {
    ombudsOfficeNamed: t('table.advice_ombuds', { name, phone }),
    complaintRouteNamed: complaint,
  };
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
        <DateField
          name="next-review"
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
