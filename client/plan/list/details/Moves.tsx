import { useState } from 'react';
import { type Goal, moveGoal, removeGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, usePlan, useT, useView, useWritable } from '../../../app/context.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { ArrowDown, ArrowUp, ListEnd, ListStart, Trash2 } from '../../../ui/icons.ts';
import { VisuallyHidden } from '../../../ui/text/VisuallyHidden.tsx';
import { type MoveDirection, moveFor } from '../keys/tree-moves.ts';
import styles from './GoalDetails.module.css';

const MOVES = [
  ['up', ArrowUp],
  ['down', ArrowDown],
  ['in', ListEnd],
  ['out', ListStart],
] as const satisfies readonly (readonly [MoveDirection, unknown])[];

/** Moving without dragging, and taking from the table. */
export function Moves({ goal, onRemoved }: { goal: Goal; onRemoved: ((goal: Goal) => void) | undefined }) {
  const t = useT();
  const doc = useDoc();
  const { goals } = usePlan();
  const { me } = useView();
  const [said, setSaid] = useState('');
  if (!useWritable('goals')) {
    return null;
  }
  const move = (direction: MoveDirection): void => {
    const target = moveFor(goals, goal.id, direction);
    if (typeof target === 'string') {
      setSaid(t(`outline.no_move.${target}`));
    } else {
      moveGoal(doc, goal.id, target.parentId, ORIGIN.list, target.after);
      setSaid('');
    }
  };
  return (
    <div className={styles['part']}>
      <div className={styles['moves']}>
        {MOVES.map(([direction, Icon]) => (
          <Button
            key={direction}
            size="small"
            variant="quiet"
            icon={<Icon />}
            onClick={() => move(direction)}
            data-testid={`goal-move-${direction}`}
          >
            {t(`outline.move.${direction}`)}
          </Button>
        ))}
        <Button
          size="small"
          variant="quiet"
          icon={<Trash2 />}
          onClick={() => {
            removeGoal(doc, goal.id, me.person?.id ?? '', ORIGIN.list);
            onRemoved?.(goal);
          }}
          data-testid="goal-remove"
        >
          {t('outline.remove')}
        </Button>
      </div>
      {said === '' ? (
        <VisuallyHidden>
          <span role="status" />
        </VisuallyHidden>
      ) : (
        <p role="status" className={styles['quiet']}>
          {said}
        </p>
      )}
    </div>
  );
}
