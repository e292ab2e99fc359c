import { type KeyboardEvent, useState } from 'react';
import { type Goal, goalRecord, sentenceField } from '#shared/documents/plan/goals.ts';
import { sharedText } from '#shared/documents/plan/records.ts';
import { useDoc, useT } from '../../app/context.ts';
import { formatList } from '../../app/format.ts';
import { cx } from '../../ui/cx.ts';
import { Check, ChevronDown, ChevronRight } from '../../ui/icons.ts';
import { InBoth, SpokenName, spokenIds } from '../../ui/text/InBoth.tsx';
import { inParts } from '../../ui/text/in-parts.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { Sign } from '../cards/Sign.tsx';
import { HelpPicker } from '../fields/HelpPicker.tsx';
import { SharedTextField } from '../fields/SharedTextField.tsx';
import { goalLabel, spokenGoal, stateWords } from '../words/goals.ts';
import { scaleLetters, scaleValues } from '../words/scale.ts';
import { spokenDuty, stepState, whoAndWhen } from '../words/steps.ts';
import { joined, useWords } from '../words/words.ts';
import styles from './GoalTree.module.css';
import type { Tree } from './keys/tree.ts';
import { useEditors } from './presence.ts';

export interface GoalRowProps {
  goal: Goal;
  tree: Tree;
  /** The goal and its siblings, in order. */
  family: readonly Goal[];
  selected: boolean;
  tabStop: boolean;
  onSelect(id: string | null): void;
  onDetails(id: string): void;
}

const LOOK = { richtungsziel: 'direction', handlungsziel: 'action', handlungsschritt: 'step' } as const;

/** One goal or step of the list. */
export function GoalRow(props: GoalRowProps) {
  const { goal, tree, family, selected, tabStop, onSelect } = props;
  const words = useWords();
  const editing = tree.editing === goal.id;
  const hasChildren = goal.children.length > 0;
  const id = `row-${goal.id}`;
  const name = {
    id,
    parts: spokenGoal(words, goal),
    seen: editing ? null : { words: goal.sentence, id: `${id}-words` },
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys of all its rows
    <div
      role="treeitem"
      aria-level={goal.depth + 1}
      aria-setsize={family.length}
      aria-posinset={family.indexOf(goal) + 1}
      aria-expanded={hasChildren ? !tree.folded.has(goal.id) : undefined}
      aria-selected={selected}
      aria-labelledby={spokenIds(name)}
      tabIndex={tabStop ? 0 : -1}
      data-goal={goal.id}
      data-testid={`goal-row-${goal.number}`}
      className={cx(styles['row'], styles[LOOK[goal.level]], selected && styles['selected'])}
      onClick={(event) => {
        onSelect(goal.id);
        if (event.target instanceof Element && !event.target.closest('button, input, textarea')) {
          event.currentTarget.focus();
        }
      }}
      onFocus={(event) => {
        // Keys work on the row that has the focus, however it came there.
        if (event.target === event.currentTarget && !selected) {
          onSelect(goal.id);
        }
      }}
      onDoubleClick={() => tree.edit(goal.id)}
    >
      <SpokenName {...name} />
      <Mark goal={goal} tree={tree} />
      <div className={styles['words']}>
        {editing ? <SentenceField goal={goal} tree={tree} /> : <Sentence id={`${id}-words`} goal={goal} />}
        <Meta goal={goal} />
        {tree.linking === goal.id ? (
          <HelpPicker goal={goal} autoFocus onClose={() => tree.link(null)} />
        ) : null}
        {selected && !editing && tree.linking === null ? <RowActions {...props} /> : null}
      </div>
      <FoldButton goal={goal} tree={tree} />
    </div>
  );
}

function Mark({ goal, tree }: { goal: Goal; tree: Tree }) {
  if (goal.level !== 'handlungsschritt') {
    return (
      <span className={styles['number']} aria-hidden="true">
        <Sign kind={goal.level === 'richtungsziel' ? 'direction' : 'action'} />
        {goal.number}
      </span>
    );
  }
  const state = stepState(goal);
  // The row itself says its state and X ticks it; the box is for the pointer.
  return (
    <span className={styles['number']} aria-hidden="true">
      <button
        type="button"
        tabIndex={-1}
        className={cx(styles['box'], styles[state])}
        disabled={!tree.writable}
        onClick={() => tree.toggleDone(goal)}
        data-testid={`goal-done-${goal.number}`}
      >
        {state === 'done' ? <Check /> : null}
      </button>
    </span>
  );
}

function Sentence({ id, goal }: { id: string; goal: Goal }) {
  const t = useT();
  return (
    <p
      id={id}
      {...ofPlan(goal.sentence)}
      className={cx(styles['sentence'], goal.sentence === '' && styles['blank'])}
    >
      {goal.sentence || t('outline.empty_sentence')}
    </p>
  );
}

/** The sentence while it is written. Which of the two wordings it is does not change meanwhile. */
function SentenceField({ goal, tree }: { goal: Goal; tree: Tree }) {
  const t = useT();
  const doc = useDoc();
  const record = goalRecord(doc, goal.id);
  const [field] = useState(() => (record ? sentenceField(record) : 'textOwn'));
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const empty = event.currentTarget.value === '';
    if (event.key === 'Tab' && empty && tree.fresh === goal.id && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      tree.move(goal.id, event.shiftKey ? 'out' : 'in');
    }
  };
  return (
    <SharedTextField
      key={goal.parentId}
      bare
      sentence
      autoFocus
      text={record && sharedText(record, field)}
      at={{ id: goal.id, field }}
      label={t('outline.sentence_of', { goal: goalLabel({ t }, goal) })}
      placeholder={t(`outline.placeholder.${goal.level}`)}
      onKey={onKey}
      onDone={tree.endEdit}
      onLeave={() => document.hasFocus() && tree.endEdit('left')}
      className={styles['field']}
      testId="goal-sentence"
    />
  );
}

function Meta({ goal }: { goal: Goal }) {
  const words = useWords();
  const { t, locale } = words;
  const editors = useEditors().get(goal.id) ?? [];
  const meta =
    goal.level === 'handlungsziel'
      ? inParts(
          joined(
            [
              stateWords(words, goal),
              spokenDuty(words, goal),
              scaleLetters(words, scaleValues(words, goal), goal.target),
            ],
            ' · ',
          ),
        )
      : goal.level === 'handlungsschritt'
        ? whoAndWhen(words, goal)
        : [];
  return (
    <>
      {meta.length === 0 ? null : (
        <p className={styles['meta']}>
          <InBoth parts={meta} />
        </p>
      )}
      {editors.length === 0 ? null : (
        <p className={styles['writing']} data-testid="goal-editors">
          {t('outline.writes', {
            count: editors.length,
            names: formatList(
              editors.map(({ name }) => name),
              locale,
            ),
          })}
        </p>
      )}
    </>
  );
}

function RowActions({ goal, tree, onDetails }: GoalRowProps) {
  const t = useT();
  return (
    <div className={styles['actions']}>
      {tree.writable ? (
        <>
          <button type="button" onClick={() => tree.edit(goal.id)} data-testid="goal-edit">
            {t('outline.edit')}
          </button>
          {goal.level === 'handlungsziel' ? (
            <button type="button" onClick={() => tree.link(goal.id)} data-testid="goal-link">
              {t('outline.what_helps')}
            </button>
          ) : null}
        </>
      ) : null}
      <button type="button" onClick={() => onDetails(goal.id)} data-testid="goal-details-open">
        {t('outline.more')}
      </button>
    </div>
  );
}

function FoldButton({ goal, tree }: { goal: Goal; tree: Tree }) {
  if (goal.children.length === 0) {
    return <span />;
  }
  const folded = tree.folded.has(goal.id);
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      className={styles['fold']}
      onClick={(event) => {
        event.stopPropagation();
        tree.fold(goal.id, !folded);
      }}
    >
      {folded ? <ChevronRight /> : <ChevronDown />}
    </button>
  );
}
