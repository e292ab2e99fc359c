import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import { type Plan, readPlan } from '#shared/documents/plan/plan.ts';
import { useDoc, useSession, useStore, useT, useView } from '../../app/context.ts';
import { changedPlaces, type Place } from '../../plan/words/changes.ts';
import { inParts } from '../../ui/text/in-parts.ts';
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
    let before: Plan | null = null;
    // What undo takes from the table, with its words, is known only before.
    const look = ({ origin }: Y.Transaction): void => {
      before = origin instanceof Y.UndoManager ? readPlan(doc) : null;
    };
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
        // That it is off the table since is what the undoing did, and has a way back of its own.
        place: placeOf(stillThere(place), {
          t,
          plan: (place.gone === undefined ? null : before) ?? readPlan(doc),
          childName,
        }),
      });
      setUndone(({ said }) => ({ place, said: sayNext(inParts(words))(said) }));
    };
    doc.on('beforeTransaction', look);
    doc.on('afterTransaction', hear);
    return () => {
      doc.off('beforeTransaction', look);
      doc.off('afterTransaction', hear);
    };
  }, [doc, ready, t, childName]);
  return [undone, () => setUndone(putAway)];
}

function stillThere({ gone: _, ...place }: Place): Place {
  return place;
}

const NOTHING: Undone = { place: null, said: NOTHING_SAID };

function putAway(before: Undone): Undone {
  return before.place === null ? before : { place: null, said: sayNext([])(before.said) };
}
