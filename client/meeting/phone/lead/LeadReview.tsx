import { useEffect, useRef } from 'react';
import { useT } from '../../../app/context.ts';
import { keepSelected, useKeptSelected } from '../../kept-selected.ts';
import { Review } from '../../review/Review.tsx';
import { ReviewList } from '../../review/ReviewList.tsx';
import { useSelectedElsewhere } from '../../useFocus.ts';
import phone from '../Phone.module.css';
import styles from './LeadNow.module.css';

/** Looking back, and below it all goals to go through. Where a laptop leads beside it, the phone goes along. */
export function LeadReview() {
  const t = useT();
  const paper = useRef<HTMLDivElement>(null);
  const kept = useKeptSelected();
  const elsewhere = useSelectedElsewhere();
  useEffect(() => {
    if (elsewhere !== null) {
      keepSelected(null);
    }
  }, [elsewhere]);
  const selected = kept ?? elsewhere;
  return (
    <>
      <div ref={paper} className={styles['paper']}>
        <Review selected={selected} onSelect={keepSelected} />
      </div>
      <section>
        <h2 className={phone['small']}>{t('table.review.all')}</h2>
        <div className={styles['all']}>
          <ReviewList
            selected={selected}
            onSelect={(id) => {
              keepSelected(id);
              paper.current?.scrollIntoView();
            }}
          />
        </div>
      </section>
    </>
  );
}
