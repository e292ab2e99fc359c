import { type RefObject, useEffect } from 'react';
import { useSession } from '../../app/context.ts';
import { undoCommand } from '../../plan/list/keys/keys.ts';
import { type DeskMode, modeKey } from './modes.ts';
import { moveRegion } from './regions.ts';

/** Alt+1 to 4 choose the view, F6 goes round the parts of the page, undo works everywhere. */
export function useTableKeys(frame: RefObject<HTMLElement | null>, onMode: (mode: DeskMode) => void): void {
  const session = useSession();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const mode = modeKey(event, isWritten(event.target));
      const command = event.defaultPrevented || isWritten(event.target) ? null : undoCommand(event);
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

/** Whether letters go in there. What is only chosen, such as a box to tick, has no words of its own to undo. */
function isWritten(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, input:not([type=radio], [type=checkbox])'))
  );
}
