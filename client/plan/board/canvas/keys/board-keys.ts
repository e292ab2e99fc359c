import { flushSync } from 'react-dom';
import type * as Y from 'yjs';
import { flatten, type Goal } from '#shared/documents/plan/goals.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { type MapPosition, placeResource } from '#shared/documents/plan/resources.ts';
import type { BoardName } from '#shared/meeting/step.ts';
import { type TreeCommand, treeCommand } from '../../../list/keys/keys.ts';
import type { BoardModel } from '../../model/model.ts';
import { toMapPosition } from '../../model/useResourceModel.ts';
import type { AllActions } from '../useBoardActions.ts';

/** A board as a key meets it. */
export interface BoardAt {
  board: BoardName;
  model: BoardModel;
  selected: string | null;
  actions: AllActions;
  writable: boolean;
  doc: Y.Doc;
  plan: Plan;
}

/** A key on a card. False where it means nothing here and stays with the browser. */
export function pressOnCard(at: BoardAt, id: string, event: KeyboardEvent): boolean {
  const { board, actions, writable } = at;
  if (event.key === 'Escape') {
    actions.press(null);
    return true;
  }
  if (isAll(event)) {
    actions.selectAll(id);
    return true;
  }
  if (writable && isWriting(event)) {
    // The field has the focus before the browser puts the letter somewhere: it stands in it, typed once.
    flushSync(() => actions.card.edit(id));
    return false;
  }
  if (event.altKey && event.key === 'Enter' && writable) {
    actions.show({ kind: 'where', id });
    return true;
  }
  if (board === 'resources' && event.altKey && writable) {
    return nudge(at, id, event.key);
  }
  const command = treeCommand(event, false);
  return command !== null && (command.do === 'walk' || writable) && obey(at, id, command);
}

/** Whether a key asks for everything. */
export function isAll(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'a';
}

/** Keys that begin what input methods and dead keys put together. */
const BEGINNINGS: ReadonlySet<string> = new Set(['Dead', 'Process', 'Unidentified']);

/** Whether a key writes: letters and digits, those made with AltGr too. A space alone writes nothing. */
function isWriting(event: KeyboardEvent): boolean {
  const held = event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey || event.altKey);
  return held && ((event.key.length === 1 && event.key !== ' ') || BEGINNINGS.has(event.key));
}

function obey(at: BoardAt, id: string, command: TreeCommand): boolean {
  const { board, actions } = at;
  if (actions.all && (command.do === 'remove' || command.do === 'move')) {
    return true;
  }
  switch (command.do) {
    case 'walk':
      return go(at, board === 'goals' ? nextGoal(at, id, command.key) : nextCard(at.model, id, command.key));
    case 'edit':
      actions.card.edit(id);
      return true;
    case 'move':
      actions.move(id, command.direction);
      return true;
    case 'remove':
      actions.remove(id);
      return true;
    case 'add':
      actions.addGoal();
      return board === 'goals';
    default:
      return false;
  }
}

function goalOf({ plan }: BoardAt, id: string): Goal | undefined {
  return flatten(plan.goals).find((candidate) => candidate.id === id);
}

function go({ actions }: BoardAt, id: string | null): boolean {
  if (id !== null) {
    actions.goTo(id);
  }
  return true;
}

/** Left to the parent, right to the first child, whose steps open; else along the cards. */
function nextGoal(at: BoardAt, id: string, key: string): string | null {
  const goal = goalOf(at, id);
  if (key === 'ArrowLeft') {
    return goal?.parentId ?? null;
  }
  if (key === 'ArrowRight') {
    const [child] = goal?.children ?? [];
    if (child && !at.model.order.includes(child.id)) {
      at.actions.card.openSteps(id, true);
    }
    return child?.id ?? null;
  }
  return nextCard(at.model, id, key);
}

function nextCard({ order }: BoardModel, id: string, key: string): string | null {
  const at = order.indexOf(id);
  switch (key) {
    case 'Home':
      return order[0] ?? null;
    case 'End':
      return order.at(-1) ?? null;
    case 'ArrowUp':
    case 'ArrowLeft':
      return order[at - 1] ?? null;
    default:
      return order[at + 1] ?? null;
  }
}

const NUDGES: Readonly<Record<string, MapPosition>> = {
  ArrowLeft: [-60, 0],
  ArrowRight: [60, 0],
  ArrowUp: [0, -60],
  ArrowDown: [0, 60],
};

function nudge({ doc, model }: BoardAt, id: string, key: string): boolean {
  const by = NUDGES[key];
  const card = model.resources.get(id);
  if (!by || !card) {
    return false;
  }
  const [x, y] = toMapPosition(model, card);
  placeResource(doc, id, [x + by[0], y + by[1]] satisfies MapPosition, ORIGIN.board);
  return true;
}
