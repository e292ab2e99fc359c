import { type RefObject, useEffect } from 'react';
import { useSession } from '../../app/context.ts';
import { undoCommand } from '../../plan/list/keys/keys.ts';
import type { DeskMode } from './modes.ts';
import { moveRegion } from './regions.ts';

const MODE_KEYS: Readonly<Record<string, DeskMode>> = {
  '1': 'list',
  '2': 'board',
  '3': 'protocol',
  '4': 'both',
};

/** Alt+1 to 4 choose the view, F6 goes round the parts of the page, undo works everywhere. */
export function useTableKeys(frame: RefObject<HTMLElement | null>, onMode: (mode: DeskMode) => void): void {
  const session = useSession();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const mode = event.altKey && !event.ctrlKey ? MODE_KEYS[event.key] : undefined;
      const command = event.defaultPrevented || isField(event.target) ? null : undoCommand(event);
      if (mode) {
        onMode(mode);
      } else if (event.key === 'F6' && frame.current) {
        moveRegion(frame.current, event.shiftKey ? -1 : 1);
      } else if (command) {
        session.undo[command.do]();
      } else {
        return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [frame, onMode, session]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
