import * as Y from 'yjs';
import { markRemoved, ORIGIN, readRemoval } from '#shared/documents/plan/records.ts';
import {
  MAP_PARTS,
  type PlanRecord,
  partMap,
  TEXT_SECTIONS,
  textSection,
} from '#shared/documents/plan/roots.ts';
import type { WritableStore } from '../app/store.ts';

/** Parts whose records are marked, never erased, when their adding is undone. */
const RECORD_PARTS = ['goals', 'resources', 'agreements', 'service'] as const;

export interface UndoStacks {
  undo(): void;
  redo(): void;
  /** Follows changes of one more origin, such as a text editor's own. */
  track(origin: unknown): void;
  destroy(): void;
}

/**
 * Undo and redo over everything this client wrote in the plan. Undoing the adding of a record
 * marks it as removed, so that words which somebody else types into it at that moment survive.
 * @param by who is named in the removal mark
 */
export function createUndo(
  doc: Y.Doc,
  by: string,
  state: WritableStore<{ canUndo: boolean; canRedo: boolean }>,
  extraOrigins: Iterable<unknown> = [],
): UndoStacks {
  /** Record items whose adding is being undone right now. */
  let spared: ReadonlySet<Y.Item> = new Set();
  const manager = new Y.UndoManager(scopeOf(doc), {
    trackedOrigins: new Set<unknown>([ORIGIN.list, ORIGIN.board, ORIGIN.text, ...extraOrigins]),
    deleteFilter: (item) => !isWithin(item, spared),
  });
  const tell = (): void => {
    const [canUndo, canRedo] = [manager.canUndo(), manager.canRedo()];
    const before = state.get();
    if (before.canUndo !== canUndo || before.canRedo !== canRedo) {
      state.set({ canUndo, canRedo });
    }
  };
  for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) {
    manager.on(event, tell);
  }
  tell();
  return {
    undo() {
      const added = addedRecords(doc, manager.undoStack.at(-1));
      if (added.length === 0) {
        manager.undo();
      } else {
        spared = new Set(added.map(({ _item }) => _item).filter((item) => item !== null));
        undoAdding(doc, manager, added, by);
        spared = new Set();
      }
      tell();
    },
    redo() {
      manager.redo();
      tell();
    },
    track: (origin) => manager.addTrackedOrigin(origin),
    destroy: () => manager.destroy(),
  };
}

/**
 * Undoes one step that added records: marks them and undoes the rest of the step, as one
 * transaction, which is one step to redo. The older steps are put aside meanwhile: the manager
 * goes on to the next one when a step alone changes nothing.
 */
function undoAdding(doc: Y.Doc, manager: Y.UndoManager, added: readonly PlanRecord[], by: string): void {
  const older = manager.undoStack.splice(0, manager.undoStack.length - 1);
  try {
    doc.transact(() => {
      for (const record of added) {
        if (!readRemoval(record)) {
          markRemoved(record, by, new Date());
        }
      }
      manager.undo();
      manager.undoing = true;
    }, manager);
  } finally {
    manager.undoing = false;
    manager.undoStack.unshift(...older);
  }
}

function addedRecords(doc: Y.Doc, step: Y.UndoManager['undoStack'][number] | undefined): PlanRecord[] {
  if (!step) {
    return [];
  }
  return RECORD_PARTS.flatMap((part) =>
    [...partMap(doc, part).values()].filter(
      ({ _item }) => _item !== null && Y.isDeleted(step.insertions, _item.id),
    ),
  );
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

function scopeOf(doc: Y.Doc): ConstructorParameters<typeof Y.UndoManager>[0] {
  return [
    ...MAP_PARTS.map((part) => doc.getMap(part)),
    ...TEXT_SECTIONS.map((section) => textSection(doc, section)),
  ];
}
