import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Editor } from 'tldraw';
import { useSession, useStore } from '../../../app/context.ts';
import type { BoardModel, Drag } from '../model/model.ts';
import { keepDrawn, project } from '../model/project.ts';
import type { BoardState } from '../model/state.ts';
import { keepCardInPlace, keepZoom, setRoom, showCard, showElement, showStart } from './camera.ts';
import { listen } from './tool.ts';
import { dropTrackingRejection } from './tracking.ts';
import type { useBoardActions } from './useBoardActions.ts';

/** Shows what the plan says, keeping the selected card where the eye is. */
export function useProjection(
  editor: Editor | null,
  model: BoardModel,
  selected: string | null,
  drag: Drag | null,
  settled: boolean,
): void {
  useEffect(() => dropTrackingRejection(), []);
  useLayoutEffect(() => {
    if (!editor) {
      return;
    }
    const anchor = drag === null && settled ? selected : null;
    keepCardInPlace(editor, model.wanted, anchor, () => project(editor, model.wanted));
    keepDrawn(editor, cardOf(model, selected));
  });
  const { width, height, margin, zoom } = model;
  const resting = useRef(zoom);
  useLayoutEffect(() => {
    if (editor) {
      setRoom(editor, { width, height, margin });
      keepZoom(editor, resting.current, zoom);
      resting.current = zoom;
    }
  }, [editor, width, height, margin, zoom]);
}

/** At first heights are estimates and the drawing does not know its size: nothing is anchored yet. */
const SETTLING_MS = 350;

/** Whether the drawing has come to rest after opening. */
export function useSettled(editor: Editor | null, { margin, zoom }: BoardModel): boolean {
  const [settled, setSettled] = useState(false);
  const { x, top } = margin;
  const resting = useRef(zoom);
  resting.current = zoom;
  useEffect(() => {
    if (!editor) {
      return undefined;
    }
    const timer = setTimeout(() => {
      showStart(editor, x, top, resting.current);
      setSettled(true);
    }, SETTLING_MS);
    return () => clearTimeout(timer);
  }, [editor, x, top]);
  return settled;
}

/** What is selected in the list comes into view here; where somebody writes stays in view while it grows. */
export function useSelectedInView(
  editor: Editor | null,
  model: BoardModel,
  selected: string | null,
  settled: boolean,
): void {
  const shown = useRef<{ id: string | null; height: number }>({ id: null, height: 0 });
  useEffect(() => {
    if (editor && settled) {
      const name = cardOf(model, selected);
      const card = model.wanted.find(({ ref }) => ref === name);
      // A card that was made just now may not be among the cards yet: it is shown once it is.
      const id = card || selected === null ? selected : shown.current.id;
      const height = card?.h ?? 0;
      if (id !== shown.current.id || (height > shown.current.height && name !== null && isWritten(name))) {
        showCard(editor, card, model.margin);
      }
      shown.current = { id, height };
    }
  });
}

/** The drawn card of a record: steps lie on a common one. */
function cardOf(model: BoardModel, id: string | null): string | null {
  const sheet = [...model.goals.values()].find(
    ({ kind, goal }) => kind === 'steps' && goal.children.some((step) => step.id === id),
  );
  return sheet?.key ?? id;
}

/** Cards and what is pressed on them. */
const STOPS = '[data-card], [data-card] button, [data-card] input, .tl-container button';

/** What the Tab key comes to is in view, whatever the card around it shows. */
export function useFocusedInView(
  editor: Editor | null,
  frame: RefObject<HTMLElement | null>,
  { margin }: BoardModel,
): void {
  useEffect(() => {
    const box = frame.current;
    if (!editor || !box) {
      return undefined;
    }
    const show = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && target.matches(STOPS) && target.matches(':focus-visible')) {
        showElement(editor, target, margin);
      }
    };
    box.addEventListener('focusin', show);
    return () => box.removeEventListener('focusin', show);
  }, [editor, frame, margin]);
}

function isWritten(name: string): boolean {
  const { activeElement } = document;
  return (
    activeElement instanceof HTMLTextAreaElement &&
    activeElement.closest('[data-card]')?.getAttribute('data-card') === name
  );
}

interface GestureOptions {
  drag: Drag | null;
  setDrag(drag: Drag | null): void;
  free: boolean;
  writable: boolean;
  actions: ReturnType<typeof useBoardActions>;
}

/** Tells the tool what presses and drags mean on this board now. */
export function useGestures(editor: Editor | null, model: BoardModel, options: GestureOptions): void {
  const { setDrag, free, writable, actions } = options;
  useEffect(() => {
    if (!editor) {
      return;
    }
    listen(editor, {
      press: (ref) => {
        if (ref === null || !ref.endsWith(':steps')) {
          actions.press(ref);
        }
      },
      twice: (ref) => (writable && !ref.endsWith(':steps') ? actions.card.edit(ref) : undefined),
      movable: (ref) => free && model.movable(ref),
      lift: (ref, at) => setDrag({ id: ref, at: { x: at.x, y: at.y }, by: { x: 0, y: 0 } }),
      move: (ref, at, by) => {
        const drag = { id: ref, at: { x: at.x, y: at.y }, by: { x: by.x, y: by.y } };
        setDrag(drag);
        model.dragging(drag);
      },
      drop: (ref, at, by) => {
        setDrag(null);
        model.drop({ id: ref, at: { x: at.x, y: at.y }, by: { x: by.x, y: by.y } });
        model.dragging(null);
      },
      putBack: () => {
        setDrag(null);
        model.dragging(null);
      },
    });
  });
}

/** Who is typing into which record. */
export function useWriters(): BoardState['writers'] {
  const others = useStore(useSession().others);
  return useMemo(() => {
    const writers = new Map<string, { name: string; hue: number }>();
    for (const { editing, user } of others.values()) {
      if (editing) {
        writers.set(editing.id, { name: user.name, hue: user.hue });
      }
    }
    return writers;
  }, [others]);
}
