import { type RefObject, useCallback, useState } from 'react';
import type * as Y from 'yjs';
import { goalRecord } from '#shared/documents/plan/goals.ts';
import { readRemoval } from '#shared/documents/plan/records.ts';
import { useDoc, usePlan, useT, useView, useWritable } from '../../app/context.ts';
import { ownWordsOf } from '../words/people.ts';
import type { Tree } from './keys/tree.ts';
import { changing, type TreeAt, type TreeState, walking, writing } from './keys/tree-actions.ts';
import { useFocusWish } from './useFocusWish.ts';

interface Options {
  selected: string | null;
  onSelect(id: string | null): void;
  /** Where the rows are, for moving the focus. */
  place: RefObject<HTMLElement | null>;
}

const START: TreeState = {
  folded: new Set(),
  editing: null,
  fresh: null,
  linking: null,
  said: '',
  removed: null,
};

/** State and actions of the goal list. Every change is an operation of the plan. */
export function useTree({ selected, onSelect: select, place }: Options): Tree {
  const t = useT();
  const doc = useDoc();
  const { goals } = usePlan();
  const { me } = useView();
  const writable = useWritable('goals');
  const [state, setState] = useState(START);
  const set = useCallback<TreeAt['set']>(
    (change) => setState((before) => ({ ...before, ...change(before) })),
    [],
  );
  const focusOn = useFocusWish(place, goals, state.editing);
  const by = me.person?.id ?? '';
  const at: TreeAt = {
    doc,
    goals,
    state,
    set,
    writable,
    by,
    ownWords: ownWordsOf(me),
    t,
    selected,
    select,
    focusOn,
  };
  const { removed, ...shown } = state;
  return {
    ...shown,
    goals,
    writable,
    takenAway: removed && isRemoved(doc, removed.id) ? removed : null,
    ...writing(at),
    ...walking(at),
    ...changing(at),
  };
}

function isRemoved(doc: Y.Doc, id: string): boolean {
  const record = goalRecord(doc, id);
  return record !== undefined && readRemoval(record) !== null;
}
