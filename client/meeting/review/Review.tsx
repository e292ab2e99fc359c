import { useEffect } from 'react';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, useLanguage, usePlan, useT, useWritable } from '../../app/context.ts';
import { formatDay } from '../../app/format.ts';
import { bringGoalBack } from '../../plan/list/restore.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { ofPlan } from '../../ui/text/of-plan.ts';
import page from '../Page.module.css';
import { PreviousNext } from './PreviousNext.tsx';
import styles from './Review.module.css';
import { Consequence, Result } from './ReviewAnswers.tsx';
import { ReviewScales } from './ReviewScales.tsx';
import { type ReviewItem, reviewItems } from './review.ts';

export interface ReviewProps {
  selected: string | null;
  onSelect(id: string): void;
}

/** What became of the goals of the last meeting, one at a time: then, now, and what follows. */
export function Review({ selected, onSelect }: ReviewProps) {
  const t = useT();
  const items = reviewItems(usePlan());
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === selected),
  );
  const item = items[at];
  const shown = item?.id ?? null;
  // What lies open here is what the shared screen shows; it must not run ahead to the next goal.
  useEffect(() => {
    if (shown !== null && shown !== selected) {
      onSelect(shown);
    }
  }, [shown, selected, onSelect]);
  if (!item) {
    return (
      <article className={page['paper']} data-testid="review">
        <h2 className={page['title']}>{t('table.review.title')}</h2>
        <p className={page['lead']}>{t('table.review.first')}</p>
      </article>
    );
  }
  return (
    <article className={page['paper']} data-here={item.id} data-testid="review">
      <div className={page['between']}>
        <p className={page['quiet']}>{t('table.review.count', { at: at + 1, of: items.length })}</p>
        <div className={page['row']}>
          <PreviousNext
            items={items}
            at={at}
            onGo={({ id }) => onSelect(id)}
            previous={t('table.review.previous')}
            next={t('table.review.next')}
            testId="review"
          />
        </div>
      </div>
      <ReviewOf key={item.id} item={item} />
    </article>
  );
}

interface PartProps {
  item: ReviewItem;
}

function ReviewOf({ item }: PartProps) {
  const t = useT();
  const { locale } = useLanguage();
  const { before } = item;
  return (
    <>
      <div className={styles['then']}>
        <p className={styles['label']}>
          {t('table.review.then', { number: before.number, day: formatDay(before.date, locale, 'long') })}
        </p>
        <p className={styles['sentence']} {...ofPlan(before.text)}>
          {before.text}
        </p>
      </div>
      {item.goal === null ? <Ended item={item} /> : null}
      <ReviewScales item={item} />
      <Result item={item} />
      <Consequence item={item} />
    </>
  );
}

/** Taken from the table: the question what became of it stays. */
function Ended({ item }: PartProps) {
  const t = useT();
  const doc = useDoc();
  const writable = useWritable('goals');
  return (
    <p className={styles['ended']}>
      {t('table.review.ended')}
      {writable ? (
        <Button size="small" variant="quiet" onClick={() => bringGoalBack(doc, item.id, ORIGIN.list)}>
          {t('outline.bring_back')}
        </Button>
      ) : null}
    </p>
  );
}
