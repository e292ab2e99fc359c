import { useLanguage, useT, useView, useWritable } from '../../app/context.ts';
import { formatDay } from '../../app/format.ts';
import { ScaleLine } from '../../plan/cards/ScaleLine.tsx';
import { EnteredBy, ScaleEntry } from '../../plan/fields/ScaleEntry.tsx';
import { ScaleLegend } from '../../plan/fields/ScalePicker.tsx';
import { scaleValues } from '../../plan/words/scale.ts';
import page from '../Page.module.css';
import styles from './Review.module.css';
import type { ReviewItem } from './review.ts';

/** Everybody's number then and now, side by side. */
export function ReviewScales({ item }: { item: ReviewItem }) {
  const t = useT();
  const { persons } = useView();
  const writable = useWritable('goals');
  const target = item.before.target ?? item.goal?.target ?? null;
  return (
    <section className={page['section']}>
      <h3 className={page['heading']}>{t('table.review.scale')}</h3>
      <div className={styles['scale']}>
        <ScaleLine values={scaleValues({ persons }, item)} target={target} />
        <EnteredBy scalesBy={item.scalesBy} />
      </div>
      {writable && item.goal ? (
        <div className={styles['answer']}>
          <ScaleEntry
            goalId={item.id}
            scales={item.scales}
            before={item.before.scales}
            target={target}
            legend={(personId, name) => (
              <Legend item={item} personId={personId} name={name} hasTarget={target !== null} />
            )}
            testId="review-scale"
          />
        </div>
      ) : null}
    </section>
  );
}

interface LegendProps {
  item: ReviewItem;
  personId: string;
  name: string;
  hasTarget: boolean;
}

function Legend({ item: { before }, personId, name, hasTarget }: LegendProps) {
  const t = useT();
  const { locale } = useLanguage();
  const isOlder = before.older?.includes(personId) ?? false;
  const words = isOlder
    ? t('table.review.number_earlier', { name })
    : t('table.review.number_then', { name, day: formatDay(before.date, locale) });
  return <ScaleLegend before={before.scales[personId] === undefined ? null : words} target={hasTarget} />;
}
