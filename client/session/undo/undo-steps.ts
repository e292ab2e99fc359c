import * as Y from 'yjs';
import { ORIGIN } from '#shared/documents/plan/records.ts';

export type Stack = 'undo' | 'redo';
type Step = Y.UndoManager['undoStack'][number];

/** What undoing means in one kind of document. */
export interface UndoRules {
  /** The shared types whose changes are steps, or the whole document. */
  scope(doc: Y.Doc): ConstructorParameters<typeof Y.UndoManager>[0];
  /** Records that others may write into: undoing their adding marks them instead of erasing them. */
  records(doc: Y.Doc): readonly Y.Map<unknown>[];
  mark(record: Y.Map<unknown>): void;
}

/** What the list over all documents says and hears. */
interface ListEvents {
  /** The number of a new step. */
  next(): number;
  /** A step was made by writing, not by undo or redo. */
  written(): void;
  changed(): void;
}

/** The own steps in one document. */
export interface DocumentUndo {
  /** The number of the last step, 0 without one. */
  last(stack: Stack): number;
  /**
   * Takes the last step back, or does it again. Where a step changes nothing the one before it is
   * taken, as long as that came after `after`. False where nothing has changed.
   */
  take(stack: Stack, after: number): boolean;
  /** Something was written elsewhere: what comes here now is a new step, and nothing is done again. */
  endStep(): void;
  track(origin: unknown): void;
  destroy(): void;
}

const NUMBER = 'number';

/** Follows what this client writes in one document. */
export function stepsOf(
  doc: Y.Doc,
  rules: UndoRules,
  extraOrigins: Iterable<unknown>,
  list: ListEvents,
): DocumentUndo {
  /** Record items whose adding is being undone right now. */
  let spared: ReadonlySet<Y.Item> = new Set();
  const manager = new Y.UndoManager(rules.scope(doc), {
    trackedOrigins: new Set<unknown>([ORIGIN.list, ORIGIN.board, ORIGIN.text, ...extraOrigins]),
    deleteFilter: (item) => !isWithin(item, spared),
  });
  const stackOf = (stack: Stack): Step[] => (stack === 'undo' ? manager.undoStack : manager.redoStack);
  manager.on('stack-item-added', ({ stackItem, type }) => {
    stackItem.meta.set(NUMBER, list.next());
    if (type === 'undo' && !manager.redoing) {
      list.written();
    }
    list.changed();
  });
  manager.on('stack-item-popped', list.changed);
  manager.on('stack-cleared', list.changed);

  const undo = (): boolean => {
    const added = addedRecords(doc, rules, manager.undoStack.at(-1));
    if (added.length === 0) {
      return manager.undo() !== null;
    }
    spared = new Set(added.map(({ _item }) => _item).filter((item) => item !== null));
    undoAdding(doc, manager, added, rules);
    spared = new Set();
    return true;
  };
  return {
    last: (stack) => numberOf(stackOf(stack).at(-1)),
    take: (stack, after) =>
      without(stackOf(stack), after, () => (stack === 'undo' ? undo() : manager.redo() !== null)),
    endStep() {
      manager.stopCapturing();
      if (manager.canRedo()) {
        manager.clear(false, true);
      }
    },
    track: (origin) => manager.addTrackedOrigin(origin),
    destroy: () => manager.destroy(),
  };
}

function numberOf(step: Step | undefined): number {
  const number: unknown = step?.meta.get(NUMBER);
  return typeof number === 'number' ? number : 0;
}

/** Puts the steps up to a number aside meanwhile. */
function without<T>(stack: Step[], upTo: number, run: () => T): T {
  const later = stack.findIndex((step) => numberOf(step) > upTo);
  const aside = stack.splice(0, later);
  try {
    return run();
  } finally {
    stack.unshift(...aside);
  }
}

/**
 * Undoes one step that added records: marks them and undoes the rest of the step, as one
 * transaction, which is one step to redo. The older steps are put aside meanwhile: the manager
 * goes on to the next one when a step alone changes nothing.
 */
function undoAdding(
  doc: Y.Doc,
  manager: Y.UndoManager,
  added: readonly Y.Map<unknown>[],
  rules: UndoRules,
): void {
  const older = manager.undoStack.splice(0, manager.undoStack.length - 1);
  try {
    doc.transact(() => {
      for (const record of added) {
        rules.mark(record);
      }
      manager.undo();
      manager.undoing = true;
    }, manager);
  } finally {
    manager.undoing = false;
    manager.undoStack.unshift(...older);
  }
}

function addedRecords(doc: Y.Doc, rules: UndoRules, step: Step | undefined): Y.Map<unknown>[] {
  return step
    ? rules.records(doc).filter(({ _item }) => _item !== null && Y.isDeleted(step.insertions, _item.id))
    : [];
}

function isWithin(item: Y.Item, records: ReadonlySet<Y.Item>): boolean {
  let at: Y.Item | null = item;
  while (at !== null) {
    if (records.has(at)) {
      return true;
    }
    const parent: unknown = at.parent;
    at = parent instanceof Y.AbstractType ? parent._item : null;
  }
  return false;
}
