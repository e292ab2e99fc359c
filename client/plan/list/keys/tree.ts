import type { Goal } from '#shared/documents/plan/goals.ts';
import type { MoveDirection, WalkKey } from './tree-moves.ts';

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
