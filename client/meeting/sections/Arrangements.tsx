import {
  ADVICE_POINTS,
  reviewOccasionsText,
  setAdvice,
  setNextReview,
} from '#shared/documents/plan/arrangements.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, usePlan, useT, useWritable } from '../../app/context.ts';
import { SharedTextField } from '../../plan/fields/SharedTextField.tsx';
import { DateField } from '../../plan/fields/ValueField.tsx';
import page from '../Page.module.css';
import { Agreements } from './Agreements.tsx';
import { Services } from './ServiceSection.tsx';

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
        <DateField
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
