import { removedGoals } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { removedResources, restoreResource } from '#shared/documents/plan/resources.ts';
import { useDoc, usePlan, useT, useView, useWritable } from '../../app/context.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { RotateCcw } from '../../ui/icons.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { personOf } from '../words/people.ts';
import styles from './RemovedList.module.css';
import { bringGoalBack } from './restore.ts';

/** What was taken from the table and can be brought back until the plan is sealed. */
export function RemovedList({ of }: { of: 'goals' | 'resources' }) {
  const t = useT();
  const doc = useDoc();
  const { persons } = useView();
  const writable = useWritable(of);
  // The plan says when to read again.
  usePlan();
  const removed = (of === 'goals' ? removedGoals(doc) : removedResources(doc)).filter(
    ({ text }) => text.trim() !== '',
  );
  if (removed.length === 0) {
    return null;
  }
  const bringBack = (id: string): void =>
    of === 'goals' ? bringGoalBack(doc, id, ORIGIN.list) : restoreResource(doc, id, ORIGIN.list);
  return (
    <details className={styles['removed']} data-testid="removed-list">
      <summary>{t('outline.removed_list', { count: removed.length })}</summary>
      <ul>
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
                <Button size="small" variant="quiet" icon={<RotateCcw />} onClick={() => bringBack(id)}>
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
