import { type Editor, StateNode, type TLClickEventInfo, type TLPointerEventInfo, type VecLike } from 'tldraw';
import { refOf } from '../model/project.ts';

/** What the board does with presses and drags; the tool only tells them apart. */
export interface Gestures {
  /** A press on a card, or on the table (null). */
  press(ref: string | null): void;
  /** Twice on a card. */
  twice(ref: string): void;
  /** Whether this card may be lifted now. */
  movable(ref: string): boolean;
  lift(ref: string, at: VecLike): void;
  move(ref: string, at: VecLike, by: VecLike): void;
  drop(ref: string, at: VecLike, by: VecLike): void;
  putBack(ref: string): void;
}

const gestures = new WeakMap<Editor, Gestures>();

/** Connects a board to its editor. */
export function listen(editor: Editor, handler: Gestures): void {
  gestures.set(editor, handler);
}

/** The only tool: presses and drags cards, pans where there is none. Nothing is drawn or resized. */
export class CardTool extends StateNode {
  static override id = 'card';

  #pressed: string | null = null;
  #lifted = false;
  #down = false;
  #panned = false;

  override onPointerDown(_info: TLPointerEventInfo): void {
    const hit = this.editor.getShapeAtPoint(this.editor.inputs.currentPagePoint, { hitInside: true });
    this.#pressed = hit ? refOf(hit) : null;
    this.#down = true;
    this.#panned = false;
  }

  override onPointerMove(): void {
    const { inputs } = this.editor;
    const board = gestures.get(this.editor);
    if (!this.#down || !board || !inputs.isPointing) {
      return;
    }
    const by = {
      x: inputs.currentPagePoint.x - inputs.originPagePoint.x,
      y: inputs.currentPagePoint.y - inputs.originPagePoint.y,
    };
    if (this.#pressed !== null && this.#lifted) {
      board.move(this.#pressed, inputs.currentPagePoint, by);
    } else if (inputs.isDragging && this.#pressed !== null && board.movable(this.#pressed)) {
      this.#lifted = true;
      board.lift(this.#pressed, inputs.currentPagePoint);
    } else if (inputs.isDragging) {
      this.#panned = true;
      this.#pan();
    }
  }

  override onPointerUp(): void {
    const { inputs } = this.editor;
    if (this.#pressed !== null && this.#lifted) {
      const by = {
        x: inputs.currentPagePoint.x - inputs.originPagePoint.x,
        y: inputs.currentPagePoint.y - inputs.originPagePoint.y,
      };
      gestures.get(this.editor)?.drop(this.#pressed, inputs.currentPagePoint, by);
    } else if (this.#down && !this.#panned) {
      // Only a press that did not become a drag selects: cards keep their places while one is carried.
      gestures.get(this.editor)?.press(this.#pressed);
    }
    this.#forget();
  }

  override onDoubleClick(info: TLClickEventInfo): void {
    const hit = this.editor.getShapeAtPoint(this.editor.inputs.currentPagePoint, { hitInside: true });
    if (info.phase === 'up' && hit) {
      gestures.get(this.editor)?.twice(refOf(hit));
    }
  }

  override onCancel(): void {
    this.#putBack();
  }

  override onInterrupt(): void {
    this.#putBack();
  }

  #putBack(): void {
    if (this.#pressed !== null && this.#lifted) {
      gestures.get(this.editor)?.putBack(this.#pressed);
    }
    this.#forget();
  }

  #forget(): void {
    this.#pressed = null;
    this.#lifted = false;
    this.#down = false;
  }

  #pan(): void {
    const { currentScreenPoint, previousScreenPoint } = this.editor.inputs;
    const { x, y, z } = this.editor.getCamera();
    this.editor.setCamera(
      {
        x: x + (currentScreenPoint.x - previousScreenPoint.x) / z,
        y: y + (currentScreenPoint.y - previousScreenPoint.y) / z,
        z,
      },
      { immediate: true },
    );
  }
}
