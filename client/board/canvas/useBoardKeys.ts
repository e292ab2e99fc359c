import { type RefObject, useEffect } from 'react';
import { flatten } from '#shared/plan/goals.ts';
import { ORIGIN } from '#shared/plan/records.ts';
import { addResource, type MapPosition, placeResource } from '#shared/plan/resources.ts';
import { useDoc, usePlan, useStore } from '../../app/context.ts';
import { treeCommand } from '../../outline/keys.ts';
import { letterKeys } from '../../outline/letter-keys.ts';
import type { BoardModel } from './model.ts';
import type { AllActions } from './useBoardActions.ts';
import { toMapPosition } from './useResourceModel.ts';

interface Options {
  board: 'goals' | 'resources';
  model: BoardModel;
  selected: string | null;
  actions: AllActions;
  writable: boolean;
}

/** The keys of the list work on the board too; M opens "Wohin?". */
export function useBoardKeys(frame: RefObject<HTMLElement | null>, options: Options): void {
  const doc = useDoc();
  const plan = usePlan();
  const letters = useStore(letterKeys);
  useEffect(() => {
    const box = frame.current;
    if (!box) {
      return;
    }
    const onKey = (event: KeyboardEvent): void => {
      const card = (event.target as HTMLElement).dataset['card'];
      if (card !== undefined && act(card, event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    const act = (id: string, event: KeyboardEvent): boolean => {
      const { board, model, actions, writable } = options;
      if (event.key === 'Escape') {
        actions.press(null);
        return true;
      }
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (plain && letters && event.key.toLowerCase() === 'm' && writable) {
        actions.show({ kind: 'where', id });
        return true;
      }
      if (board === 'resources' && event.altKey && writable) {
        return nudge(id, event.key);
      }
      const command = treeCommand(event, letters);
      if (!command || (command.do !== 'walk' && !writable)) {
        return false;
      }
      const goal = flatten(plan.goals).find((candidate) => candidate.id === id);
      switch (command.do) {
        case 'walk':
          return go(board === 'goals' ? nextGoal(model, id, command.key) : nextCard(model, id, command.key));
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
        case 'link':
          actions.show(goal?.depth === 1 ? { kind: 'help', id } : null);
          return goal?.depth === 1;
        case 'done':
          if (goal?.depth === 2) {
            actions.card.toggleStep(goal);
          }
          return goal?.depth === 2;
        default:
          return false;
      }
    };
    const go = (id: string | null): boolean => {
      if (id !== null) {
        options.actions.goTo(id);
      }
      return true;
    };
    const nextGoal = (model: BoardModel, id: string, key: string): string | null => {
      const goal = flatten(plan.goals).find((candidate) => candidate.id === id);
      if (key === 'ArrowLeft') {
        return goal?.parentId ?? null;
      }
      if (key === 'ArrowRight') {
        const [child] = goal?.children ?? [];
        if (child && !model.order.includes(child.id)) {
          options.actions.card.openSteps(id, true);
        }
        return child?.id ?? null;
      }
      return nextCard(model, id, key);
    };
    const nudge = (id: string, key: string): boolean => {
      const by = NUDGES[key];
      const card = options.model.resources.get(id);
      if (!by || !card) {
        return false;
      }
      const [x, y] = toMapPosition(options.model, card);
      placeResource(doc, id, [x + by[0], y + by[1]] satisfies MapPosition, ORIGIN.board);
      return true;
    };
    const onCopy = (event: ClipboardEvent): void => {
      const id = (event.target as HTMLElement).dataset?.['card'];
      const text =
        flatten(plan.goals).find((goal) => goal.id === id)?.sentence ??
        plan.resources.find((resource) => resource.id === id)?.title;
      if (text !== undefined && window.getSelection()?.isCollapsed !== false) {
        event.clipboardData?.setData('text/plain', text);
        event.preventDefault();
      }
    };
    const onPaste = (event: ClipboardEvent): void => {
      const onCard = (event.target as HTMLElement).dataset?.['card'] !== undefined;
      const text = event.clipboardData?.getData('text/plain').trim().slice(0, PASTED_CHARS) ?? '';
      if (!onCard || !options.writable || text === '') {
        return;
      }
      event.preventDefault();
      if (options.board === 'goals') {
        options.actions.addGoal(text);
      } else {
        const domain = plan.resources.find(({ id }) => id === options.selected)?.domain ?? 'persoenlich';
        addResource(doc, { domain, title: text }, ORIGIN.board);
      }
    };
    box.addEventListener('keydown', onKey, { capture: true });
    box.addEventListener('copy', onCopy);
    box.addEventListener('paste', onPaste);
    return () => {
      box.removeEventListener('keydown', onKey, { capture: true });
      box.removeEventListener('copy', onCopy);
      box.removeEventListener('paste', onPaste);
    };
  });
}

/** A pasted text becomes one card: one card is one sentence. */
const PASTED_CHARS = 500;

const NUDGES: Readonly<Record<string, MapPosition>> = {
  ArrowLeft: [-60, 0],
  ArrowRight: [60, 0],
  ArrowUp: [0, -60],
  ArrowDown: [0, 60],
};

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
