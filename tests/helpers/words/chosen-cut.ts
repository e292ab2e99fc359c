/**
 * Lists of which the chosen words do not stand whole: neither in the list itself, nor above it in as many lines
 * as they need. It runs in the page, by itself.
 */
export function chosenCut(): string[] {
  const pen = document.createElement('canvas').getContext('2d');
  /** The browser keeps room for its arrow, where it draws one. */
  const arrow = ({ appearance }: CSSStyleDeclaration): number => (appearance === 'none' ? 0 : 20);
  const isWholeInList = (list: HTMLSelectElement, chosen: string): boolean => {
    const style = getComputedStyle(list);
    const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
    if (pen) {
      pen.font = style.font;
    }
    const needed = pen?.measureText(chosen).width ?? Number.POSITIVE_INFINITY;
    return needed <= list.clientWidth - padding - arrow(style) + 1;
  };
  const isWholeAbove = (around: HTMLElement, chosen: string): boolean =>
    around.dataset['chosen'] === chosen &&
    around.scrollWidth <= around.clientWidth + 1 &&
    around.scrollHeight <= around.clientHeight + 1;
  return [...document.querySelectorAll<HTMLSelectElement>('select')]
    .filter(({ clientWidth }) => clientWidth > 2)
    .flatMap((list) => {
      const chosen = list.selectedOptions[0]?.label ?? '';
      const around = list.parentElement;
      const isWhole =
        around?.dataset['chosen'] === undefined ? isWholeInList(list, chosen) : isWholeAbove(around, chosen);
      return isWhole ? [] : [`"${chosen}" cut in ${list.clientWidth} px`];
    });
}
