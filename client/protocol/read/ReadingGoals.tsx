import type { ProtocolActionGoal, ProtocolContent, ProtocolDirectionGoal } from '#shared/protocol/schema.ts';
import styles from './Reading.module.css';
import { Rows } from './ReadingParts.tsx';
import { documentText, goalRows, type NameOf, namesIn, stepLine } from './reading-model.ts';

/** Leitziel and the tree of goals as a text: directions, goals, steps. */
export function GoalTree({ content }: { content: ProtocolContent }) {
  const nameOf = namesIn(content);
  return (
    <>
      {content.leitziel ? (
        <div className={styles['leitziel']}>
          <p className={styles['label']}>{documentText('protocol.goal.leitziel')}</p>
          <p dir="auto">{content.leitziel}</p>
        </div>
      ) : null}
      {(content.goals ?? []).map((direction) => (
        <Direction key={direction.id} direction={direction} nameOf={nameOf} />
      ))}
    </>
  );
}

function Direction({ direction, nameOf }: { direction: ProtocolDirectionGoal; nameOf: NameOf }) {
  const label = [
    `${documentText('code.goalLevel.richtungsziel')} ${direction.number}`,
    direction.lifeArea && documentText(`code.lifeArea.${direction.lifeArea}`),
  ];
  return (
    <div className={styles['direction']}>
      <p className={styles['label']}>{label.filter(Boolean).join(' · ')}</p>
      <h3 dir="auto">{direction.text || documentText('protocol.goal.untitled')}</h3>
      <Quote quote={direction.quote} name={nameOf(direction.voice)} />
      {(direction.goals ?? []).map((goal) => (
        <Goal key={goal.id} goal={goal} nameOf={nameOf} />
      ))}
    </div>
  );
}

function Goal({ goal, nameOf }: { goal: ProtocolActionGoal; nameOf: NameOf }) {
  const label = [
    `${documentText('code.goalLevel.handlungsziel')} ${goal.number}`,
    documentText(`code.goalStatus.${goal.status}`),
    goal.kind === 'veraenderungsziel' ? '' : documentText(`code.goalKind.${goal.kind}`),
  ];
  return (
    <div className={styles['goal']}>
      <p className={styles['label']}>{label.filter(Boolean).join(' · ')}</p>
      <h4 dir="auto">{goal.text || documentText('protocol.goal.untitled')}</h4>
      <Quote quote={goal.quote} name={nameOf(goal.voice)} />
      <Rows rows={goalRows(goal, nameOf)} />
      {goal.steps ? (
        <ul className={styles['steps']} aria-label={documentText('protocol.goal.steps')}>
          {goal.steps.map((step) => (
            <li key={step.id}>
              <span className={styles['number']}>{step.number}</span>
              <span>
                <span dir="auto">{step.text}</span>
                <Quote quote={step.quote} name={nameOf(step.voice)} />
                <span className={styles['small']}>{stepLine(step, nameOf)}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The own words, where the agreed wording is another one. */
function Quote({ quote, name }: { quote: string | undefined; name: string }) {
  if (!quote) {
    return null;
  }
  return (
    <span className={styles['quote']} dir="auto">
      {name
        ? documentText('protocol.goal.quote', { name, quote })
        : documentText('protocol.goal.quoteAlone', { quote })}
    </span>
  );
}
