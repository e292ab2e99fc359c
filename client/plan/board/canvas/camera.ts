import type { Editor } from 'tldraw';
import type { Box, Wanted } from '../model/difference.ts';
import type { BoardModel, Margin } from '../model/model.ts';
import { shapeIdOf } from '../model/project.ts';

/** Keeps the view on the cards: nobody gets lost on an empty table. */
export function setRoom(
  editor: Editor,
  { width, height, margin }: Pick<BoardModel, 'width' | 'height' | 'margin'>,
): void {
  const { x, top, bottom } = margin;
  editor.setCameraOptions({
    ...editor.getCameraOptions(),
    constraints: {
      bounds: { x: -x, y: -top, w: width + 2 * x, h: height + top + bottom },
      padding: { x: 0, y: 0 },
      origin: { x: 0, y: 0 },
      initialZoom: 'fit-x-100',
      baseZoom: 'default',
      behavior: 'contain',
    },
  });
  editor.setCamera(editor.getCamera(), { immediate: true });
}

/** The upper left corner, at 100 % or as large as fits. */
export function showStart(editor: Editor, x: number, y: number, zoom: number): void {
  editor.setCamera({ x, y, z: zoom }, { immediate: true });
}

/** With another size of the board: who has not looked closer keeps the size at rest. */
export function keepZoom(editor: Editor, before: number, after: number): void {
  const { x, y, z } = editor.getCamera();
  if (before !== after && Math.abs(z - before) < 0.01) {
    editor.setCamera({ x, y, z: after }, { immediate: true });
  }
}

/** Shows new places; the card that somebody works on stays where it is on the screen. */
export function keepCardInPlace(
  editor: Editor,
  wanted: readonly Wanted[],
  anchor: string | null,
  show: () => void,
): void {
  const before = anchor === null ? undefined : editor.getShape(shapeIdOf(anchor));
  const after = wanted.find(({ ref }) => ref === anchor);
  const view = editor.getViewportPageBounds();
  const seen = before && before.y >= view.minY - 40 && before.y <= view.maxY;
  show();
  if (before && after && seen && before.y !== after.y) {
    const { x, y, z } = editor.getCamera();
    editor.setCamera({ x, y: y + before.y - after.y, z }, { immediate: true });
  }
}

/** Brings a card into view when it is out of it. */
export function showCard(editor: Editor | null, card: Box | undefined, margin: Margin): void {
  if (!editor || !card) {
    return;
  }
  const view = editor.getViewportPageBounds();
  const bottom = view.maxY - (margin.bottom - 12) / editor.getZoomLevel();
  const above = Math.min(0, card.y - margin.top - view.minY);
  const below = Math.max(0, Math.min(card.y + card.h + margin.top - bottom, card.y - margin.top - view.minY));
  const left = Math.min(0, card.x - margin.x - view.minX);
  const right = Math.max(0, Math.min(card.x + card.w + margin.x - view.maxX, card.x - margin.x - view.minX));
  if (above !== 0 || below !== 0 || left !== 0 || right !== 0) {
    const { x, y, z } = editor.getCamera();
    editor.setCamera({ x: x - left - right, y: y - above - below, z }, { immediate: true });
  }
}

/** The same for what is drawn on the board. */
export function showElement(editor: Editor, element: HTMLElement, margin: Margin): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const zoom = editor.getZoomLevel();
  const { x, y } = editor.screenToPage({ x: left, y: top });
  showCard(editor, { x, y, w: width / zoom, h: height / zoom }, margin);
}
