import type { ReactNode } from 'react';
import type { Goal } from '#shared/documents/plan/goals.ts';
import { cx } from '../../ui/cx.ts';
import { InBoth } from '../../ui/text/InBoth.tsx';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { ActionCard } from '../cards/ActionCard.tsx';
import { DirectionCard } from '../cards/DirectionCard.tsx';
import { StepRow, StepSheet } from '../cards/Steps.tsx';
import { stateWords } from '../words/goals.ts';
import { personOf } from '../words/people.ts';
import { helpsOf } from '../words/resources.ts';
import { scaleValues } from '../words/scale.ts';
import { countSteps, stepState, whoAndWhen } from '../words/steps.ts';
import type { Words } from '../words/words.ts';
import styles from './GoalCardView.module.css';
import type { PlacedCard } from './layout/index.ts';

export interface GoalCardViewProps {
  card: Pick<PlacedCard, 'kind' | 'goal' | 'look' | 'width'>;
  words: Words;
  selected: string | null;
  /** Goals that others have just added or changed. */
  fresh: ReadonlySet<string>;
  /** A neighbour of the branch in focus, on the shared screen. */
  calm?: boolean;
  /** How many helps the card in focus names. */
  mostHelps?: number;
  /** The sentence of a goal, where a view puts a field in its place. */
  sentenceOf?: (goal: Goal) => ReactNode;
  /** Attributes of a step's row, so that a view may make it focusable. */
  rowProps?: (step: Goal) => Omit<Partial<Parameters<typeof StepRow>[0]>, 'number' | 'sentence' | 'state'>;
  ask?: ReactNode;
}

/** One card of the goal tree as it looks, drawn by the shared cards. Board and shared screen use it. */
export function GoalCardView(props: GoalCardViewProps) {
  const { card } = props;
  if (card.kind === 'steps') {
    return <Sheet {...props} />;
  }
  return card.kind === 'direction' ? <Direction {...props} /> : <Action {...props} />;
}

function words({ words: { t }, sentenceOf }: GoalCardViewProps, goal: Goal): ReactNode {
  return (
    sentenceOf?.(goal) ?? (
      <span {...ofPlan(goal.sentence)}>
        {goal.sentence === '' ? t('board.empty_sentence') : goal.sentence}
      </span>
    )
  );
}

function Direction(props: GoalCardViewProps) {
  const { card, selected, calm } = props;
  const { goal, look } = card;
  const folded = look.childrenFolded && goal.children.length > 0;
  const count = folded ? props.words.t('board.children', { count: goal.children.length }) : undefined;
  return (
    <DirectionCard
      number={goal.number}
      sentence={words(props, goal)}
      state={count ?? (stateWords(props.words, goal) || undefined)}
      selected={selected === goal.id}
      calm={calm}
      narrow={card.width < 240}
      className={cx(look.density === 'title' && styles['title'])}
    />
  );
}

function Action(props: GoalCardViewProps) {
  const { card, selected, calm, mostHelps, ask } = props;
  const { goal, look } = card;
  const brief = look.density === 'title' || look.density === 'fold';
  return (
    <ActionCard
      number={goal.number}
      sentence={words(props, goal)}
      density={look.density === 'title' ? 'fold' : look.density}
      state={stateWords(props.words, goal) || undefined}
      duty={brief ? null : dutyOf(props.words, goal)}
      scales={scaleValues(props.words, goal)}
      target={goal.target}
      helps={helpsOf(props.words.plan, goal.id)}
      mostHelps={mostHelps}
      ask={ask}
      selected={selected === goal.id}
      calm={calm}
    />
  );
}

/** Who cares for a goal and until when; nothing where nobody has said. */
function dutyOf(words: Words, goal: Goal): ReactNode {
  const parts = whoAndWhen(words, goal);
  return parts.length === 0 ? null : <InBoth parts={parts} />;
}

function Sheet(props: GoalCardViewProps) {
  const { goal, look } = props.card;
  const { t } = props.words;
  const { open, done } = countSteps(goal);
  if (look.steps === 'count') {
    return (
      <StepSheet>
        <StepRow
          brief
          number=""
          sentence={t('ui.steps', { open, done })}
          state={open > 0 ? 'open' : 'done'}
        />
      </StepSheet>
    );
  }
  const shown = look.doneSummed ? goal.children.filter((step) => stepState(step) !== 'done') : goal.children;
  return (
    <StepSheet>
      {shown.map((step) => (
        <Row key={step.id} step={step} {...props} />
      ))}
      {look.doneSummed && done > 0 ? (
        <StepRow brief number="" sentence={t('board.steps_done', { count: done })} state="done" />
      ) : null}
    </StepSheet>
  );
}

function Row(props: GoalCardViewProps & { step: Goal }) {
  const { step, card, selected, fresh, rowProps } = props;
  const person = personOf(props.words, step.responsible);
  const brief = card.look.steps === 'lines';
  return (
    <StepRow
      number={step.number}
      sentence={words(props, step)}
      plain={step.sentence}
      state={stepState(step)}
      person={person}
      meta={brief ? person?.name : <InBoth parts={whoAndWhen(props.words, step)} />}
      brief={brief}
      fresh={fresh.has(step.id)}
      selected={selected === step.id}
      {...rowProps?.(step)}
    />
  );
}
