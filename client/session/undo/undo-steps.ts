import * as Y from 'yjs';
import { ORIGIN, readRemoval } from '#shared/documents/plan/records.ts';

export type Stack = 'undo' | 'redo';
type Step = Y.UndoManager['undoStack'][number];

/** What undoing means in one kind of document. */
export interface UndoRules {
  /** The shared types whose changes are steps, or the whole document. */
  scope(doc: Y.Doc): ConstructorParameters<typeof Y.UndoManager>[0];
  /** Records that others may write into: undoing their adding marks them instead of erasing them. */
  records(doc: Y.Doc): readonly Y.Map<unknown>[];
  mark(record: Y.Map<unknown>): void;
  /** What a step has put back into a field of a record was written by who took it: put their name to it. */
  sign(record: Y.Map<unknown>, field: string): void;
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
  /** Records off the table, which the step under way leaves as they are. */
  let away: ReadonlySet<Y.Item> = new Set();
  /** Records that the step under way has added: they stay, without the words of the step. */
  let added: ReadonlySet<Y.Item> = new Set();
  const manager = new Y.UndoManager(rules.scope(doc), {
    trackedOrigins: new Set<unknown>([ORIGIN.list, ORIGIN.board, ORIGIN.text, ...extraOrigins]),
    deleteFilter: (item) => !isWithin(item, away) && (isWord(item) || !isWithin(item, added)),
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

  const takeOne = (stack: Stack, step: Step): boolean => {
    away = itemsOf(offTable(doc, rules, step));
    leaveAlone(doc, step, away);
    const records = stack === 'undo' ? addedRecords(doc, rules, step, away) : [];
    added = itemsOf(records);
    try {
      return inOneStep(doc, manager, stack, (transaction) => {
        for (const record of records) {
          rules.mark(record);
        }
        const isTaken = (stack === 'undo' ? manager.undo() : manager.redo()) !== null;
        signAll(doc, rules, transaction);
        return isTaken || records.length > 0;
      });
    } finally {
      away = added = new Set();
    }
  };
  return {
    last: (stack) => numberOf(stackOf(stack).at(-1)),
    take(stack, after) {
      for (let step = stackOf(stack).at(-1); numberOf(step) > after; step = stackOf(stack).at(-1)) {
        const top = step;
        if (top && alone(stackOf(stack), () => takeOne(stack, top))) {
          return true;
        }
      }
      return false;
    },
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

/** Puts the older steps aside meanwhile: the manager goes on to the next one when a step changes nothing. */
function alone<T>(stack: Step[], run: () => T): T {
  const older = stack.splice(0, stack.length - 1);
  try {
    return run();
  } finally {
    stack.unshift(...older);
  }
}

/** Runs what takes a step, and what belongs to it, as one transaction, which is one step to take the other way. */
function inOneStep(
  doc: Y.Doc,
  manager: Y.UndoManager,
  stack: Stack,
  run: (transaction: Y.Transaction) => boolean,
): boolean {
  const isUnderWay = stack === 'undo' ? 'undoing' : 'redoing';
  try {
    return doc.transact((transaction) => {
      const isTaken = run(transaction);
      // The manager looks only when the outer transaction ends.
      manager[isUnderWay] = true;
      return isTaken;
    }, manager);
  } finally {
    manager[isUnderWay] = false;
  }
}

function signAll(doc: Y.Doc, rules: UndoRules, { changed }: Y.Transaction): void {
  const records = new Map<unknown, Y.Map<unknown>>(rules.records(doc).map((record) => [record, record]));
  for (const [type, fields] of changed) {
    const record = records.get(type);
    for (const field of fields) {
      if (record && field !== null) {
        rules.sign(record, field);
      }
    }
  }
}

function addedRecords(doc: Y.Doc, rules: UndoRules, step: Step, away: ReadonlySet<Y.Item>): Y.Map<unknown>[] {
  return rules
    .records(doc)
    .filter(({ _item }) => _item !== null && !away.has(_item) && Y.isDeleted(step.insertions, _item.id));
}

/** Records that are off the table, and not by this step. */
function offTable(doc: Y.Doc, rules: UndoRules, step: Step): Y.Map<unknown>[] {
  return rules.records(doc).filter((record) => {
    const mark = record._map.get('removed');
    return readRemoval(record) !== null && mark !== undefined && !Y.isDeleted(step.insertions, mark.id);
  });
}

/**
 * Takes out of a step what it would put back into records that are off the table: nobody would see it,
 * and words that their owner has taken back would stand in the document of all again.
 */
function leaveAlone(doc: Y.Doc, step: Step, away: ReadonlySet<Y.Item>): void {
  if (away.size === 0) {
    return;
  }
  const kept = Y.createDeleteSet();
  doc.transact((transaction) =>
    Y.iterateDeletedStructs(transaction, step.deletions, (struct) => {
      if (!(struct instanceof Y.Item && isWithin(struct, away))) {
        const { client, clock } = struct.id;
        const ranges = kept.clients.get(client) ?? [];
        ranges.push({ clock, len: struct.length });
        kept.clients.set(client, ranges);
      }
    }),
  );
  step.deletions = kept;
}

function itemsOf(records: readonly Y.Map<unknown>[]): Set<Y.Item> {
  return new Set(records.map(({ _item }) => _item).filter((item) => item !== null));
}

/** A piece of a text, no field or record. */
function isWord(item: Y.Item): boolean {
  return item.parentSub === null;
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
