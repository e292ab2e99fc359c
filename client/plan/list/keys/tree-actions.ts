import type * as Y from 'yjs';
import {
  addGoal,
  flatten,
  type Goal,
  moveGoal,
  removeGoal,
  removeIfEmpty,
  setGoalField,
} from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { goalLabel } from '../../words/goals.ts';
import type { OwnWords } from '../../words/people.ts';
import { bringGoalBack } from '../restore.ts';
import type { Tree } from './tree.ts';
import { moveFor, walk } from './tree-moves.ts';

/** What the list remembers beside the plan. */
export interface TreeState extends Pick<Tree, 'folded' | 'editing' | 'fresh' | 'linking' | 'said'> {
  /** The goal that was taken from the table last, also when it is back. */
  removed: { id: string; sentence: string } | null;
}

/** A list as an action meets it. */
export interface TreeAt {
  doc: Y.Doc;
  goals: Goal[];
  state: TreeState;
  /** Changes a part of the state, from what it is by then. */
  set(change: (before: TreeState) => Partial<TreeState>): void;
  writable: boolean;
  by: string;
  /** Whose a new goal of this person is. */
  ownWords: OwnWords;
  t: Translate;
  selected: string | null;
  select(id: string | null): void;
  focusOn(id: string | null): void;
}

/** Writing a sentence, and new lines. */
export function writing(at: TreeAt): Pick<Tree, 'edit' | 'endEdit' | 'add'> {
  const { doc, state, set, writable, ownWords, select, focusOn } = at;
  return {
    edit(id) {
      if (writable) {
        select(id);
        set(() => ({ editing: id }));
      }
    },
    endEdit(how) {
      const { editing } = state;
      if (editing === null) {
        return;
      }
      set(() => ({ editing: null }));
      if (how !== 'left') {
        focusOn(editing);
      }
      dropIfEmpty(at, editing);
    },
    add(besides) {
      const added = addGoal(doc, besides?.parentId ?? null, ownWords, ORIGIN.list, besides?.id);
      if ('id' in added) {
        select(added.id);
        set(() => ({ fresh: added.id, editing: added.id }));
      }
    },
  };
}

/** A new line that was left empty goes away again. */
function dropIfEmpty({ doc, state, set, by, select, focusOn }: TreeAt, id: string): void {
  const dropped = state.fresh === id ? removeIfEmpty(doc, id, by, ORIGIN.list) : null;
  if (dropped) {
    select(dropped.parentId);
    focusOn(dropped.parentId);
  }
  set(() => ({ fresh: null }));
}

/** Going through the rows, folding them, looking for help. */
export function walking(at: TreeAt): Pick<Tree, 'walk' | 'fold' | 'link'> {
  const { goals, state, set, selected, select, focusOn } = at;
  return {
    walk(key) {
      const step = walk(goals, state.folded, selected, key);
      if (step && 'go' in step) {
        select(step.go);
        focusOn(step.go);
      } else if (step) {
        fold(set, 'fold' in step ? step.fold : step.unfold, 'fold' in step);
      }
    },
    fold: (id, isFolded) => fold(set, id, isFolded),
    link(id) {
      set(() => ({ linking: id }));
      if (id === null && state.linking !== null) {
        focusOn(state.linking);
      }
    },
  };
}

function fold(set: TreeAt['set'], id: string, isFolded: boolean): void {
  set((before) => {
    const folded = new Set(before.folded);
    if (isFolded) {
      folded.add(id);
    } else {
      folded.delete(id);
    }
    return { folded };
  });
}

/** Moving, ticking off, taking from the table and bringing back. */
export function changing(at: TreeAt): Pick<Tree, 'move' | 'toggleDone' | 'remove' | 'bringBack' | 'forget'> {
  const { doc, goals, state, set, writable, by, t, select, focusOn } = at;
  return {
    move: (id, direction) => move(at, id, direction),
    toggleDone(goal) {
      if (writable && goal.level === 'handlungsschritt') {
        const done = goal.status === 'erledigt';
        setGoalField(doc, goal.id, 'status', done ? 'offen' : 'erledigt', ORIGIN.list);
        set(() => ({ said: t(done ? 'ui.step.open' : 'ui.step.done') }));
      }
    },
    remove(goal) {
      const next = walk(goals, new Set([...state.folded, goal.id]), goal.id, 'ArrowDown');
      const above = walk(goals, state.folded, goal.id, 'ArrowUp');
      const to = next && 'go' in next ? next.go : above && 'go' in above ? above.go : null;
      removeGoal(doc, goal.id, by, ORIGIN.list);
      set(() => ({ removed: { id: goal.id, sentence: goal.sentence } }));
      select(to);
      focusOn(to);
    },
    bringBack(id) {
      bringGoalBack(doc, id, ORIGIN.list);
      select(id);
      focusOn(id);
    },
    forget: () => set(() => ({ removed: null })),
  };
}

function move(at: TreeAt, ...[id, direction]: Parameters<Tree['move']>): void {
  const { doc, goals, set, t, focusOn } = at;
  const goal = flatten(goals).find((candidate) => candidate.id === id);
  const target = moveFor(goals, id, direction);
  if (typeof target === 'string') {
    set(() => ({ said: t(`outline.no_move.${target}`) }));
    return;
  }
  const { parentId, after } = target;
  const refused = moveGoal(doc, id, parentId, ORIGIN.list, after);
  const moved = (): string => t('outline.moved', { goal: goal ? goalLabel({ t }, goal) : '' });
  set(() => ({ said: refused ? t('outline.no_move.too_deep') : moved() }));
  if (parentId !== null) {
    fold(set, parentId, false);
  }
  focusOn(id);
}
