import { useState } from 'react';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import { usePlan, useT, useWritable } from '../../app/context.ts';
import { AddGoal } from '../../plan/list/AddGoal.tsx';
import { GoalDetails } from '../../plan/list/details/GoalDetails.tsx';
import { GoalTree } from '../../plan/list/GoalTree.tsx';
import { Leitziel } from '../../plan/list/Leitziel.tsx';
import { RemovedList } from '../../plan/list/RemovedList.tsx';
import { ResourceList } from '../../plan/list/ResourceList.tsx';
import { goalCount } from '../../plan/words/goals.ts';
import { cx } from '../../ui/cx.ts';
import { ReviewList } from '../review/ReviewList.tsx';
import styles from './LeftPane.module.css';

export interface LeftPaneProps {
  phase: MeetingPhase;
  /** The list has the whole table: details stand beside it. */
  wide: boolean;
  selected: string | null;
  onSelect(id: string | null): void;
  details: string | null;
  onDetails(id: string | null): void;
}

type ListName = 'goals' | 'resources' | 'review';

/** The accessible list: goals or strengths, in every step of the meeting. */
export function LeftPane(props: LeftPaneProps) {
  const { phase, wide, selected, onSelect, details, onDetails } = props;
  const t = useT();
  const [chosen, setChosen] = useState<{ phase: MeetingPhase; list: ListName } | null>(null);
  const list = chosen?.phase === phase ? chosen.list : listFor(phase);
  const choose = (next: ListName): void => {
    setChosen({ phase, list: next });
    onDetails(null);
  };
  const inDetails = !wide && list === 'goals' && details !== null;
  return (
    <section className={styles['pane']} aria-label={t('table.list')} data-region tabIndex={-1}>
      {inDetails ? (
        <div className={styles['details']}>
          <GoalDetails key={details} id={details} onBack={() => onDetails(null)} />
        </div>
      ) : (
        <>
          <ListHead list={list} phase={phase} onChoose={choose} />
          {list === 'review' ? (
            <ReviewList selected={selected} onSelect={onSelect} />
          ) : list === 'resources' ? (
            <>
              <ResourceList selected={selected} onSelect={onSelect} />
              <RemovedList of="resources" />
            </>
          ) : (
            <Goals {...props} />
          )}
        </>
      )}
    </section>
  );
}

function listFor(phase: MeetingPhase): ListName {
  return phase === 'ressourcen' ? 'resources' : phase === 'rueckblick' ? 'review' : 'goals';
}

function ListHead({
  list,
  phase,
  onChoose,
}: {
  list: ListName;
  phase: MeetingPhase;
  onChoose(list: ListName): void;
}) {
  const t = useT();
  const { goals, resources } = usePlan();
  const names: ListName[] =
    phase === 'rueckblick' ? ['review', 'goals', 'resources'] : ['goals', 'resources'];
  const count =
    list === 'goals'
      ? goalCount({ t }, goals)
      : list === 'resources'
        ? t('table.resource_count', { count: resources.length })
        : '';
  return (
    <div className={styles['head']}>
      <h2 className={styles['names']}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === list}
            onClick={() => onChoose(name)}
            className={cx(styles['name'], name === list && styles['on'])}
            data-testid={`list-${name}`}
          >
            {t(`table.list.${name}`)}
          </button>
        ))}
      </h2>
      <p className={styles['count']}>{count}</p>
    </div>
  );
}

function Goals({ wide, selected, onSelect, onDetails }: LeftPaneProps) {
  const writable = useWritable('goals');
  const t = useT();
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
      {wide ? (
        <div className={styles['beside']} id="goal-details-beside" tabIndex={-1}>
          {selected === null ? (
            <p className={styles['choose']}>{t('table.choose_goal')}</p>
          ) : (
            <GoalDetails key={selected} id={selected} />
          )}
        </div>
      ) : null}
    </div>
  );
}

function focusDetails(): void {
  document.getElementById('goal-details-beside')?.focus();
}
