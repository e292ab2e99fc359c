import { useState } from 'react';
import { setScale } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, useLanguage, useT, useView, useWritable } from '../../app/context.ts';
import { formatDay } from '../../app/format.ts';
import { ScaleLine } from '../../plan/cards/ScaleLine.tsx';
import { PersonChoice } from '../../plan/fields/fields.tsx';
import { ScaleLegend, ScalePicker } from '../../plan/fields/ScalePicker.tsx';
import { personOf } from '../../plan/words/people.ts';
import { scaleValues } from '../../plan/words/scale.ts';
import page from '../Page.module.css';
import styles from './Review.module.css';
import type { ReviewItem } from './review.ts';

/** Everybody's number then and now, side by side. */
export function ReviewScales({ item }: { item: ReviewItem }) {
  const t = useT();
  const doc = useDoc();
  const { locale } = useLanguage();
  const { persons, me } = useView();
  const writable = useWritable('goals');
  const known = Object.keys(item.before.scales)[0] ?? null;
  const [whose, setWhose] = useState<string | null>(known ?? me.person?.id ?? null);
  const name = personOf({ persons }, whose)?.name ?? '';
  const before = whose === null ? null : (item.before.scales[whose] ?? null);
  const target = item.before.target ?? item.goal?.target ?? null;
  return (
    <section className={page['section']}>
      <h3 className={page['heading']}>{t('table.review.scale')}</h3>
      <div className={styles['scale']}>
        <ScaleLine values={scaleValues({ persons }, item)} target={target} />
      </div>
      {writable && item.goal ? (
        <div className={styles['answer']}>
          <PersonChoice
            label={t('outline.scale_whose')}
            value={whose}
            onChange={setWhose}
            testId="review-scale-who"
          />
          {whose === null ? null : (
            <div>
              <ScalePicker
                compact
                label={t('outline.scale_of', { name })}
                value={item.scales[whose] ?? null}
                before={before}
                target={target}
                onChange={(value) => setScale(doc, item.id, whose, value, ORIGIN.list)}
                testId="review-scale"
              />
              <ScaleLegend
                before={
                  before === null
                    ? null
                    : item.before.older?.includes(whose)
                      ? t('table.review.number_earlier', { name })
                      : t('table.review.number_then', { name, day: formatDay(item.before.date, locale) })
                }
                target={target !== null}
              />
            </div>
          )}
        </div>
      ) : null}
    </section>
  );
}
