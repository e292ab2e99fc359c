import type { ActionGoal, DirectionGoal, StepLine } from '#shared/protocol/report/blocks.ts';
import { Check } from '../../ui/icons.ts';
import { Facts } from './Facts.tsx';
import styles from './Reading.module.css';

/** A Richtungsziel with its goals and steps as a text. */
export function GoalView({ goal }: { goal: DirectionGoal }) {
  return (
    <div className={styles['direction']}>
      <p className={styles['label']}>{goal.label}</p>
      <h4 dir="auto">{goal.text}</h4>
      <Quote text={goal.quote} />
      {goal.goals.map((action) => (
        <Action key={action.id} goal={action} />
      ))}
    </div>
  );
}

function Action({ goal }: { goal: ActionGoal }) {
  return (
    <div className={styles['goal']}>
      <p className={styles['label']}>{goal.label}</p>
      <h5 dir="auto">{goal.text}</h5>
      <Quote text={goal.quote} />
      <Facts items={goal.facts} />
      {goal.steps.length > 0 ? (
        <ul className={styles['steps']} aria-label={goal.stepsTitle}>
          {goal.steps.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The tick also stands in words beside it. */
function Step({ step }: { step: StepLine }) {
  return (
    <li data-done={step.done}>
      <span className={styles['box']} aria-hidden="true">
        {step.done ? <Check /> : null}
      </span>
      <span className={styles['number']}>{step.number}</span>
      <span>
        <span dir="auto">{step.text}</span>
        <Quote text={step.quote} />
        {step.about ? <span className={styles['small']}>{step.about}</span> : null}
      </span>
    </li>
  );
}

/** The own words, where the agreed wording is another one. */
function Quote({ text }: { text: string }) {
  return text ? (
    <span className={styles['quote']} dir="auto">
      {text}
    </span>
  ) : null;
}
