import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { useDoc, useSession, useStore, useT, useView } from '../../app/context.ts';
import { changedPlaces, type Place } from '../../plan/words/changes.ts';
import { placeOf } from '../spoken/change-words.ts';
import { NOTHING_SAID, type Said, sayNext } from '../spoken/Region.tsx';

/** What one's own undo or redo changed in the plan. */
export interface Undone {
  /** The first place of it; null where nothing is to be told. */
  place: Place | null;
  /** What is told of it, as it was then: what others write there later is no news of this. */
  said: Said;
}

/** The last undo or redo on this device, until it is put away. */
export function useUndone(): [Undone, () => void] {
  const t = useT();
  const doc = useDoc();
  const { childName } = useView().meeting;
  const ready = useStore(useSession().plan.ready);
  const [undone, setUndone] = useState<Undone>(NOTHING);
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
      if (!place) {
        // What one writes next is on one's mind, not what was undone before.
        setUndone(putAway);
        return;
      }
      const what = origin.redoing ? 'redo' : 'undo';
      const words = t(`table.undone_${what}`, {
        place: placeOf(place, { t, plan: readPlan(doc), childName }),
      });
      setUndone(({ said }) => ({ place, said: sayNext(words)(said) }));
    };
    doc.on('afterTransaction', hear);
    return () => doc.off('afterTransaction', hear);
  }, [doc, ready, t, childName]);
  return [undone, () => setUndone(putAway)];
}

const NOTHING: Undone = { place: null, said: NOTHING_SAID };

function putAway(before: Undone): Undone {
  return before.place === null ? before : { place: null, said: sayNext('')(before.said) };
}
