import type * as Y from 'yjs';
import { addGoal, flatten, type Goal, moveGoal, removeGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { removeResource } from '#shared/documents/plan/resources.ts';
import type { BoardName } from '#shared/meeting/step.ts';
import { type MoveDirection, moveFor } from '../../list/keys/tree-moves.ts';
import type { OwnWords } from '../../words/people.ts';

/** A board as a change of the plan meets it. */
export interface ChangeAt {
  doc: Y.Doc;
  board: BoardName;
  goals: Goal[];
  selected: string | null;
  /** Who takes something from the table. */
  by: string;
  /** Whose a new goal of this person is. */
  ownWords: OwnWords;
  select(id: string | null): void;
  focus(id: string): void;
  openSteps(id: string, open: boolean): void;
  setEditing(id: string | null): void;
}

/** What a board changes in the plan beside what is written on a card. */
export interface BoardChanges {
  addGoal(sentence?: string): void;
  move(id: string, direction: MoveDirection): void;
  remove(id: string): void;
}

/** Adding, moving, and taking from the table. */
export function boardChanges(at: ChangeAt): BoardChanges {
  const { doc, board, goals, by, select, focus } = at;
  return {
    addGoal: (sentence = '') => addBesideSelected(at, sentence),
    move(id, direction) {
      const target = moveFor(goals, id, direction);
      if (typeof target !== 'string') {
        moveGoal(doc, id, target.parentId, ORIGIN.board, target.after);
        focus(id);
      }
    },
    remove(id) {
      if (board === 'resources') {
        removeResource(doc, id, by, ORIGIN.board);
      } else {
        removeGoal(doc, id, by, ORIGIN.board);
      }
      select(null);
    },
  };
}

function addBesideSelected(at: ChangeAt, sentence: string): void {
  const { doc, board, goals, selected, ownWords, select, openSteps, setEditing } = at;
  const beside = board === 'goals' ? flatten(goals).find(({ id }) => id === selected) : undefined;
  const { parentId, after } = placeBeside(beside);
  const added = addGoal(doc, parentId, { textOwn: sentence, ...ownWords }, ORIGIN.board, after);
  if ('id' in added) {
    select(added.id);
    if (beside && beside.depth > 0 && parentId !== null) {
      openSteps(parentId, true);
    }
    setEditing(sentence === '' ? added.id : null);
  }
}

/** Under a Richtungsziel its first or next Handlungsziel; else beside what is selected. */
function placeBeside(goal: Goal | undefined): { parentId: string | null; after?: string } {
  if (!goal) {
    return { parentId: null };
  }
  return goal.depth === 0 ? { parentId: goal.id } : { parentId: goal.parentId, after: goal.id };
}
