import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import { useDoc, useSession, useStore } from '../../app/context.ts';
import { changedPlaces, type Place } from '../../plan/words/changes.ts';

/** What one's own undo or redo changed in the plan. */
export interface Undone {
  what: 'undo' | 'redo';
  /** The first place of it. */
  place: Place;
}

/** The last undo or redo on this device, until it is put away. */
export function useUndone(): [Undone | null, () => void] {
  const doc = useDoc();
  const ready = useStore(useSession().plan.ready);
  const [undone, setUndone] = useState<Undone | null>(null);
  useEffect(() => {
    if (!ready) {
      return undefined;
    }
    const hear = (transaction: Y.Transaction): void => {
      const { origin } = transaction;
      if (!transaction.local || transaction.changed.size === 0) {
        return;
      }
      const [place] = origin instanceof Y.UndoManager ? changedPlaces(doc, transaction) : [];
      // What one writes next is on one's mind, not what was undone before.
      setUndone(place ? { what: origin.redoing ? 'redo' : 'undo', place } : null);
    };
    doc.on('afterTransaction', hear);
    return () => doc.off('afterTransaction', hear);
  }, [doc, ready]);
  return [undone, () => setUndone(null)];
}
