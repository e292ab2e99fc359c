import { useState } from 'react';
import { type Goal, setScale } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, useT, useView, useWritable } from '../../../app/context.ts';
import { ScaleLine } from '../../cards/ScaleLine.tsx';
import { Choice, PersonChoice } from '../../fields/fields.tsx';
import { ScalePicker } from '../../fields/ScalePicker.tsx';
import { personOf } from '../../words/people.ts';
import { scaleValues } from '../../words/scale.ts';
import styles from './GoalDetails.module.css';
import { useGoalField } from './useGoalField.ts';

/** Everybody's own value of today, side by side. */
export function Scale({ goal }: { goal: Goal }) {
  const t = useT();
  const doc = useDoc();
  const { persons, me } = useView();
  const disabled = !useWritable('goals');
  const set = useGoalField(goal);
  const [whose, setWhose] = useState<string | null>(goal.voice ?? me.person?.id ?? persons[0]?.id ?? null);
  const name = personOf({ persons }, whose)?.name ?? '';
  return (
    <div className={styles['part']}>
      <h3 className={styles['heading']}>{t('outline.scale')}</h3>
      <div className={styles['scale']}>
        <ScaleLine values={scaleValues({ persons }, goal)} target={goal.target} />
      </div>
      {disabled ? null : (
        <>
          <PersonChoice
            label={t('outline.scale_whose')}
            value={whose}
            onChange={setWhose}
            testId="goal-scale-who"
          />
          {whose === null ? null : (
            <ScalePicker
              compact
              label={t('outline.scale_of', { name })}
              value={goal.scales[whose] ?? null}
              before={goal.before?.scales[whose] ?? null}
              target={goal.target}
              onChange={(value) => setScale(doc, goal.id, whose, value, ORIGIN.list)}
              testId="goal-scale"
            />
          )}
          <Choice
            label={t('outline.target')}
            value={goal.target === null ? null : String(goal.target)}
            none={t('outline.none_yet')}
            options={Array.from({ length: 11 }, (_, value) => ({
              value: String(value),
              label: String(value),
            }))}
            onChange={(value) => set('target', value === null ? null : Number(value))}
          />
        </>
      )}
    </div>
  );
}
