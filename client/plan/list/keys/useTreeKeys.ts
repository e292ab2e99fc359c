import type { KeyboardEvent } from 'react';
import type { Goal } from '#shared/documents/plan/goals.ts';
import { useSession } from '../../../app/context.ts';
import { alongReading } from '../../../ui/text/reading-way.ts';
import { focusWho } from '../details/focus-who.ts';
import { type KeyPress, treeCommand } from './keys.ts';
import { letterKeys } from './letter-keys.ts';
import type { Tree } from './tree.ts';

interface Options {
  /** The goal whose row has the focus. */
  current: Goal | null;
  onDetails(id: string): void;
  onHelp(): void;
}

/** What a key does on a row of the list; in a field of the row it stays with the field. */
export function useTreeKeys(tree: Tree, { current, onDetails, onHelp }: Options) {
  const { undo } = useSession();
  return (event: KeyboardEvent<HTMLElement>): void => {
    const command = isOnRow(event) ? treeCommand(pressed(event), letterKeys.get()) : null;
    if (!command) {
      return;
    }
    event.preventDefault();
    if (command.do === 'undo' || command.do === 'redo') {
      undo[command.do]();
    } else if (command.do === 'help') {
      onHelp();
    } else {
      run(command, current, tree, onDetails);
    }
  };
}

function pressed({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): KeyPress {
  return { key: alongReading(key), altKey, ctrlKey, metaKey, shiftKey };
}

function isOnRow({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest('[role="treeitem"], [role="tree"]') === target;
}

type RowCommand = Exclude<NonNullable<ReturnType<typeof treeCommand>>, { do: 'undo' | 'redo' | 'help' }>;

function run(command: RowCommand, goal: Goal | null, tree: Tree, onDetails: (id: string) => void): void {
  if (command.do === 'walk') {
    tree.walk(command.key);
  } else if (command.do === 'details' || command.do === 'who') {
    openDetails(command.do, goal, onDetails);
  } else if (tree.writable) {
    change(command, goal, tree);
  }
}

function openDetails(what: 'details' | 'who', goal: Goal | null, onDetails: (id: string) => void): void {
  if (goal !== null) {
    onDetails(goal.id);
    if (what === 'who') {
      focusWho(goal.id);
    }
  }
}

function change(
  command: Exclude<RowCommand, { do: 'walk' | 'details' | 'who' }>,
  goal: Goal | null,
  tree: Tree,
): void {
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
