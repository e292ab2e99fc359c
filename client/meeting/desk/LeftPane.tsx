import { useState } from 'react';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import type { ListName, Step } from '#shared/meeting/step.ts';
import { usePlan, useT } from '../../app/context.ts';
import { GoalDetails } from '../../plan/list/details/GoalDetails.tsx';
import { useTakenAway } from '../../plan/list/useTakenAway.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './LeftPane.module.css';
import type { ListProps } from './list-props.ts';
import { LISTS } from './lists.tsx';

export interface LeftPaneProps extends ListProps {
  step: Step;
}

/** The accessible list: goals or strengths, in every step of the meeting. */
export function LeftPane({ step, ...props }: LeftPaneProps) {
  const { wide, details, onDetails } = props;
  const t = useT();
  const [chosen, setChosen] = useState<{ phase: MeetingPhase; list: ListName } | null>(null);
  const list = chosen?.phase === step.code ? chosen.list : step.lists.open;
  const choose = (next: ListName): void => {
    setChosen({ phase: step.code, list: next });
    onDetails(null);
  };
  const [takenAway, setTaken] = useTakenAway('goals', props.onSelect);
  const { Items } = LISTS[list];
  return (
    <section
      className={styles['pane']}
      // Alone on the table it is the main part; the same element, so that the focus in it stays.
      role={wide ? 'main' : undefined}
      aria-label={t('table.list')}
      data-region
      tabIndex={-1}
    >
      {!wide && list === 'goals' && details !== null ? (
        <div className={styles['details']}>
          <GoalDetails
            key={details}
            id={details}
            onBack={() => onDetails(null)}
            onRemoved={({ id, sentence }) => {
              setTaken({ id, sentence });
              onDetails(null);
            }}
          />
        </div>
      ) : (
        <>
          <ListHead list={list} choice={step.lists.choice} onChoose={choose} />
          {list === 'goals' ? takenAway : null}
          <Items {...props} />
        </>
      )}
    </section>
  );
}

interface ListHeadProps {
  list: ListName;
  choice: readonly ListName[];
  onChoose(list: ListName): void;
}

function ListHead({ list, choice, onChoose }: ListHeadProps) {
  const t = useT();
  const plan = usePlan();
  return (
    <div className={styles['head']}>
      <h2 className={styles['names']}>
        {choice.map((name) => (
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
      <p className={styles['count']}>{LISTS[list].count(plan, t)}</p>
    </div>
  );
}
