import { type Editor, getIndices, type TLShape, type TLShapeId } from 'tldraw';
import { difference, type Wanted } from './difference.ts';

/** The drawing's id of a record. */
export function shapeIdOf(ref: string): TLShapeId {
  return `shape:${ref}` as TLShapeId;
}

/**
 * Brings the drawing to what the plan says, one way: the drawing is never read back. It is written
 * as from outside, so that tldraw's own undo and guards have no part in it.
 */
export function project(editor: Editor, wanted: readonly Wanted[]): void {
  const shapes = editor.getCurrentPageShapes();
  const shown = new Map(shapes.map((shape) => [refOf(shape), wantedOf(shape)]));
  const { put, remove } = difference(shown, wanted);
  if (put.length === 0 && remove.length === 0) {
    return;
  }
  const indices = getIndices(wanted.length);
  const place = new Map(wanted.map(({ ref }, index) => [ref, indices[index]]));
  editor.store.mergeRemoteChanges(() => {
    editor.store.remove(remove.map(shapeIdOf));
    editor.store.put(
      put.map(({ ref, type, x, y, w, h }) => ({
        id: shapeIdOf(ref),
        typeName: 'shape',
        type,
        parentId: editor.getCurrentPageId(),
        index: place.get(ref) ?? indices[0],
        x,
        y,
        rotation: 0,
        isLocked: false,
        opacity: 1,
        props: { w, h, ref },
        meta: {},
      })) as unknown as TLShape[],
    );
  });
}

/**
 * Keeps one card drawn also where it is out of view: tldraw hides what it does not show, which would
 * take the focus, and with it what is being typed. For tldraw it is the selected one.
 */
export function keepDrawn(editor: Editor, ref: string | null): void {
  const id = ref === null ? null : shapeIdOf(ref);
  const kept = id !== null && editor.getShape(id) ? id : null;
  if (editor.getOnlySelectedShapeId() !== kept) {
    editor.setSelectedShapes(kept === null ? [] : [kept]);
  }
}

/** The record behind a drawn card. */
export function refOf(shape: TLShape): string {
  return (shape.props as { ref?: string }).ref ?? shape.id;
}

function wantedOf(shape: TLShape): Wanted {
  const { w, h, ref } = shape.props as { w: number; h: number; ref: string };
  return { ref, type: shape.type as Wanted['type'], x: shape.x, y: shape.y, w, h };
}

/** Undoes whatever tldraw itself tries with our cards: they are made and moved by the plan alone. */
export function guardShapes(editor: Editor): () => void {
  const stops = [
    editor.sideEffects.registerBeforeChangeHandler('shape', (before, next, source) =>
      source === 'remote' ? next : before,
    ),
    editor.sideEffects.registerBeforeDeleteHandler('shape', (_shape, source) =>
      source === 'remote' ? undefined : false,
    ),
    editor.sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      if (source !== 'remote') {
        editor.store.mergeRemoteChanges(() => editor.store.remove([shape.id]));
      }
    }),
  ];
  return () => {
    for (const stop of stops) {
      stop();
    }
  };
}
