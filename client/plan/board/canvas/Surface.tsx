import { type Editor, type TLEditorComponents, TldrawEditor } from 'tldraw';
import 'tldraw/tldraw.css';
import type { BoardName } from '#shared/meeting/step.ts';
import { cspNonce } from '../../../app/nonce.ts';
import type { Words } from '../../words/words.ts';
import type { BoardModel } from '../model/model.ts';
import { guardShapes } from '../model/project.ts';
import { GoalShapeUtil, ResourceShapeUtil } from './cards/shapes.tsx';
import styles from './Surface.module.css';
import { CardTool } from './tool.ts';
import { Under, UnderContext } from './Under.tsx';

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

interface SurfaceProps {
  board: BoardName;
  model: BoardModel;
  words: Words;
  dragging: boolean;
  /** Cards lie fast: a finger moves the table, never one of them. */
  locked: boolean;
  onEditor: (editor: Editor) => void;
}

/** The table with the cards on it, as tldraw draws them. */
export function Surface({ board, model, words, dragging, locked, onEditor }: SurfaceProps) {
  return (
    <UnderContext value={{ board, model }}>
      {/* biome-ignore lint/a11y/useSemanticElements: the board is a part of the page, not a set of fields */}
      <div
        role="group"
        aria-label={words.t(`board.${board}_label`)}
        aria-description={words.t('board.a.keys')}
        aria-owns={model.order.map((id) => `card-${id}`).join(' ')}
        className={styles['board']}
        data-dragging={dragging || undefined}
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
            onEditor(mounted);
            return stop;
          }}
        />
      </div>
    </UnderContext>
  );
}
