import { useDoc, usePlan, useT, useView, useWritable } from '../../app/context.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { RotateCcw } from '../../ui/icons.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { useOnePress } from '../../ui/useOnePress.ts';
import { personOf } from '../words/people.ts';
import { OFF_TABLE, type OffTablePart } from './off-table.ts';
import styles from './RemovedList.module.css';

/** What was taken from the table and can be brought back until the plan is sealed. */
export function RemovedList({ of }: { of: OffTablePart }) {
  const t = useT();
  const doc = useDoc();
  const { persons } = useView();
  const writable = useWritable(of);
  const press = useOnePress();
  // The plan says when to read again.
  usePlan();
  const removed = OFF_TABLE[of].list(doc).filter(({ text }) => text.trim() !== '');
  if (removed.length === 0) {
    return null;
  }
  return (
    <details className={styles['removed']} data-testid="removed-list">
      <summary>{t('outline.removed_list', { count: removed.length })}</summary>
      <ul onClickCapture={press}>
        {removed.map(({ id, text, removal }) => {
          const by = personOf({ persons }, removal.by);
          return (
            <li key={id}>
              <span>
                <span {...ofPlan(text)}>{text}</span>
                {by ? (
                  <span className={styles['by']}>{t('outline.removed_by', { name: by.name })}</span>
                ) : null}
              </span>
              {writable ? (
                <Button
                  size="small"
                  variant="quiet"
                  icon={<RotateCcw />}
                  onClick={() => OFF_TABLE[of].bringBack(doc, id)}
                >
                  {t('outline.bring_back')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
