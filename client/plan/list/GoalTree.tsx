import { useRef, useState } from 'react';
import { flatten } from '#shared/documents/plan/goals.ts';
import { useT } from '../../app/context.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Plus } from '../../ui/icons.ts';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import { GoalRow } from './GoalRow.tsx';
import styles from './GoalTree.module.css';
import { TreeHelp } from './keys/TreeHelp.tsx';
import type { Tree } from './keys/tree.ts';
import { visibleGoals } from './keys/tree-moves.ts';
import { useTreeKeys } from './keys/useTreeKeys.ts';
import { RemovedMeanwhile } from './RemovedMeanwhile.tsx';
import { TakenAway } from './TakenAway.tsx';
import { useRowInSight } from './useRowInSight.ts';
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
  const rows = visibleGoals(tree.goals, tree.folded);
  const all = flatten(tree.goals);
  const current = all.find(({ id }) => id === selected) ?? null;
  useRowInSight(place, selected);
  const onKeyDown = useTreeKeys(tree, { current, onDetails, onHelp: () => setHelp(true) });

  return (
    <div className={styles['list']}>
      <GoneRows tree={tree} />
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

/** What is no longer on the table: taken away by somebody else while one wrote, or by oneself just now. */
function GoneRows({ tree }: { tree: Tree }) {
  const { editing, takenAway, bringBack, endEdit, forget } = tree;
  return (
    <>
      <RemovedMeanwhile editing={editing} onDone={(id) => (id ? bringBack(id) : endEdit('left'))} />
      {takenAway ? (
        <TakenAway sentence={takenAway.sentence} onBack={() => bringBack(takenAway.id)} onClose={forget} />
      ) : null}
    </>
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
