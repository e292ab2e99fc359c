import { useEffect, useRef, useState } from 'react';
import { type Editor, useValue } from 'tldraw';
import type { BoardName } from '#shared/meeting/step.ts';
import type { PresenceUser } from '#shared/wire/presence.ts';
import { useSession, useStore } from '../../../app/context.ts';
import { hueColour } from '../../../ui/display/Avatar.tsx';
import type { BoardModel } from '../model/model.ts';
import styles from './Cursors.module.css';
import { coversCard } from './names.ts';

interface CursorsProps {
  editor: Editor;
  board: BoardName;
  model: BoardModel;
}

/** After this time without a move a pointer fades. */
const STILL_MS = 5_000;

/** Everybody's pointer with a name, and the own one on its way to the others. */
export function Cursors({ editor, board, model }: CursorsProps) {
  const session = useSession();
  const others = useStore(session.others);
  useOwnCursor(editor, board, model);
  useValue('camera', () => editor.getCamera(), [editor]);
  return (
    <div className={styles['cursors']} aria-hidden="true">
      {[...others].map(([client, { cursor, user }]) => {
        if (!cursor || cursor.board !== board) {
          return null;
        }
        const [x, y] = model.fromShared([cursor.x, cursor.y]);
        const at = editor.pageToViewport({ x, y });
        const isOver = coversCard(model.wanted, { x, y }, editor.getZoomLevel());
        return (
          <Cursor key={client} {...{ user, isOver }} x={at.x} y={at.y} moved={`${cursor.x},${cursor.y}`} />
        );
      })}
    </div>
  );
}

interface CursorProps {
  user: PresenceUser;
  x: number;
  y: number;
  moved: string;
  /** The name would lie on a card's words. */
  isOver: boolean;
}

function Cursor({ user, x, y, moved, isOver }: CursorProps) {
  const [still, setStill] = useState(false);
  useEffect(() => {
    setStill(moved === '');
    const timer = setTimeout(() => setStill(true), STILL_MS);
    return () => clearTimeout(timer);
  }, [moved]);
  return (
    <div
      className={styles['cursor']}
      data-still={still || undefined}
      data-over={isOver || undefined}
      data-testid="cursor"
      style={{ '--hue': hueColour(user.hue), transform: `translate(${x}px, ${y}px)` } as React.CSSProperties}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d="M4 3l15 6.5-6.4 2.2L10.4 18z" />
      </svg>
      <span>{user.name}</span>
    </div>
  );
}

function useOwnCursor(editor: Editor, board: BoardName, model: BoardModel): void {
  const session = useSession();
  const latest = useRef(model);
  latest.current = model;
  useEffect(() => {
    const container = editor.getContainer();
    const onMove = (event: PointerEvent): void => {
      if (event.pointerType === 'touch') {
        return;
      }
      const [x, y] = latest.current.toShared(editor.screenToPage({ x: event.clientX, y: event.clientY }));
      session.setPresence({ cursor: { board, x: rounded(x), y: rounded(y) } });
    };
    const onLeave = (): void => session.setPresence({ cursor: null });
    container.addEventListener('pointermove', onMove);
    container.addEventListener('pointerleave', onLeave);
    return () => {
      container.removeEventListener('pointermove', onMove);
      container.removeEventListener('pointerleave', onLeave);
      onLeave();
    };
  }, [editor, board, session]);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
