import { type RefObject, useState } from 'react';
import { setGoalField } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import type { BoardName } from '#shared/meeting/step.ts';
import { useDoc, usePlan, useSession, useView } from '../../../app/context.ts';
import { voiceOf } from '../../words/people.ts';
import type { BoardActions } from '../model/state.ts';
import { type BoardChanges, boardChanges } from './board-changes.ts';
import { useCardFocus } from './useCardFocus.ts';

interface Options {
  board: BoardName;
  selected: string | null;
  onSelect(id: string | null): void;
  frame: RefObject<HTMLElement | null>;
  writable: boolean;
}

/** Which small panel is open over the board. */
export type Panel = { kind: 'where' | 'help'; id: string } | { kind: 'strength' } | null;

/** Everything that can be done on the board. Each act is an operation of the plan. */
export interface AllActions extends BoardChanges {
  card: BoardActions;
  editing: string | null;
  open: ReadonlySet<string>;
  panel: Panel;
  show(panel: Panel): void;
  press(id: string | null): void;
  /** Selects a card and puts the focus on it. */
  goTo(id: string): void;
}

/** State and actions of a board. */
export function useBoardActions({ board, selected, onSelect, frame, writable }: Options): AllActions {
  const doc = useDoc();
  const { goals } = usePlan();
  const { me } = useView();
  const session = useSession();
  const { focus, stay } = useCardFocus(frame);
  const [editing, setEditing] = useState<string | null>(null);
  const [open, openSteps] = useOpenSteps();
  const [panel, show] = useState<Panel>(null);

  const select = (id: string | null): void => {
    if (id !== selected) {
      onSelect(id);
      session.setPresence({ selected: id });
    }
  };
  const edit = (id: string | null): void => {
    if (id === null && editing !== null) {
      focus(editing);
    } else {
      stay();
    }
    setEditing(writable ? id : null);
  };
  const press = (id: string | null): void => {
    select(id);
    show(null);
    if (id !== editing) {
      setEditing(null);
    }
    if (id !== null) {
      focus(id);
    }
  };
  const card: BoardActions = {
    select,
    edit,
    openSteps,
    toggleStep: ({ id, status }) =>
      setGoalField(doc, id, 'status', status === 'erledigt' ? 'offen' : 'erledigt', ORIGIN.board),
    askHelp: (id) => show({ kind: 'help', id }),
  };
  const goTo = (id: string): void => {
    select(id);
    focus(id);
  };
  const whose = { by: me.person?.id ?? '', voice: voiceOf(me) };
  const changes = boardChanges({
    ...{ doc, board, goals, selected, ...whose },
    ...{ select, focus, openSteps, setEditing },
  });
  return { card, editing, open, panel, show, press, goTo, ...changes };
}

/** The goals whose steps are shown under them. */
function useOpenSteps(): [ReadonlySet<string>, (id: string, open: boolean) => void] {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const openSteps = (id: string, isOpen: boolean): void =>
    setOpen((before) => new Set(isOpen ? [...before, id] : [...before].filter((other) => other !== id)));
  return [open, openSteps];
}
