import type { Page } from 'playwright';

/** What still moves for somebody who asked for rest: elements with a way of more than a millisecond. */
export function motion(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const longest = (list: string): number =>
      Math.max(
        ...list.split(',').map((time) => Number.parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000)),
      );
    const running = document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1)
      .map(() => 'a running animation');
    const waiting = [...document.querySelectorAll('body *')]
      .filter((element) => {
        const style = getComputedStyle(element);
        return (
          (style.transitionProperty !== 'none' && longest(style.transitionDuration) > 1) ||
          (style.animationName !== 'none' && longest(style.animationDuration) > 1)
        );
      })
      .map((element) => `${element.localName}.${element.classList.value}`);
    return [...running, ...new Set(waiting)];
  });
}
