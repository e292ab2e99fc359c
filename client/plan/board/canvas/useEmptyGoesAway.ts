import { useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { removeIfEmpty } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';

interface Board {
  doc: Y.Doc;
  by: string;
  selected: string | null;
  select(id: string | null): void;
  /** Puts the focus on a card. */
  focus(id: string): void;
  isFocusLost(): boolean;
}

/**
 * A card that was made and left without a word goes away again, as a line of the list does (UI38).
 * @param editing the card that is being written
 * @returns to be told of a card that was just made
 */
export function useEmptyGoesAway(editing: string | null, board: Board): (id: string | null) => void {
  const made = useRef(new Set<string>());
  const latest = useRef(board);
  latest.current = board;
  useEffect(() => {
    const fresh = made.current;
    return () => {
      // Only its first writing counts: words that were taken out of it later are a decision.
      if (editing !== null && fresh.delete(editing)) {
        dropIfEmpty(latest.current, editing);
      }
    };
  }, [editing]);
  return (id) => {
    if (id !== null) {
      made.current.add(id);
    }
  };
}

function dropIfEmpty({ doc, by, selected, select, focus, isFocusLost }: Board, id: string): void {
  const dropped = removeIfEmpty(doc, id, by, ORIGIN.board);
  if (dropped && selected === id) {
    select(dropped.parentId);
  }
  if (dropped?.parentId && isFocusLost()) {
    focus(dropped.parentId);
  }
}
