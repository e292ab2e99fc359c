import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flatten, type Goal } from '#shared/documents/plan/goals.ts';
import { useSession, useT } from '../../app/context.ts';
import { focusIsLost } from '../../app/keep-focus.ts';
import { Button } from '../../ui/Button.tsx';
import { Plus } from '../../ui/icons.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { GoalRow } from './GoalRow.tsx';
import styles from './GoalTree.module.css';
import { treeCommand } from './keys/keys.ts';
import { letterKeys } from './keys/letter-keys.ts';
import { TreeHelp } from './keys/TreeHelp.tsx';
import type { Tree } from './keys/tree.ts';
import { visibleGoals } from './keys/tree-moves.ts';
import { RemovedMeanwhile } from './RemovedMeanwhile.tsx';
import { TakenAway } from './TakenAway.tsx';
import { useTree } from './useTree.ts';

export interface GoalTreeProps {
  selected: string | null;
  onSelect(id: string | null): void;
  /** Opens everything about a goal. */
  onDetails(id: string): void;
}

/** The goal tree as a list with the full power of the board, by keyboard and screen reader. */
export function GoalTree({ selected, onSelect, onDetails }: GoalTreeProps) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  const tree = useTree({ selected, onSelect, place });
  const [help, setHelp] = useState(false);
  const session = useSession();
  const rows = visibleGoals(tree.goals, tree.folded);
  const all = flatten(tree.goals);
  // What is selected on the board comes into sight here.
  useEffect(() => {
    const row =
      selected === null ? null : place.current?.querySelector(`[data-goal="${CSS.escape(selected)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  // Back from the details of a goal, its row goes on.
  const shown = useRef(selected);
  useEffect(() => {
    if (shown.current !== null && focusIsLost()) {
      place.current?.querySelector<HTMLElement>(`[data-goal="${CSS.escape(shown.current)}"]`)?.focus();
    }
  }, []);

  const current = all.find(({ id }) => id === selected) ?? null;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const onRow =
      event.target instanceof HTMLElement && event.target.closest('[role="treeitem"], [role="tree"]');
    if (!onRow || event.target !== onRow) {
      return;
    }
    const command = treeCommand(event, letterKeys.get());
    if (!command) {
      return;
    }
    event.preventDefault();
    if (command.do === 'undo' || command.do === 'redo') {
      session.undo[command.do]();
    } else if (command.do === 'help') {
      setHelp(true);
    } else {
      run(command, current, tree, onDetails);
    }
  };

  return (
    <div className={styles['list']}>
      <RemovedMeanwhile
        editing={tree.editing}
        onDone={(id) => (id ? tree.bringBack(id) : tree.endEdit('left'))}
      />
      {tree.takenAway ? (
        <TakenAway
          sentence={tree.takenAway.sentence}
          onBack={() => tree.takenAway && tree.bringBack(tree.takenAway.id)}
          onClose={tree.forget}
        />
      ) : null}
      <div
        ref={place}
        role="tree"
        aria-label={t('outline.tree')}
        aria-describedby="outline-tree-keys"
        tabIndex={rows.length === 0 ? 0 : -1}
        className={styles['tree']}
        onKeyDown={onKeyDown}
        data-testid="goal-tree"
      >
        {rows.map((goal) => (
          <GoalRow
            key={goal.id}
            goal={goal}
            tree={tree}
            family={
              goal.parentId === null
                ? tree.goals
                : (all.find(({ id }) => id === goal.parentId)?.children ?? [])
            }
            selected={goal.id === selected}
            tabStop={goal.id === selected || (current === null && goal === rows[0])}
            onSelect={onSelect}
            onDetails={onDetails}
          />
        ))}
      </div>
      {rows.length === 0 ? <EmptyTree tree={tree} /> : null}
      <VisuallyHidden>
        <span id="outline-tree-keys">{t('outline.keys_hint')}</span>
        <span role="status">{tree.said}</span>
      </VisuallyHidden>
      <TreeHelp open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

function EmptyTree({ tree }: { tree: Tree }) {
  const t = useT();
  return (
    <div className={styles['empty']}>
      <p>{t('outline.empty')}</p>
      {tree.writable ? (
        <Button icon={<Plus />} onClick={() => tree.add(null)} data-testid="goal-add-first">
          {t('outline.add_first')}
        </Button>
      ) : null}
    </div>
  );
}

type RowCommand = Exclude<NonNullable<ReturnType<typeof treeCommand>>, { do: 'undo' | 'redo' | 'help' }>;

function run(command: RowCommand, goal: Goal | null, tree: Tree, onDetails: (id: string) => void): void {
  if (command.do === 'walk') {
    tree.walk(command.key);
  } else if (command.do === 'details') {
    goal && onDetails(goal.id);
  } else if (tree.writable) {
    change(command, goal, tree);
  }
}

function change(command: Exclude<RowCommand, { do: 'walk' }>, goal: Goal | null, tree: Tree): void {
  if (command.do === 'add') {
    tree.add(goal);
  } else if (goal === null) {
    return;
  } else if (command.do === 'edit') {
    tree.edit(goal.id);
  } else if (command.do === 'move') {
    tree.move(goal.id, command.direction);
  } else if (command.do === 'link') {
    tree.link(goal.id);
  } else if (command.do === 'done') {
    tree.toggleDone(goal);
  } else if (command.do === 'remove') {
    tree.remove(goal);
  }
}
