import type { Goal } from '#shared/documents/plan/goals.ts';
import { useT, useView, useWritable } from '../../../app/context.ts';
import { ScaleLine } from '../../cards/ScaleLine.tsx';
import { Choice } from '../../fields/fields.tsx';
import { EnteredBy, ScaleEntry } from '../../fields/ScaleEntry.tsx';
import { scaleValues } from '../../words/scale.ts';
import styles from './GoalDetails.module.css';
import { useGoalField } from './useGoalField.ts';

/** Everybody's own value of today, side by side. */
export function Scale({ goal }: { goal: Goal }) {
  const t = useT();
  const { persons } = useView();
  const disabled = !useWritable('goals');
  return (
    <div className={styles['part']}>
      <h3 className={styles['heading']}>{t('outline.scale')}</h3>
      <div className={styles['scale']}>
        <ScaleLine values={scaleValues({ persons }, goal)} target={goal.target} />
        <EnteredBy scalesBy={goal.scalesBy} />
      </div>
      {disabled ? null : (
        <>
          <ScaleEntry
            goalId={goal.id}
            scales={goal.scales}
            before={goal.before?.scales ?? {}}
            target={goal.target}
            testId="goal-scale"
          />
          <Target goal={goal} />
        </>
      )}
    </div>
  );
}

/** The number that the goal is to reach. */
export function Target({ goal }: { goal: Goal }) {
  const t = useT();
  const disabled = !useWritable('goals');
  const set = useGoalField(goal);
  return (
    <Choice
      label={t('outline.target')}
      value={goal.target === null ? null : String(goal.target)}
      none={t('outline.none_yet')}
      options={Array.from({ length: 11 }, (_, value) => ({ value: String(value), label: String(value) }))}
      onChange={(value) => set('target', value === null ? null : Number(value))}
      disabled={disabled}
      testId="goal-target"
    />
  );
}
