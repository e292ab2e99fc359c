import { type RefObject, useRef, useState } from 'react';
import type { Editor } from 'tldraw';
import type { BoardName } from '#shared/meeting/step.ts';
import { useWritable } from '../../../app/context.ts';
import { useWords, type Words } from '../../words/words.ts';
import { useFresh } from '../fresh.ts';
import { HeightsContext, useHeightBook } from '../heights.tsx';
import type { BoardModel, Drag } from '../model/model.ts';
import { BoardContext, type BoardProps, type BoardState } from '../model/state.ts';
import { useGoalModel } from '../model/useGoalModel.ts';
import { useResourceModel } from '../model/useResourceModel.ts';
import styles from './Canvas.module.css';
import { Cursors } from './Cursors.tsx';
import { useBoardKeys } from './keys/useBoardKeys.ts';
import { Surface } from './Surface.tsx';
import { GoalRail } from './tools/GoalRail.tsx';
import { Panels } from './tools/Panels.tsx';
import { Pills } from './tools/Pills.tsx';
import { ToolStrip } from './tools/ToolStrip.tsx';
import { type AllActions, useBoardActions } from './useBoardActions.ts';
import {
  useFocusedInView,
  useGestures,
  useProjection,
  useSelectedInView,
  useSettled,
  useWriters,
} from './useCanvas.ts';
import { useSize } from './useSize.ts';

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
  frame: RefObject<HTMLDivElement | null>;
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
  const actions = useBoardActions({ board, selected, onSelect, frame, writable });
  const over = useRef<string | null>(null);
  const goals = useGoalModel({ words, selected, open: actions.open, size, book, drag });
  const resources = useResourceModel({ words, size, book, drag, over: () => over.current });
  const model = board === 'goals' ? goals : resources;
  const settled = useSettled(editor, model);
  useProjection(editor, model, selected, drag, settled);
  useGestures(editor, model, { drag, setDrag, free: writable && !locked, writable, actions });
  useBoardKeys(frame, { board, model, selected, actions, writable });
  useSelectedInView(editor, model, selected, settled);
  useFocusedInView(editor, frame, model);
  const state: BoardState = {
    words,
    selected,
    all: actions.all,
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
  const shown = { board, model, words, locked };
  return (
    <BoardContext value={state}>
      <HeightsContext value={book}>
        <Surface {...shown} dragging={drag !== null} onEditor={setEditor} />
        {model.order.length === 0 ? (
          <p className={styles['nothing']}>{words.t(`board.empty_${board}`)}</p>
        ) : null}
        {editor ? (
          <Above {...shown} {...{ editor, selected, actions, writable, drag, over }} onLock={setLocked} />
        ) : null}
        <Panels actions={actions} words={words} board={board} selected={selected} />
      </HeightsContext>
    </BoardContext>
  );
}

interface AboveProps {
  editor: Editor;
  board: BoardName;
  model: BoardModel;
  words: Words;
  selected: string | null;
  actions: AllActions;
  writable: boolean;
  drag: Drag | null;
  /** The goal in the rail over which a carried strength is held. */
  over: RefObject<string | null>;
  locked: boolean;
  onLock: (locked: boolean) => void;
}

/** What lies above the cards: the others' pointers, what is off screen, and tools or goals to drop on. */
function Above(props: AboveProps) {
  const { editor, board, model, words, selected, actions, writable, drag, over, locked, onLock } = props;
  return (
    <>
      <Cursors editor={editor} board={board} model={model} />
      <Pills editor={editor} model={model} words={words} />
      {board === 'resources' && drag ? (
        <GoalRail over={over} words={words} id={drag.id} />
      ) : (
        <ToolStrip {...{ editor, board, model, selected, actions, writable, locked, onLock }} />
      )}
    </>
  );
}
