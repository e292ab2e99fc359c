import { type RefObject, useRef, useState } from 'react';
import { setGoalField } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import type { BoardName } from '#shared/meeting/step.ts';
import { useDoc, usePlan, useSession, useView } from '../../../app/context.ts';
import { ownWordsOf } from '../../words/people.ts';
import type { BoardActions } from '../model/state.ts';
import { type BoardChanges, boardChanges } from './board-changes.ts';
import { useCardFocus } from './useCardFocus.ts';
import { useEmptyGoesAway } from './useEmptyGoesAway.ts';

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
  /** All cards are selected, to be copied. */
  all: boolean;
  selectAll(from: string): void;
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
  const [open, openSteps] = useOpenSteps();
  const [panel, show] = useState<Panel>(null);
  const [all, setAll] = useState(false);
  const { editing, setEditing, placed, edit, leave, begin } = useWriting(writable, { focus, stay });

  const select = (id: string | null): void => {
    if (id !== selected) {
      onSelect(id);
      session.setPresence({ selected: id });
    }
  };
  const press = (id: string | null): void => {
    if (id === null && placed.current !== null) {
      // With other boards the press after the tool says where: the new card stays open for writing.
      edit(placed.current);
      placed.current = null;
      return;
    }
    placed.current = null;
    setAll(false);
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
    edit: (id) => {
      setAll(false);
      edit(id);
    },
    leave,
    openSteps: (id, isOpen) => {
      select(id);
      openSteps(id, isOpen);
    },
    toggleStep: ({ id, status }) =>
      setGoalField(doc, id, 'status', status === 'erledigt' ? 'offen' : 'erledigt', ORIGIN.board),
    askHelp: (id) => show({ kind: 'help', id }),
  };
  const goTo = (id: string): void => {
    setAll(false);
    select(id);
    focus(id);
  };
  const whose = { by: me.person?.id ?? '', ownWords: ownWordsOf(me) };
  const wasMade = useEmptyGoesAway(editing, { doc, by: whose.by, selected, select, focus, isFocusLost });
  const changes = boardChanges({
    ...{ doc, board, goals, selected, ...whose },
    ...{ select, focus, openSteps },
    setEditing: (id) => {
      wasMade(id);
      begin(id);
    },
  });
  const selectAll = (from: string): void => {
    setAll(true);
    focus(from);
  };
  return { card, editing, open, panel, show, press, goTo, all, selectAll, ...changes };
}

/** Which card is being written. */
function useWriting(writable: boolean, { focus, stay }: ReturnType<typeof useCardFocus>) {
  const [editing, setEditing] = useState<string | null>(null);
  /** The card that was just made with the tool and is still being written. */
  const placed = useRef<string | null>(null);
  return {
    ...{ editing, setEditing, placed },
    edit(id: string | null): void {
      if (id === null) {
        placed.current = null;
      }
      // A field that stands already takes the focus anew: a press on the table took it away.
      const at = id ?? editing;
      if (at !== null) {
        focus(at);
      }
      setEditing(writable ? id : null);
    },
    /** The field was left for somewhere else; only a focus that fell to the page comes back to the card. */
    leave(id: string): void {
      // The press after the tool takes the focus before it says where the card goes.
      const isPlaced = placed.current === id;
      if (!isPlaced) {
        setEditing(null);
      }
      requestAnimationFrame(() => {
        if (isFocusLost()) {
          focus(id);
        } else if (isPlaced) {
          setEditing(null);
        }
      });
    },
    /** A card was made and is written at once. */
    begin(id: string | null): void {
      placed.current = id;
      setEditing(id);
      if (id === null) {
        stay();
      } else {
        focus(id);
      }
    },
  };
}

function isFocusLost(): boolean {
  const { activeElement } = document;
  return activeElement === document.body || activeElement?.matches('.tl-container') === true;
}

/** The goals whose steps are shown under them. */
function useOpenSteps(): [ReadonlySet<string>, (id: string, open: boolean) => void] {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const openSteps = (id: string, isOpen: boolean): void =>
    setOpen((before) => new Set(isOpen ? [...before, id] : [...before].filter((other) => other !== id)));
  return [open, openSteps];
}
