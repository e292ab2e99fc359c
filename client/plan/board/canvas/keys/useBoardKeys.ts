import { type RefObject, useEffect } from 'react';
import type * as Y from 'yjs';
import type { Plan } from '#shared/documents/plan/plan.ts';
import { useDoc, usePlan, useStore } from '../../../../app/context.ts';
import { letterKeys } from '../../../list/keys/letter-keys.ts';
import { type BoardAt, pressOnCard } from './board-keys.ts';
import { copiedText, pasteText } from './clipboard.ts';

type Options = Omit<BoardAt, 'doc' | 'plan'>;

/** The keys of the list work on the board too; M opens "Wohin?". Cards are copied and pasted as words. */
export function useBoardKeys(frame: RefObject<HTMLElement | null>, options: Options): void {
  const doc: Y.Doc = useDoc();
  const plan: Plan = usePlan();
  const letters = useStore(letterKeys);
  useEffect(() => {
    const box = frame.current;
    if (!box) {
      return;
    }
    const at: BoardAt = { ...options, doc, plan };
    const onKey = (event: KeyboardEvent): void => {
      const card = cardOf(event);
      if (card !== undefined && pressOnCard(at, card, event, letters)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    const onCopy = (event: ClipboardEvent): void => {
      const text = copiedText(plan, cardOf(event));
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
    box.addEventListener('copy', onCopy);
    box.addEventListener('paste', onPaste);
    return () => {
      box.removeEventListener('keydown', onKey, { capture: true });
      box.removeEventListener('copy', onCopy);
      box.removeEventListener('paste', onPaste);
    };
  });
}

/** Whose card an event came from; undefined beside the cards. */
function cardOf({ target }: Event): string | undefined {
  return (target as HTMLElement).dataset?.['card'];
}
