import { type RefObject, useEffect, useState } from 'react';
import { flatten } from '#shared/documents/plan/goals.ts';
import { ofPlan } from '../../../../ui/text/of-plan.ts';
import type { Words } from '../../../words/words.ts';
import styles from './GoalRail.module.css';

interface GoalRailProps {
  /** The goal under the pointer, read when the card is let go. */
  over: RefObject<string | null>;
  words: Words;
  /** The strength under the finger. */
  id: string;
}

/** While a strength is carried, the goals stand in a row below: dropping it on one of them links the two. */
export function GoalRail({ over, words, id }: GoalRailProps) {
  const [lit, setLit] = useState<string | null>(null);
  const goals = flatten(words.plan.goals).filter((goal) => goal.depth === 1);
  const linked = words.plan.resources.find((resource) => resource.id === id)?.supports ?? [];
  useEffect(() => {
    const onMove = (event: PointerEvent): void => {
      const hit = document
        .elementsFromPoint(event.clientX, event.clientY)
        .map((element) => (element as HTMLElement).dataset?.['goal'])
        .find((goal) => goal !== undefined);
      over.current = hit ?? null;
      setLit(hit ?? null);
    };
    window.addEventListener('pointermove', onMove, { capture: true });
    return () => {
      window.removeEventListener('pointermove', onMove, { capture: true });
      over.current = null;
    };
  }, [over]);
  return (
    <div className={styles['rail']}>
      <span>{words.t('board.drop_help')}</span>
      {goals.map((goal) => (
        <div key={goal.id} data-goal={goal.id} data-lit={lit === goal.id || undefined}>
          <p>
            <b>{goal.number}</b> {linked.includes(goal.id) ? '✓ ' : ''}
            <span {...ofPlan(goal.sentence)}>{goal.sentence}</span>
          </p>
        </div>
      ))}
    </div>
  );
}
