import { type RefObject, useEffect } from 'react';
import type * as Y from 'yjs';
import type { Plan } from '#shared/documents/plan/plan.ts';
import { useDoc, usePlan } from '../../../../app/context.ts';
import { type BoardAt, isAll, pressOnCard } from './board-keys.ts';
import { copied, pasteText } from './clipboard.ts';

type Options = Omit<BoardAt, 'doc' | 'plan'>;

/** The named keys of the list work on the board too; letters write. Cards are copied and pasted as words. */
export function useBoardKeys(frame: RefObject<HTMLElement | null>, options: Options): void {
  const doc: Y.Doc = useDoc();
  const plan: Plan = usePlan();
  useEffect(() => {
    const box = frame.current;
    if (!box) {
      return;
    }
    const at: BoardAt = { ...options, doc, plan };
    const onKey = (event: KeyboardEvent): void => {
      const card = cardOf(event);
      if (card !== undefined && pressOnCard(at, card, event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    const onPage = (event: KeyboardEvent): void => {
      const first = at.selected ?? at.model.order[0];
      if (isAll(event) && first !== undefined && isTable(event, box)) {
        at.actions.selectAll(first);
        event.preventDefault();
      }
    };
    const onCopy = (event: ClipboardEvent): void => {
      const text = copied(at, cardOf(event));
      if (text !== undefined && window.getSelection()?.isCollapsed !== false) {
        event.clipboardData?.setData('text/plain', text);
        event.preventDefault();
      }
    };
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (cardOf(event) !== undefined && pasteText(at, text)) {
        event.preventDefault();
      }
    };
    box.addEventListener('keydown', onKey, { capture: true });
    document.addEventListener('keydown', onPage);
    box.addEventListener('copy', onCopy);
    box.addEventListener('paste', onPaste);
    return () => {
      box.removeEventListener('keydown', onKey, { capture: true });
      document.removeEventListener('keydown', onPage);
      box.removeEventListener('copy', onCopy);
      box.removeEventListener('paste', onPaste);
    };
  });
}

/** Whether a key was pressed on nothing else than the table: after a press beside the cards. */
function isTable({ target }: Event, box: HTMLElement): boolean {
  return (
    target === document.body ||
    (target instanceof HTMLElement && box.contains(target) && target.matches('.tl-container'))
  );
}

/** Whose card an event came from; undefined beside the cards. */
function cardOf({ target }: Event): string | undefined {
  return (target as HTMLElement).dataset?.['card'];
}
