import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addGoal, flatten, type Goal, moveGoal, readGoals } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { treeCommand, undoCommand } from '../../../../client/plan/list/keys/keys.ts';
import { moveFor, visibleGoals, walk } from '../../../../client/plan/list/keys/tree-moves.ts';

function planted(): Y.Doc {
  const doc = new Y.Doc();
  const add = (id: string, parent: string | null): void => {
    expect(addGoal(doc, parent, { id, textOwn: id }, ORIGIN.list)).toEqual({ id });
  };
  add('r1', null);
  add('h1', 'r1');
  add('s1', 'h1');
  add('s2', 'h1');
  add('h2', 'r1');
  add('r2', null);
  add('h3', 'r2');
  return doc;
}

function outline(goals: readonly Goal[]): string {
  return flatten(goals)
    .map((goal) => `${goal.number} ${goal.id}`)
    .join(', ');
}

function press(
  key: string,
  held: Partial<Parameters<typeof undoCommand>[0]> = {},
): Parameters<typeof undoCommand>[0] {
  return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held };
}

describe('moving in the list', () => {
  const cases = [
    ['h2', 'up', '1 r1, 1.1 h2, 1.2 h1, 1.2.1 s1, 1.2.2 s2, 2 r2, 2.1 h3'],
    ['s1', 'down', '1 r1, 1.1 h1, 1.1.1 s2, 1.1.2 s1, 1.2 h2, 2 r2, 2.1 h3'],
    ['s2', 'down', '1 r1, 1.1 h1, 1.1.1 s1, 1.2 h2, 1.2.1 s2, 2 r2, 2.1 h3'],
    ['h3', 'up', '1 r1, 1.1 h1, 1.1.1 s1, 1.1.2 s2, 1.2 h2, 1.3 h3, 2 r2'],
    ['h2', 'in', '1 r1, 1.1 h1, 1.1.1 s1, 1.1.2 s2, 1.1.3 h2, 2 r2, 2.1 h3'],
    ['h1', 'out', '1 r1, 1.1 h2, 2 h1, 2.1 s1, 2.2 s2, 3 r2, 3.1 h3'],
  ] as const;
  it.each(cases)('[UI23] %s goes %s', (id, direction, expected) => {
    const doc = planted();
    const move = moveFor(readGoals(doc), id, direction);
    if (typeof move === 'string') {
      throw new Error(`expected a move, got ${move}`);
    }
    expect(moveGoal(doc, id, move.parentId, ORIGIN.list, move.after)).toBeNull();
    expect(outline(readGoals(doc))).toBe(expected);
  });

  it('[UI23] says why there is no such move', () => {
    const goals = readGoals(planted());
    expect(moveFor(goals, 'r1', 'up')).toBe('first');
    expect(moveFor(goals, 'r2', 'down')).toBe('last');
    expect(moveFor(goals, 'r1', 'out')).toBe('top_level');
    expect(moveFor(goals, 's2', 'in')).toBe('too_deep');
    expect(moveFor(goals, 'h1', 'in')).toBe('nothing_above');
    expect(moveFor(goals, 'gone', 'up')).toBe('nothing_above');
  });

  it('[UI24] arrows walk what is in sight, fold and unfold', () => {
    const goals = readGoals(planted());
    const none = new Set<string>();
    const folded = new Set(['h1']);
    expect(visibleGoals(goals, folded).map(({ id }) => id)).toEqual(['r1', 'h1', 'h2', 'r2', 'h3']);
    expect(walk(goals, none, 'h1', 'ArrowDown')).toEqual({ go: 's1' });
    expect(walk(goals, folded, 'h1', 'ArrowDown')).toEqual({ go: 'h2' });
    expect(walk(goals, none, 'h1', 'ArrowLeft')).toEqual({ fold: 'h1' });
    expect(walk(goals, folded, 'h1', 'ArrowLeft')).toEqual({ go: 'r1' });
    expect(walk(goals, folded, 'h1', 'ArrowRight')).toEqual({ unfold: 'h1' });
    expect(walk(goals, none, 'h1', 'ArrowRight')).toEqual({ go: 's1' });
    expect(walk(goals, none, 's1', 'ArrowRight')).toBeNull();
    expect(walk(goals, none, 'r1', 'ArrowUp')).toBeNull();
    expect(walk(goals, none, null, 'ArrowUp')).toEqual({ go: 'r1' });
    expect(walk(goals, none, 'r1', 'End')).toEqual({ go: 'h3' });
    expect(walk([], none, null, 'Home')).toBeNull();
  });
});

describe('keys of the list', () => {
  it('[UI25] single letters work in the list and can be switched off; everything else goes on', () => {
    expect(treeCommand(press('n'), true)).toEqual({ do: 'add' });
    expect(treeCommand(press('N', { shiftKey: true }), true)).toEqual({ do: 'add' });
    expect(treeCommand(press('n'), false)).toBeNull();
    expect(treeCommand(press('?', { shiftKey: true }), false)).toBeNull();
    expect(treeCommand(press('Enter'), false)).toEqual({ do: 'edit' });
    expect(treeCommand(press('Insert'), false)).toEqual({ do: 'add' });
    expect(treeCommand(press('ArrowUp', { altKey: true }), false)).toEqual({ do: 'move', direction: 'up' });
    expect(treeCommand(press('ArrowRight', { altKey: true }), true)).toEqual({ do: 'move', direction: 'in' });
  });

  it('[UI25] what belongs to the browser stays with it', () => {
    expect(treeCommand(press('Tab'), true)).toBeNull();
    expect(treeCommand(press('v', { ctrlKey: true }), true)).toBeNull();
    expect(treeCommand(press('n', { altKey: true }), true)).toBeNull();
  });

  it('[UI26] undo and redo are the session’s, on every keyboard', () => {
    expect(undoCommand(press('z', { ctrlKey: true }))).toEqual({ do: 'undo' });
    expect(undoCommand(press('Z', { metaKey: true, shiftKey: true }))).toEqual({ do: 'redo' });
    expect(undoCommand(press('y', { ctrlKey: true }))).toEqual({ do: 'redo' });
    expect(undoCommand(press('z'))).toBeNull();
  });
});
