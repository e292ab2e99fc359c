import { type MoveDirection, WALK_KEYS, type WalkKey } from './tree-moves.ts';

/** What a key asks for while the goal list has the focus. */
export type TreeCommand =
  | { do: 'walk'; key: WalkKey }
  | { do: 'move'; direction: MoveDirection }
  | { do: 'edit' | 'add' | 'link' | 'done' | 'remove' | 'details' | 'who' | 'help' | 'undo' | 'redo' };

/** The part of a keyboard event that counts. */
export interface KeyPress {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

const WALK: ReadonlySet<string> = new Set(WALK_KEYS);

const MOVES: Readonly<Record<string, MoveDirection>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};

/** Single letters: only while the list has the focus, and they can be switched off. */
const LETTERS: Readonly<Record<string, TreeCommand>> = {
  n: { do: 'add' },
  v: { do: 'link' },
  x: { do: 'done' },
  d: { do: 'details' },
  w: { do: 'who' },
  '?': { do: 'help' },
};

const NAMED: Readonly<Record<string, TreeCommand>> = {
  Enter: { do: 'edit' },
  F2: { do: 'edit' },
  Delete: { do: 'remove' },
  Insert: { do: 'add' },
};

/** Reads a key press on a row of the list; null is left to the browser. */
export function treeCommand(press: KeyPress, letters: boolean): TreeCommand | null {
  const control = press.ctrlKey || press.metaKey;
  if (control) {
    return undoCommand(press);
  }
  if (press.altKey) {
    const direction = MOVES[press.key];
    return direction ? { do: 'move', direction } : null;
  }
  if (WALK.has(press.key)) {
    return { do: 'walk', key: press.key as WalkKey };
  }
  return NAMED[press.key] ?? (letters ? (LETTERS[press.key.toLowerCase()] ?? null) : null);
}

/** Undo and redo, wherever the focus is. */
export function undoCommand(press: KeyPress): { do: 'undo' | 'redo' } | null {
  if (!(press.ctrlKey || press.metaKey) || press.altKey) {
    return null;
  }
  const key = press.key.toLowerCase();
  if (key === 'z') {
    return { do: press.shiftKey ? 'redo' : 'undo' };
  }
  return key === 'y' && !press.shiftKey ? { do: 'redo' } : null;
}
