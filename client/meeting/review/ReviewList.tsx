import { usePlan, useT } from '../../app/context.ts';
import { cx } from '../../ui/cx.ts';
import { Check } from '../../ui/icons.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import styles from './ReviewList.module.css';
import { type ReviewItem, reviewItems } from './review.ts';

export interface ReviewListProps {
  selected: string | null;
  onSelect(id: string): void;
}

/** The goals of the last version, for going from one to the next. */
export function ReviewList({ selected, onSelect }: ReviewListProps) {
  const t = useT();
  const items = reviewItems(usePlan());
  const current = items.find(({ id }) => id === selected) ?? items[0];
  return (
    <ol className={styles['list']} data-testid="review-list">
      {items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            aria-current={item === current ? 'true' : undefined}
            className={cx(styles['item'], item === current && styles['current'])}
            onClick={() => onSelect(item.id)}
            data-testid={`review-item-${item.before.number}`}
          >
            <span className={styles['number']}>{item.before.number}</span>
            <span>
              <span {...ofPlan(item.before.text)}>{item.before.text}</span>
              <Said item={item} />
            </span>
          </button>
        </li>
      ))}
      {items.length === 0 ? <li className={styles['none']}>{t('table.review.first')}</li> : null}
    </ol>
  );
}

function Said({ item }: { item: ReviewItem }) {
  const t = useT();
  const { result } = item.review;
  return (
    <span className={styles['said']}>
      {result ? (
        <>
          {result === 'erreicht' ? <Check /> : null}
          {t(`code.goalStatus.${result}`)}
        </>
      ) : (
        t('table.review.open')
      )}
    </span>
  );
}
