import { useWritable } from '../../app/context.ts';
import { close, open } from '../../app/opened.ts';
import { AddGoal } from '../../plan/list/AddGoal.tsx';
import { GoalDetails } from '../../plan/list/details/GoalDetails.tsx';
import type { Taken } from '../../plan/list/useTakenAway.tsx';
import { fromTheTop } from './from-the-top.ts';
import styles from './PhoneGoals.module.css';

export interface OpenGoalProps {
  id: string;
  /** It was taken from the table; told where the list stands that one comes back to. */
  onTaken(taken: Taken): void;
}

/** Opens a goal in the part of the phone where one is. */
export function openGoal(id: string): void {
  open('goal', id);
}

/** Everything about one goal, and the line for what belongs below it. */
export function OpenGoal({ id, onTaken }: OpenGoalProps) {
  const writable = useWritable('goals');
  return (
    <div className={styles['card']} ref={fromTheTop}>
      <GoalDetails
        key={id}
        id={id}
        onBack={() => close('goal')}
        onRemoved={({ id: taken, sentence }) => {
          onTaken({ id: taken, sentence });
          close('goal');
        }}
      />
      {writable ? <AddGoal selected={id} onAdded={openGoal} /> : null}
    </div>
  );
}
