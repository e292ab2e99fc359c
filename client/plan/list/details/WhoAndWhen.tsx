import { type Goal, goalRecord } from '#shared/documents/plan/goals.ts';
import { sharedText } from '#shared/documents/plan/records.ts';
import { lifeArea } from '#shared/domain/codes.ts';
import { useDoc, useT, useWritable } from '../../../app/context.ts';
import { Choice, PeopleChoice, PersonChoice } from '../../fields/fields.tsx';
import { SharedTextField } from '../../fields/SharedTextField.tsx';
import { DateField, ValueField } from '../../fields/ValueField.tsx';
import styles from './GoalDetails.module.css';
import { useGoalField } from './useGoalField.ts';

/** Who does it, until when, who helps; for a Richtungsziel the area of life. */
export function WhoAndWhen({ goal }: { goal: Goal }) {
  const t = useT();
  const disabled = !useWritable('goals');
  const set = useGoalField(goal);
  if (goal.level === 'richtungsziel') {
    return (
      <div className={styles['part']}>
        <Choice
          label={t('outline.life_area')}
          value={goal.lifeArea}
          none={t('outline.none_yet')}
          options={lifeArea.map((value) => ({ value, label: t(`code.lifeArea.${value}`) }))}
          onChange={(value) => set('lifeArea', value)}
          disabled={disabled}
        />
      </div>
    );
  }
  return (
    <div className={styles['part']} data-part="who">
      <PersonChoice
        label={t('outline.who')}
        value={goal.responsible}
        onChange={(value) => set('responsible', value)}
        disabled={disabled}
        testId="goal-who"
      />
      <div className={styles['pair']}>
        <DateField
          name={`until ${goal.id}`}
          label={t('outline.until_when')}
          value={goal.dueDate}
          onChange={(value) => set('dueDate', value)}
          disabled={disabled}
          testId="goal-until"
        />
        <ValueField
          label={t('outline.how_often')}
          value={goal.recurrence}
          placeholder={t('outline.how_often_example')}
          onChange={(value) => set('recurrence', value)}
          disabled={disabled}
          testId="goal-often"
        />
      </div>
      <PeopleChoice
        label={t('outline.with_whom')}
        value={goal.supporters}
        without={goal.responsible}
        onChange={(value) => set('supporters', value)}
        disabled={disabled}
        testId="goal-with"
      />
    </div>
  );
}

/** How everybody notices that it works. */
export function Indicator({ goal }: { goal: Goal }) {
  const t = useT();
  const doc = useDoc();
  const record = goalRecord(doc, goal.id);
  return (
    <div className={styles['part']}>
      <SharedTextField
        text={record && sharedText(record, 'indicator')}
        at={{ id: goal.id, field: 'indicator' }}
        label={t('outline.how_noticed')}
        readOnly={!useWritable('goals')}
        testId="goal-indicator"
      />
    </div>
  );
}
