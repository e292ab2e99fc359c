import { type PointerEvent, useRef } from 'react';
import { type Goal, goalRecord, sentenceField } from '#shared/documents/plan/goals.ts';
import { sharedText } from '#shared/documents/plan/records.ts';
import { useDoc } from '../../../../app/context.ts';
import { hueColour } from '../../../../ui/display/Avatar.tsx';
import { Plus } from '../../../../ui/icons.ts';
import { SpokenName, type SpokenNameProps, spokenIds } from '../../../../ui/text/InBoth.tsx';
import { ofPlan } from '../../../../ui/text/of-plan.ts';
import { EmptyChip } from '../../../cards/ResourceChip.tsx';
import { StepSlip } from '../../../cards/Steps.tsx';
import { SharedTextField } from '../../../fields/SharedTextField.tsx';
import { spokenCard } from '../../../words/goals.ts';
import { countSteps } from '../../../words/steps.ts';
import { GoalCardView } from '../../GoalCardView.tsx';
import { Measured } from '../../heights.tsx';
import type { PlacedCard } from '../../layout/index.ts';
import { heightName } from '../../model/measure.ts';
import { type BoardState, useBoard } from '../../model/state.ts';
import styles from './Shapes.module.css';

/** A card of the goal tree on the board, by the name of its place. */
export function GoalShape({ name }: { name: string }) {
  const card = useBoard().goals.get(name);
  if (!card) {
    return null;
  }
  return (
    <Measured name={heightName(card)} width={card.width}>
      {card.kind === 'steps' ? <StepsCard card={card} /> : <TreeCard card={card} />}
    </Measured>
  );
}

/** Keeps a control inside a card to itself: the board would take the press for a drag. */
export const ownPress = {
  onPointerDown: (event: PointerEvent) => event.stopPropagation(),
  onTouchStart: (event: React.TouchEvent) => event.stopPropagation(),
  onTouchEnd: (event: React.TouchEvent) => event.stopPropagation(),
};

/** The list tells them all; here the goals below stay in sight. */
const MOST_HELPS = 3;

function TreeCard({ card }: { card: PlacedCard }) {
  const board = useBoard();
  const { words, selected, all, roving, writable, actions, lifted, wide } = board;
  const { goal } = card;
  const name = nameOf(board, goal);
  const folded = !wide && card.kind === 'action' && goal.children.length > 0 && card.look.steps === 'none';
  const ask =
    writable && card.look.density === 'focus' ? (
      <span {...ownPress} className={styles['control']}>
        <EmptyChip icon={<Plus />} onPress={() => actions.askHelp(goal.id)}>
          {words.t('board.ask_help')}
        </EmptyChip>
      </span>
    ) : undefined;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a card is a group of words, signs and controls */}
      <div
        role="group"
        id={`card-${goal.id}`}
        data-card={goal.id}
        tabIndex={roving === goal.id ? 0 : -1}
        aria-labelledby={spokenIds(name)}
        className={styles['card']}
        data-kind={card.kind}
        data-lifted={lifted === goal.id || undefined}
        onFocus={(event) => event.target === event.currentTarget && actions.select(goal.id)}
      >
        <SpokenName {...name} />
        <GoalCardView
          card={card}
          words={words}
          selected={all ? goal.id : selected}
          fresh={NONE}
          sentenceOf={(shown) => <Sentence goal={shown} />}
          ask={ask}
          mostHelps={MOST_HELPS}
        />
        <Marks id={goal.id} />
      </div>
      {folded ? (
        <span {...ownPress} className={styles['control']}>
          <StepSlip {...countSteps(goal)} onOpen={() => actions.openSteps(goal.id, true)} />
        </span>
      ) : null}
    </>
  );
}

const NONE: ReadonlySet<string> = new Set();
const TWICE_MS = 400;

function StepsCard({ card }: { card: PlacedCard }) {
  const board = useBoard();
  const { words, selected, all, roving, writable, fresh, actions, wide } = board;
  const last = useRef({ id: '', at: 0 });
  const press = (step: Goal, event: PointerEvent): void => {
    event.stopPropagation();
    const now = Date.now();
    if (writable && last.current.id === step.id && now - last.current.at < TWICE_MS) {
      actions.edit(step.id);
    }
    last.current = { id: step.id, at: now };
    actions.select(step.id);
  };
  return (
    <>
      <GoalCardView
        card={card}
        words={words}
        selected={selected}
        fresh={new Set(fresh.keys())}
        sentenceOf={(shown) => <Sentence goal={shown} />}
        rowProps={(step) => ({
          id: `card-${step.id}`,
          'data-card': step.id,
          tabIndex: roving === step.id ? 0 : -1,
          className: styles['row'],
          'aria-labelledby': spokenIds(nameOf(board, step)),
          spoken: <SpokenName {...nameOf(board, step)} />,
          selected: all || selected === step.id,
          ...ownPress,
          onPointerDown: (event: PointerEvent) => press(step, event),
          onFocus: (event: React.FocusEvent) =>
            event.target === event.currentTarget && actions.select(step.id),
          ...(writable ? { onToggle: () => actions.toggleStep(step) } : {}),
        })}
      />
      {wide ? null : (
        <button
          type="button"
          aria-expanded
          className={styles['close']}
          {...ownPress}
          onClick={() => actions.openSteps(card.goal.id, false)}
        >
          {words.t('board.steps_close')}
        </button>
      )}
    </>
  );
}

/** What a card is called; its sentence is pointed to where it stands, unless it is being written. */
function nameOf({ words, editing }: BoardState, goal: Goal): SpokenNameProps {
  const id = `card-${goal.id}`;
  const seen = editing === goal.id ? null : { words: goal.sentence, id: `${id}-words` };
  return { id, parts: spokenCard(words, goal), seen };
}

function Sentence({ goal }: { goal: Goal }) {
  const doc = useDoc();
  const { editing, words, actions } = useBoard();
  const record = goalRecord(doc, goal.id);
  if (editing !== goal.id || !record) {
    return goal.sentence === '' ? (
      <span className={styles['empty']}>{words.t('board.empty_sentence')}</span>
    ) : (
      <span id={`card-${goal.id}-words`} {...ofPlan(goal.sentence)}>
        {goal.sentence}
      </span>
    );
  }
  const field = sentenceField(record);
  return (
    <span {...ownPress} className={styles['control']}>
      <SharedTextField
        text={sharedText(record, field)}
        at={{ id: goal.id, field }}
        label={words.t('board.edit')}
        bare
        sentence
        autoFocus
        onDone={() => actions.edit(null)}
        onLeave={() => actions.leave(goal.id)}
        testId="board-field"
      />
    </span>
  );
}

/** What others do with this card just now. */
export function Marks({ id }: { id: string }) {
  const { fresh, writers, words } = useBoard();
  const writer = writers.get(id);
  const name = fresh.get(id);
  return (
    <>
      {fresh.has(id) ? (
        <span className={styles['fresh']}>
          <span>{name ? words.t('board.a.new_from', { name }) : words.t('ui.card.new')}</span>
        </span>
      ) : null}
      {writer ? (
        <span className={styles['writer']} style={{ '--hue': hueColour(writer.hue) } as React.CSSProperties}>
          <bdi>{writer.name}</bdi>
        </span>
      ) : null}
    </>
  );
}
