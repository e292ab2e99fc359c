import { type RefObject, useCallback, useState } from 'react';
import type * as Y from 'yjs';
import { type Goal, goalRecord } from '#shared/documents/plan/goals.ts';
import { readRemoval } from '#shared/documents/plan/records.ts';
import { useDoc, usePlan, useT, useView, useWritable } from '../../app/context.ts';
import { voiceOf } from '../words/people.ts';
import { changing, type TreeAt, type TreeState, walking, writing } from './keys/tree-actions.ts';
import type { MoveDirection, WalkKey } from './keys/tree-moves.ts';
import { useFocusWish } from './useFocusWish.ts';

/** What the list shows beside the goals themselves, and what can be done in it. */
export interface Tree {
  goals: Goal[];
  writable: boolean;
  folded: ReadonlySet<string>;
  /** The goal whose sentence is being written. */
  editing: string | null;
  /** Made a moment ago and still empty: Tab moves it a level, leaving it takes it away. */
  fresh: string | null;
  /** The goal for which help is being looked for. */
  linking: string | null;
  /** A word about the last action, spoken politely. */
  said: string;
  /** The goal that was taken from the table last, while it is off it. */
  takenAway: { id: string; sentence: string } | null;
  edit(id: string): void;
  endEdit(how: 'enter' | 'escape' | 'left'): void;
  link(id: string | null): void;
  walk(key: WalkKey): void;
  fold(id: string, folded: boolean): void;
  add(besides: Goal | null): void;
  move(id: string, direction: MoveDirection): void;
  toggleDone(goal: Goal): void;
  remove(goal: Goal): void;
  bringBack(id: string): void;
  forget(): void;
}

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
    voice: voiceOf(me),
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
