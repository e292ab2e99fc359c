/** Puts the focus on the next or previous part of the page that is marked with `data-region`. */
export function moveRegion(frame: HTMLElement, step: 1 | -1): void {
  const regions = [...frame.querySelectorAll<HTMLElement>('[data-region]')];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + step + regions.length) % regions.length] ?? regions[0];
  // A list with a place of its own takes the focus there.
  const inner = next?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');
  (inner ?? next)?.focus();
}
