import type { Editor } from 'tldraw';
import { MARGIN } from './model.ts';
import { shapeIdOf, type Wanted } from './project.ts';

/** Keeps the view on the cards: nobody gets lost on an empty table. */
export function setRoom(editor: Editor, { width, height }: { width: number; height: number }): void {
  const { x, top, bottom } = MARGIN;
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
export function showCard(editor: Editor | null, card: Wanted | undefined): void {
  if (!editor || !card) {
    return;
  }
  const view = editor.getViewportPageBounds();
  const bottom = view.maxY - (MARGIN.bottom - 12) / editor.getZoomLevel();
  const above = Math.min(0, card.y - MARGIN.top - view.minY);
  const below = Math.max(0, Math.min(card.y + card.h + MARGIN.top - bottom, card.y - MARGIN.top - view.minY));
  const left = Math.min(0, card.x - MARGIN.x - view.minX);
  const right = Math.max(0, Math.min(card.x + card.w + MARGIN.x - view.maxX, card.x - MARGIN.x - view.minX));
  if (above !== 0 || below !== 0 || left !== 0 || right !== 0) {
    const { x, y, z } = editor.getCamera();
    editor.setCamera({ x: x - left - right, y: y - above - below, z }, { immediate: true });
  }
}
