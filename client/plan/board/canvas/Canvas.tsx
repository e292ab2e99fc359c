import { useRef, useState } from 'react';
import { type Editor, type TLEditorComponents, TldrawEditor } from 'tldraw';
import 'tldraw/tldraw.css';
import { useWritable } from '../../../app/context.ts';
import { cspNonce } from '../../../app/nonce.ts';
import { useWords } from '../../words/words.ts';
import { useFresh } from '../fresh.ts';
import { HeightsContext, useHeightBook } from '../heights.tsx';
import type { Drag } from '../model/model.ts';
import { guardShapes } from '../model/project.ts';
import { BoardContext, type BoardProps, type BoardState } from '../model/state.ts';
import { useGoalModel } from '../model/useGoalModel.ts';
import { useResourceModel } from '../model/useResourceModel.ts';
import styles from './Canvas.module.css';
import { Cursors } from './Cursors.tsx';
import { GoalRail } from './GoalRail.tsx';
import { Panels } from './Panels.tsx';
import { Pills } from './Pills.tsx';
import { GoalShapeUtil, ResourceShapeUtil } from './shapes.tsx';
import { ToolStrip } from './ToolStrip.tsx';
import { CardTool } from './tool.ts';
import { Under, UnderContext } from './Under.tsx';
import { useBoardActions } from './useBoardActions.ts';
import { useBoardKeys } from './useBoardKeys.ts';
import { useGestures, useProjection, useSelectedInView, useSettled, useWriters } from './useCanvas.ts';
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
            aria-description={words.t('board.a.keys')}
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
        {model.order.length === 0 ? (
          <p className={styles['nothing']}>{words.t(`board.empty_${board}`)}</p>
        ) : null}
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
