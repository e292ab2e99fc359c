import type { Goal } from '#shared/documents/plan/goals.ts';
import { goalKind, goalStatus, stepStatus } from '#shared/domain/codes.ts';
import { useT, useWritable } from '../../../app/context.ts';
import { Choice } from '../../fields/fields.tsx';
import { stateWords } from '../../words/goals.ts';
import styles from './GoalDetails.module.css';
import { useGoalField } from './useGoalField.ts';

/** Where the goal stands, and what kind it is. */
export function State({ goal }: { goal: Goal }) {
  const t = useT();
  const disabled = !useWritable('goals');
  const set = useGoalField(goal);
  return (
    <div className={styles['part']}>
      <div className={styles['pair']}>
        <Status goal={goal} />
        {goal.level === 'handlungsziel' ? (
          <Choice
            label={t('outline.kind')}
            value={goal.kind}
            options={goalKind.map((value) => ({ value, label: t(`code.goalKind.${value}`) }))}
            onChange={(value) => value && set('kind', value)}
            disabled={disabled}
          />
        ) : null}
      </div>
    </div>
  );
}

function Status({ goal }: { goal: Goal }) {
  const t = useT();
  const disabled = !useWritable('goals');
  const set = useGoalField(goal);
  const { result, consequence } = goal.review;
  const isStep = goal.level === 'handlungsschritt';
  if (!isStep && (result !== null || consequence !== null)) {
    // The review has said it; chosen here, it would say another thing than row, board and document.
    return <p data-testid="goal-state">{t('outline.state_reviewed', { state: stateWords({ t }, goal) })}</p>;
  }
  const options = isStep
    ? stepStatus.map((value) => ({ value, label: t(`code.stepStatus.${value}`) }))
    : goalStatus.map((value) => ({ value, label: t(`code.goalStatus.${value}`) }));
  return (
    <Choice<Goal['status']>
      label={t('outline.state')}
      value={goal.status}
      options={options}
      onChange={(value) => value && set('status', value)}
      disabled={disabled}
      testId="goal-status"
    />
  );
}
