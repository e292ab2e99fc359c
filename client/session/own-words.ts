import * as Y from 'yjs';
import { ORIGIN, readString } from '#shared/documents/plan/records.ts';
import { type PlanRecord, partMap } from '#shared/documents/plan/roots.ts';

/**
 * Puts the name of who writes here to own words of a goal when they begin them, by whatever way: all that stands
 * there then is theirs. Undoing brings words back as they were. Gives how to end it.
 */
export function signOwnWords(doc: Y.Doc, personId: string): () => void {
  const heard = (transaction: Y.Transaction): void => {
    if (!transaction.local || transaction.origin instanceof Y.UndoManager) {
      return;
    }
    for (const record of begunIn(doc, transaction)) {
      if (readString(record, 'writer') !== personId) {
        doc.transact(() => record.set('writer', personId), ORIGIN.place);
      }
    }
  };
  doc.on('afterTransaction', heard);
  return () => doc.off('afterTransaction', heard);
}

/** Any shared type, as a transaction lists it. */
type AnyType = Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never;

/** Goals all of whose own words were written by this transaction. */
function begunIn(doc: Y.Doc, transaction: Y.Transaction): PlanRecord[] {
  const goals = partMap(doc, 'goals');
  return [...transaction.changed.keys()].flatMap((type) => {
    const record = type._item?.parentSub === 'textOwn' ? type.parent : null;
    const isGoal = record instanceof Y.Map && record.parent === goals;
    return isGoal && isAllNew(transaction, type) ? [record as PlanRecord] : [];
  });
}

function isAllNew({ changedParentTypes }: Y.Transaction, type: AnyType): boolean {
  const [event] = changedParentTypes.get(type) ?? [];
  const delta = event?.delta ?? [];
  return (
    delta.some(({ insert }) => insert !== undefined) && delta.every(({ retain }) => retain === undefined)
  );
}
