import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import {
  addGoal,
  flatten,
  type Goal,
  goalRecord,
  moveGoal,
  removeGoal,
  setGoalField,
} from '#shared/plan/goals.ts';
import { ORIGIN, readRemoval } from '#shared/plan/records.ts';
import { useDoc, usePlan, useT, useView, useWritable } from '../app/context.ts';
import { bringGoalBack } from './restore.ts';
import { type MoveDirection, moveFor, type WalkKey, walk } from './tree-moves.ts';
import { goalLabel } from './words.ts';

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

/** State and actions of the goal list. Every change is an operation of the plan. */
export function useTree({ selected, onSelect: select, place }: Options): Tree {
  const t = useT();
  const doc = useDoc();
  const { goals } = usePlan();
  const { me } = useView();
  const writable = useWritable('goals');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<string | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const [linking, setLinking] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [removed, setRemoved] = useState<{ id: string; sentence: string } | null>(null);
  const focusOn = useFocusWish(place, goals, editing);
  const by = me.person?.id ?? '';

  const dropIfEmpty = (id: string): void => {
    const goal = flatten(goals).find((candidate) => candidate.id === id);
    if (fresh === id && goal && goal.sentence.trim() === '' && goal.children.length === 0) {
      removeGoal(doc, id, by, ORIGIN.list);
      select(goal.parentId);
      focusOn(goal.parentId);
    }
    setFresh(null);
  };

  return {
    goals,
    writable,
    folded,
    editing,
    fresh,
    linking,
    said,
    takenAway: removed && isRemoved(doc, removed.id) ? removed : null,
    edit(id) {
      if (writable) {
        select(id);
        setEditing(id);
      }
    },
    endEdit(how) {
      if (editing === null) {
        return;
      }
      setEditing(null);
      if (how !== 'left') {
        focusOn(editing);
      }
      dropIfEmpty(editing);
    },
    link(id) {
      setLinking(id);
      if (id === null && linking !== null) {
        focusOn(linking);
      }
    },
    walk(key) {
      const step = walk(goals, folded, selected, key);
      if (step && 'go' in step) {
        select(step.go);
        focusOn(step.go);
      } else if (step) {
        setFolded((before) => foldedWith(before, 'fold' in step ? step.fold : step.unfold, 'fold' in step));
      }
    },
    fold(id, isFolded) {
      setFolded((before) => foldedWith(before, id, isFolded));
    },
    add(besides) {
      const added = addGoal(doc, besides?.parentId ?? null, voiceFor(me.role, by), ORIGIN.list, besides?.id);
      if ('id' in added) {
        select(added.id);
        setFresh(added.id);
        setEditing(added.id);
      }
    },
    move(id, direction) {
      const goal = flatten(goals).find((candidate) => candidate.id === id);
      const target = moveFor(goals, id, direction);
      if (typeof target === 'string') {
        setSaid(t(`outline.no_move.${target}`));
        return;
      }
      const refused = moveGoal(doc, id, target.parentId, ORIGIN.list, target.after);
      setSaid(
        refused
          ? t('outline.no_move.too_deep')
          : t('outline.moved', { goal: goal ? goalLabel(goal, t) : '' }),
      );
      if (target.parentId !== null) {
        setFolded((before) => foldedWith(before, target.parentId as string, false));
      }
      focusOn(id);
    },
    toggleDone(goal) {
      if (writable && goal.level === 'handlungsschritt') {
        const done = goal.status === 'erledigt';
        setGoalField(doc, goal.id, 'status', done ? 'offen' : 'erledigt', ORIGIN.list);
        setSaid(t(done ? 'ui.step.open' : 'ui.step.done'));
      }
    },
    remove(goal) {
      const next = walk(goals, new Set([...folded, goal.id]), goal.id, 'ArrowDown');
      const above = walk(goals, folded, goal.id, 'ArrowUp');
      const to = next && 'go' in next ? next.go : above && 'go' in above ? above.go : null;
      removeGoal(doc, goal.id, by, ORIGIN.list);
      setRemoved({ id: goal.id, sentence: goal.sentence });
      select(to);
      focusOn(to);
    },
    bringBack(id) {
      bringGoalBack(doc, id, ORIGIN.list);
      select(id);
      focusOn(id);
    },
    forget: () => setRemoved(null),
  };
}

/** Somebody of the family speaks in their own voice; who writes for others says for whom. */
function voiceFor(role: string, personId: string): { voice?: string } {
  const family = [
    'junger_mensch',
    'junger_volljaehriger',
    'personensorgeberechtigt',
    'elternteil_ohne_sorge',
  ];
  return family.includes(role) && personId !== '' ? { voice: personId } : {};
}

function isRemoved(doc: Parameters<typeof goalRecord>[0], id: string): boolean {
  const record = goalRecord(doc, id);
  return record !== undefined && readRemoval(record) !== null;
}

function foldedWith(before: ReadonlySet<string>, id: string, isFolded: boolean): ReadonlySet<string> {
  const after = new Set(before);
  if (isFolded) {
    after.add(id);
  } else {
    after.delete(id);
  }
  return after;
}

/** Puts the focus on a row once it is there: changes of the plan are drawn a frame later. */
function useFocusWish(
  place: RefObject<HTMLElement | null>,
  goals: readonly Goal[],
  editing: string | null,
): (id: string | null) => void {
  const wish = useRef<{ id: string | null } | null>(null);
  const [wishes, count] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: goals and wishes say when to look again
  useEffect(() => {
    if (wish.current === null || editing !== null) {
      return;
    }
    const { id } = wish.current;
    const tree = place.current;
    const row = id === null ? tree : tree?.querySelector<HTMLElement>(`[data-goal="${CSS.escape(id)}"]`);
    if (row) {
      wish.current = null;
      row.focus();
      row.scrollIntoView({ block: 'nearest' });
    }
  }, [place, goals, wishes, editing]);
  return useCallback((id) => {
    wish.current = { id };
    count((before) => before + 1);
  }, []);
}
