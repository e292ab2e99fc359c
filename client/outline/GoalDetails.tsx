import { flatten } from '#shared/plan/goals.ts';
import { usePlan, useT } from '../app/context.ts';
import { Button } from '../ui/Button.tsx';
import { Sign } from '../ui/cards/Sign.tsx';
import { Helps } from './details/Helps.tsx';
import { Moves } from './details/Moves.tsx';
import { Scale } from './details/Scale.tsx';
import { State } from './details/State.tsx';
import { Indicator, WhoAndWhen } from './details/WhoAndWhen.tsx';
import { Hints, Wordings } from './details/Wordings.tsx';
import styles from './GoalDetails.module.css';
import { ArrowLeft } from './icons.ts';
import { goalLabel } from './words.ts';

export interface GoalDetailsProps {
  id: string;
  /** Back to the list. Without it the details stand beside the list. */
  onBack?: (() => void) | undefined;
  onRemoved?: (() => void) | undefined;
}

/** Everything about one goal: wording, who, until when, how it is noticed, scale, help. */
export function GoalDetails({ id, onBack, onRemoved }: GoalDetailsProps) {
  const t = useT();
  const { goals } = usePlan();
  const goal = flatten(goals).find((candidate) => candidate.id === id);
  if (!goal) {
    return (
      <section className={styles['details']}>
        {onBack ? <BackButton onBack={onBack} /> : null}
        <p className={styles['quiet']}>{t('outline.not_on_table')}</p>
      </section>
    );
  }
  return (
    <section className={styles['details']} aria-label={goalLabel(goal, t)} data-testid="goal-details">
      {onBack ? <BackButton onBack={onBack} /> : null}
      <h2 className={styles['title']} data-level={goal.level}>
        {goal.level === 'handlungsschritt' ? null : (
          <Sign kind={goal.level === 'richtungsziel' ? 'direction' : 'action'} />
        )}
        {goalLabel(goal, t)}
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
      <Moves goal={goal} onRemoved={onRemoved ?? onBack} />
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
