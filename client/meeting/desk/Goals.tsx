import { useT, useWritable } from '../../app/context.ts';
import { AddGoal } from '../../plan/list/AddGoal.tsx';
import { GoalDetails } from '../../plan/list/details/GoalDetails.tsx';
import { GoalTree } from '../../plan/list/GoalTree.tsx';
import { Leitziel } from '../../plan/list/Leitziel.tsx';
import { RemovedList } from '../../plan/list/RemovedList.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './LeftPane.module.css';
import type { ListProps } from './list-props.ts';

/** The goals; where the list has the whole table, the details of the chosen one stand beside it. */
export function Goals({ wide, selected, onSelect, onDetails }: ListProps) {
  const writable = useWritable('goals');
  return (
    <div className={cx(styles['goals'], wide && styles['wide'])}>
      <div className={styles['column']}>
        <Leitziel />
        <GoalTree
          selected={selected}
          onSelect={onSelect}
          onDetails={(id) => (wide ? focusDetails() : onDetails(id))}
        />
        <RemovedList of="goals" />
        {writable ? <AddGoal selected={selected} onAdded={onSelect} /> : null}
      </div>
      {wide ? <Beside id={selected} /> : null}
    </div>
  );
}

function Beside({ id }: { id: string | null }) {
  const t = useT();
  return (
    <div className={styles['beside']} id="goal-details-beside" tabIndex={-1}>
      {id === null ? (
        <p className={styles['choose']}>{t('table.choose_goal')}</p>
      ) : (
        <GoalDetails key={id} id={id} />
      )}
    </div>
  );
}

function focusDetails(): void {
  document.getElementById('goal-details-beside')?.focus();
}
