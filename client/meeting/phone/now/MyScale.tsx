import { useEffect, useRef, useState } from 'react';
import { flatten } from '#shared/documents/plan/goals.ts';
import { usePlan, useT } from '../../../app/context.ts';
import { PreviousNext } from '../../review/PreviousNext.tsx';
import phone from '../Phone.module.css';
import { useGoalInFocus } from '../useGoalInFocus.ts';
import styles from './Now.module.css';
import { ScaleOfGoal } from './ScaleOfGoal.tsx';

/** "Wo stehst du gerade bei diesem Ziel?": one's own number, which all see at once. */
export function MyScale({ hasBegun = false }: { hasBegun?: boolean }) {
  const t = useT();
  const { goals } = usePlan();
  const focus = useGoalInFocus();
  const [chosen, setChosen] = useState<{ focus: string | null; id: string } | null>(null);
  const hadFocus = useRef(false);
  const before = useRef<string | null>(null);
  const action = flatten(goals).filter(({ level }) => level === 'handlungsziel');
  // The talk leads; who looks at another goal comes back when the talk goes on.
  const own = chosen?.focus === (focus?.id ?? null) ? chosen.id : null;
  const goal = action.find(({ id }) => id === own) ?? focus ?? action[0];
  // Whoever asked for a goal knows which one it is.
  const isBrought = own === null && (before.current === null ? hasBegun : before.current !== goal?.id);
  useEffect(() => {
    before.current = goal?.id ?? null;
  });
  return goal ? (
    <>
      <ScaleOfGoal key={goal.id} goal={goal} isBrought={isBrought} hadFocus={hadFocus} />
      {action.length > 1 ? (
        <nav className={styles['others']} aria-label={t('table.now.other_goals')}>
          <PreviousNext
            items={action}
            at={action.findIndex(({ id }) => id === goal.id)}
            onGo={({ id }) => setChosen({ focus: focus?.id ?? null, id })}
            previous={t('table.now.goal_before')}
            next={t('table.now.goal_after')}
            testId="my-scale"
          />
        </nav>
      ) : null}
    </>
  ) : (
    <div className={styles['calmPage']}>
      <h2 className={phone['question']}>{t('table.now.listen')}</h2>
    </div>
  );
}
