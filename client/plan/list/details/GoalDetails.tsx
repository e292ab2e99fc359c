import { useEffect, useRef, useState } from 'react';
import { flatten, type Goal, goalRecord } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, usePlan, useT, useWritable } from '../../../app/context.ts';
import { focusIsLost } from '../../../app/keep-focus.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { ArrowLeft, RotateCcw } from '../../../ui/icons.ts';
import { Sign } from '../../cards/Sign.tsx';
import { goalLabel } from '../../words/goals.ts';
import { RemovedMeanwhile } from '../RemovedMeanwhile.tsx';
import { bringGoalBack } from '../restore.ts';
import { focusRow } from './focus-who.ts';
import styles from './GoalDetails.module.css';
import { Helps } from './Helps.tsx';
import { Moves } from './Moves.tsx';
import { Scale } from './Scale.tsx';
import { State } from './State.tsx';
import { Indicator, WhoAndWhen } from './WhoAndWhen.tsx';
import { Hints, Wordings } from './Wordings.tsx';

export interface GoalDetailsProps {
  id: string;
  /** Back to the list. Without it the details stand beside the list. */
  onBack?: (() => void) | undefined;
  /** It was taken from the table; told by whoever can offer the way back beside the list. */
  onRemoved?: ((goal: Goal) => void) | undefined;
}

/** Everything about one goal: wording, who, until when, how it is noticed, scale, help. */
export function GoalDetails({ id, onBack, onRemoved }: GoalDetailsProps) {
  const t = useT();
  const { goals } = usePlan();
  const [wrote, setWrote] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  // They take the place of the list, and of the row that opened them.
  const opened = useRef(onBack !== undefined);
  useEffect(() => {
    if (opened.current && focusIsLost()) {
      title.current?.focus({ preventScroll: true });
    }
  }, []);
  const goal = flatten(goals).find((candidate) => candidate.id === id);
  if (!goal) {
    return <NotOnTable id={id} wrote={wrote} onBack={onBack} onLetGo={() => setWrote(false)} />;
  }
  return (
    <section
      className={styles['details']}
      aria-label={goalLabel({ t }, goal)}
      onFocus={(event) => setWrote(event.target.matches('textarea'))}
      onKeyDown={({ key }) => {
        if (key === 'Escape') {
          onBack ? onBack() : focusRow(id);
        }
      }}
      data-here={id}
      data-testid="goal-details"
    >
      {onBack ? <BackButton onBack={onBack} /> : null}
      <h2 ref={title} tabIndex={-1} className={styles['title']} data-level={goal.level}>
        {goal.level === 'handlungsschritt' ? null : (
          <Sign kind={goal.level === 'richtungsziel' ? 'direction' : 'action'} />
        )}
        {goalLabel({ t }, goal)}
      </h2>
      <Wordings goal={goal} />
      <Hints goal={goal} />
      <WhoAndWhen goal={goal} />
      {goal.level === 'handlungsziel' ? (
        <>
          <Indicator goal={goal} />
          <Scale goal={goal} />
          <Helps goal={goal} />
        </>
      ) : null}
      <State goal={goal} />
      <Moves goal={goal} onRemoved={onRemoved} />
    </section>
  );
}

interface NotOnTableProps {
  id: string;
  /** Somebody took it away while one was writing in it. */
  wrote: boolean;
  onBack: (() => void) | undefined;
  onLetGo: () => void;
}

/** The goal was taken from the table; its words are kept and it can come back. */
function NotOnTable({ id, wrote, onBack, onLetGo }: NotOnTableProps) {
  const t = useT();
  const doc = useDoc();
  const writable = useWritable('goals');
  const known = goalRecord(doc, id) !== undefined;
  const bringBack = (): void => bringGoalBack(doc, id, ORIGIN.list);
  return (
    <section className={styles['details']}>
      {onBack ? <BackButton onBack={onBack} /> : null}
      <RemovedMeanwhile
        editing={wrote ? id : null}
        onDone={(kept) => (kept ? bringBack() : (onBack ?? onLetGo)())}
      />
      <p className={styles['quiet']}>{t('outline.not_on_table')}</p>
      {known && writable && !wrote ? (
        <Button size="small" icon={<RotateCcw />} onClick={bringBack} className={styles['back']}>
          {t('outline.bring_back')}
        </Button>
      ) : null}
    </section>
  );
}

function BackButton({ onBack }: { onBack: () => void }) {
  const t = useT();
  return (
    <Button
      size="small"
      variant="ghost"
      icon={<ArrowLeft />}
      onClick={onBack}
      className={styles['back']}
      data-testid="goal-details-back"
    >
      {t('outline.to_list')}
    </Button>
  );
}
