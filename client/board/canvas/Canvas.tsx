import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Editor, type TLEditorComponents, TldrawEditor } from 'tldraw';
import 'tldraw/tldraw.css';
import { useSession, useStore, useWritable } from '../../app/context.ts';
import { cspNonce } from '../../app/nonce.ts';
import type { BoardProps } from '../Board.tsx';
import { useFresh } from '../fresh.ts';
import { HeightsContext, useHeightBook } from '../heights.tsx';
import { useWords } from '../words.ts';
import styles from './Canvas.module.css';
import { Cursors } from './Cursors.tsx';
import { keepCardInPlace, setRoom, showCard, showStart } from './camera.ts';
import { GoalRail } from './GoalRail.tsx';
import type { BoardModel, Drag } from './model.ts';
import { Panels } from './Panels.tsx';
import { Pills } from './Pills.tsx';
import { guardShapes, project } from './project.ts';
import { GoalShapeUtil, ResourceShapeUtil } from './shapes.tsx';
import { BoardContext, type BoardState } from './state.ts';
import { ToolStrip } from './ToolStrip.tsx';
import { CardTool, listen } from './tool.ts';
import { dropTrackingRejection } from './tracking.ts';
import { Under, UnderContext } from './Under.tsx';
import { useBoardActions } from './useBoardActions.ts';
import { useBoardKeys } from './useBoardKeys.ts';
import { useGoalModel } from './useGoalModel.ts';
import { useResourceModel } from './useResourceModel.ts';
import { useSize } from './useSize.ts';

const SHAPES = [GoalShapeUtil, ResourceShapeUtil];
const TOOLS = [CardTool];
/** Of tldraw's own drawing only the table under the cards is used; what is selected, cards say themselves. */
const COMPONENTS: TLEditorComponents = {
  Background: null,
  Brush: null,
  CollaboratorBrush: null,
  CollaboratorCursor: null,
  CollaboratorHint: null,
  CollaboratorScribble: null,
  CollaboratorShapeIndicator: null,
  Cursor: null,
  Grid: null,
  Handle: null,
  Handles: null,
  LoadingScreen: null,
  Scribble: null,
  SelectionBackground: null,
  SelectionForeground: null,
  ShapeIndicator: null,
  ShapeIndicators: null,
  SnapIndicator: null,
  Spinner: null,
  ZoomBrush: null,
  OnTheCanvas: Under,
};
const OPTIONS = cspNonce === undefined ? {} : { nonce: cspNonce };
const CAMERA = { zoomSteps: [0.25, 0.5, 0.75, 1, 1.5, 2] };

/** The board itself. Loaded when it is first opened. */
export function Canvas(props: BoardProps) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  return (
    <div ref={frame} className={styles['frame']}>
      {size ? <Sized {...props} frame={frame} size={size} /> : null}
    </div>
  );
}

type SizedProps = BoardProps & {
  frame: React.RefObject<HTMLDivElement | null>;
  size: { width: number; height: number };
};

function Sized({ board, selected, onSelect, frame, size }: SizedProps) {
  const words = useWords();
  const book = useHeightBook();
  const fresh = useFresh();
  const writable = useWritable(board);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [locked, setLocked] = useState(() => matchMedia('(pointer: coarse)').matches);
  const actions = useBoardActions({ board, selected, onSelect, frame, editor, writable });
  const over = useRef<string | null>(null);
  const goals = useGoalModel({ words, selected, open: actions.open, size, book, drag });
  const resources = useResourceModel({ words, size, book, drag, over: () => over.current });
  const model = board === 'goals' ? goals : resources;
  const settled = useSettled(editor, model);
  useProjection(editor, model, selected, drag, settled);
  useGestures(editor, model, { drag, setDrag, free: writable && !locked, writable, actions });
  useBoardKeys(frame, { board, model, selected, actions, writable });
  useSelectedInView(editor, model, selected, settled);
  const state: BoardState = {
    words,
    selected,
    editing: actions.editing,
    roving: model.order.includes(selected ?? '') ? selected : (model.order[0] ?? null),
    writable,
    fresh,
    writers: useWriters(),
    wide: model.wide,
    goals: model.goals,
    resources: model.resources,
    lifted: drag?.id ?? null,
    actions: actions.card,
  };
  return (
    <BoardContext value={state}>
      <HeightsContext value={book}>
        <UnderContext value={{ board, model }}>
          {/* biome-ignore lint/a11y/useSemanticElements: the board is a part of the page, not a set of fields */}
          <div
            role="group"
            aria-label={words.t(`board.${board}_label`)}
            aria-owns={model.order.map((id) => `card-${id}`).join(' ')}
            className={styles['board']}
            data-dragging={drag !== null || undefined}
            data-locked={locked || undefined}
          >
            <TldrawEditor
              shapeUtils={SHAPES}
              tools={TOOLS}
              initialState="card"
              components={COMPONENTS}
              options={OPTIONS}
              cameraOptions={CAMERA}
              autoFocus={false}
              onMount={(mounted) => {
                mounted.updateInstanceState({ isReadonly: true });
                const stop = guardShapes(mounted);
                setEditor(mounted);
                return stop;
              }}
            />
          </div>
        </UnderContext>
        {editor ? (
          <>
            <Cursors editor={editor} board={board} model={model} />
            <Pills editor={editor} model={model} words={words} />
            {board === 'resources' && drag ? (
              <GoalRail over={over} words={words} id={drag.id} />
            ) : (
              <ToolStrip
                editor={editor}
                board={board}
                model={model}
                actions={actions}
                writable={writable}
                locked={locked}
                onLock={setLocked}
              />
            )}
          </>
        ) : null}
        <Panels actions={actions} words={words} board={board} selected={selected} />
      </HeightsContext>
    </BoardContext>
  );
}

/** Shows what the plan says, keeping the selected card where the eye is. */
function useProjection(
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
  });
  const { width, height, margin } = model;
  useLayoutEffect(() => {
    if (editor) {
      setRoom(editor, { width, height, margin });
    }
  }, [editor, width, height, margin]);
}

/** At first heights are estimates and the drawing does not know its size: nothing is anchored yet. */
const SETTLING_MS = 350;

function useSettled(editor: Editor | null, { margin }: BoardModel): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!editor) {
      return undefined;
    }
    const timer = setTimeout(() => {
      showStart(editor, margin);
      setSettled(true);
    }, SETTLING_MS);
    return () => clearTimeout(timer);
  }, [editor, margin]);
  return settled;
}

/** What is selected in the list comes into view here. */
function useSelectedInView(
  editor: Editor | null,
  model: BoardModel,
  selected: string | null,
  settled: boolean,
): void {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (editor && settled && shown.current !== selected) {
      shown.current = selected;
      const sheet = [...model.goals.values()].find(
        ({ kind, goal }) => kind === 'steps' && goal.children.some(({ id }) => id === selected),
      );
      const name = sheet?.key ?? selected;
      showCard(
        editor,
        model.wanted.find(({ ref }) => ref === name),
        model.margin,
      );
    }
  });
}

interface GestureOptions {
  drag: Drag | null;
  setDrag(drag: Drag | null): void;
  free: boolean;
  writable: boolean;
  actions: ReturnType<typeof useBoardActions>;
}

function useGestures(editor: Editor | null, model: BoardModel, options: GestureOptions): void {
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
function useWriters(): BoardState['writers'] {
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
