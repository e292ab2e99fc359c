import { type RefObject, useRef, useState } from 'react';
import type { Editor } from 'tldraw';
import {
  addGoal,
  flatten,
  type Goal,
  moveGoal,
  removeGoal,
  setGoalField,
} from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { removeResource } from '#shared/documents/plan/resources.ts';
import { useDoc, usePlan, useSession, useView } from '../../../app/context.ts';
import { type MoveDirection, moveFor } from '../../list/keys/tree-moves.ts';
import { voiceOf } from '../../words/people.ts';
import type { BoardActions } from '../model/state.ts';

interface Options {
  board: 'goals' | 'resources';
  selected: string | null;
  onSelect(id: string | null): void;
  frame: RefObject<HTMLElement | null>;
  editor: Editor | null;
  writable: boolean;
}

/** Which small panel is open over the board. */
export type Panel = { kind: 'where' | 'help'; id: string } | { kind: 'strength' } | null;

/** Everything that can be done on the board. Each act is an operation of the plan. */
export interface AllActions {
  card: BoardActions;
  editing: string | null;
  open: ReadonlySet<string>;
  panel: Panel;
  show(panel: Panel): void;
  press(id: string | null): void;
  /** Selects a card and puts the focus on it. */
  goTo(id: string): void;
  addGoal(sentence?: string): void;
  move(id: string, direction: MoveDirection): void;
  remove(id: string): void;
}

/** State and actions of a board. */
export function useBoardActions({ board, selected, onSelect, frame, writable }: Options): AllActions {
  const doc = useDoc();
  const { goals } = usePlan();
  const { me } = useView();
  const session = useSession();
  const [editing, setEditing] = useState<string | null>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [panel, setPanel] = useState<Panel>(null);
  const wish = useRef(0);

  const select = (id: string | null): void => {
    if (id !== selected) {
      onSelect(id);
      session.setPresence({ selected: id });
    }
  };
  /** The card may be drawn only after the view has moved there. */
  const focus = (id: string): void => {
    const mine = ++wish.current;
    const attempt = (left: number): void => {
      const card = frame.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
      if (wish.current === mine && card && card.offsetParent !== null) {
        card.focus({ preventScroll: true });
      } else if (wish.current === mine && left > 0) {
        requestAnimationFrame(() => attempt(left - 1));
      }
    };
    requestAnimationFrame(() => attempt(10));
  };
  const openSteps = (id: string, isOpen: boolean): void =>
    setOpen((before) => new Set(isOpen ? [...before, id] : [...before].filter((other) => other !== id)));
  const edit = (id: string | null): void => {
    if (id === null && editing !== null) {
      focus(editing);
    } else {
      // A card that was to get the focus would take it from the field.
      wish.current++;
    }
    setEditing(writable ? id : null);
  };

  return {
    card: {
      select,
      edit,
      openSteps,
      toggleStep: (step) =>
        setGoalField(doc, step.id, 'status', step.status === 'erledigt' ? 'offen' : 'erledigt', ORIGIN.board),
      askHelp: (id) => setPanel({ kind: 'help', id }),
    },
    editing,
    open,
    panel,
    show: setPanel,
    press(id) {
      select(id);
      setPanel(null);
      if (id !== editing) {
        setEditing(null);
      }
      if (id !== null) {
        focus(id);
      }
    },
    goTo(id) {
      select(id);
      focus(id);
    },
    addGoal(sentence = '') {
      const beside = board === 'goals' ? flatten(goals).find(({ id }) => id === selected) : undefined;
      const { parentId, after } = placeBeside(beside);
      const added = addGoal(doc, parentId, { textOwn: sentence, ...voiceOf(me) }, ORIGIN.board, after);
      if ('id' in added) {
        select(added.id);
        if (beside && beside.depth > 0 && parentId !== null) {
          openSteps(parentId, true);
        }
        setEditing(sentence === '' ? added.id : null);
      }
    },
    move(id, direction) {
      const target = moveFor(goals, id, direction);
      if (typeof target !== 'string') {
        moveGoal(doc, id, target.parentId, ORIGIN.board, target.after);
        focus(id);
      }
    },
    remove(id) {
      const by = me.person?.id ?? '';
      if (board === 'resources') {
        removeResource(doc, id, by, ORIGIN.board);
      } else {
        removeGoal(doc, id, by, ORIGIN.board);
      }
      select(null);
    },
  };
}

/** Under a Richtungsziel its first or next Handlungsziel; else beside what is selected. */
function placeBeside(goal: Goal | undefined): { parentId: string | null; after?: string } {
  if (!goal) {
    return { parentId: null };
  }
  return goal.depth === 0 ? { parentId: goal.id } : { parentId: goal.parentId, after: goal.id };
}
