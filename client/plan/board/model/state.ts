import { createContext, useContext } from 'react';
import type { Goal } from '#shared/documents/plan/goals.ts';
import type { BoardName } from '#shared/meeting/step.ts';
import type { Words } from '../../words/words.ts';
import type { Fresh } from '../fresh.ts';
import type { PlacedCard, PlacedResource } from '../layout/index.ts';

/** What the table tells the board. */
export interface BoardProps {
  board: BoardName;
  /** The record that is selected, in common with the list. */
  selected: string | null;
  onSelect: (id: string | null) => void;
}

/** What cards on the board may do. Each becomes an operation on the plan. */
export interface BoardActions {
  select(id: string | null): void;
  /** Puts a field in the place of a sentence; null: finished. */
  edit(id: string | null): void;
  /** The field was left, not finished. */
  leave(id: string): void;
  openSteps(id: string, open: boolean): void;
  toggleStep(step: Goal): void;
  askHelp(id: string): void;
}

/** What the cards on the board are drawn from. */
export interface BoardState {
  words: Words;
  selected: string | null;
  /** All cards are selected. */
  all: boolean;
  editing: string | null;
  /** The card that takes the tab key: one for the whole board. */
  roving: string | null;
  writable: boolean;
  fresh: Fresh;
  /** Who is typing into a record just now, by record. */
  writers: ReadonlyMap<string, { name: string; hue: number }>;
  /** Steps lie in a column of their own; strengths have room for their description. */
  wide: boolean;
  goals: ReadonlyMap<string, PlacedCard>;
  resources: ReadonlyMap<string, PlacedResource>;
  /** The card under the finger. */
  lifted: string | null;
  actions: BoardActions;
}

const Context = createContext<BoardState | null>(null);

export const BoardContext = Context;

/** The board around a card. */
export function useBoard(): BoardState {
  const state = useContext(Context);
  if (!state) {
    throw new Error('a card of the board is used outside the board');
  }
  return state;
}
