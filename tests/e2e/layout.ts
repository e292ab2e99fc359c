import type { Page } from 'playwright';

/** What has to be moved sideways to be read: the page itself, or a part of it. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const named = (element: Element): string => `${element.localName}.${element.classList.value}`;
    const scrolls = (element: Element): boolean =>
      element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX);
    return [...document.querySelectorAll('*')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && scrolls(element))
      .map((element) => {
        const edge = element.getBoundingClientRect().right;
        const wide = [...element.querySelectorAll('*')].find(
          (part) => part.getBoundingClientRect().right > edge + 1,
        );
        return `${named(element)} ${element.scrollWidth} > ${element.clientWidth}: ${wide ? named(wide) : ''}`;
      });
  });
}

/** Buttons and choices over which something else lies, so that a press meets that instead. */
export function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const inSight = (element: Element, x: number, y: number): boolean => {
      for (let at = element.parentElement; at; at = at.parentElement) {
        const { left, right, top, bottom } = at.getBoundingClientRect();
        const moves = at.scrollHeight > at.clientHeight || at.scrollWidth > at.clientWidth;
        if (moves && (x < left || x > right || y < top || y > bottom)) {
          return false;
        }
      }
      return x > 0 && y > 0 && x < innerWidth && y < innerHeight;
    };
    return [...document.querySelectorAll('#root button, #root label, #root select, #root input[type=text]')]
      .filter((element) => !element.closest('.tl-container') && element.getBoundingClientRect().width > 2)
      .flatMap((element) => {
        const { left, right, top, height } = element.getBoundingClientRect();
        const y = top + height / 2;
        const by = [left + 4, (left + right) / 2, right - 4]
          .filter((x) => inSight(element, x, y))
          .map((x) => document.elementFromPoint(x, y))
          .find((hit) => hit && !element.contains(hit) && !hit.closest('label')?.contains(element));
        return by
          ? [`"${element.textContent?.slice(0, 30)}" under ${by.localName}.${by.classList.value}`]
          : [];
      });
  });
}

/** Words and controls of which a part lies where no scrolling comes. The board is moved, not scrolled. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK = 2;
    const words = (element: Element): boolean =>
      element.matches('button, input, select, textarea') ||
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    /** Only for those who listen: cut on purpose. */
    const unseen = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const style = getComputedStyle(at);
        const { width, height } = at.getBoundingClientRect();
        if (style.visibility === 'hidden' || style.clipPath !== 'none' || width <= 1 || height <= 1) {
          return true;
        }
      }
      return false;
    };
    const cutBy = (element: Element): string | null => {
      const box = element.getBoundingClientRect();
      let [free, freeAcross] = [false, false];
      for (let at = element.parentElement; at; at = at.parentElement) {
        const style = getComputedStyle(at);
        free ||= /auto|scroll/.test(style.overflowY);
        freeAcross ||= /auto|scroll/.test(style.overflowX);
        const edge = at.getBoundingClientRect();
        const across = box.left < edge.left - SLACK || box.right > edge.right + SLACK;
        const down = box.top < edge.top - SLACK || box.bottom > edge.bottom + SLACK;
        if (
          (across && !freeAcross && /hidden|clip/.test(style.overflowX)) ||
          (down && !free && /hidden|clip/.test(style.overflowY))
        ) {
          return at.classList.value;
        }
      }
      const out = !freeAcross && (box.right > innerWidth + SLACK || box.left < -SLACK);
      return out ? 'the edge of the page' : null;
    };
    const clipsItself = (element: Element): boolean =>
      /hidden|clip/.test(getComputedStyle(element).overflowX) &&
      (element.scrollWidth > element.clientWidth + SLACK ||
        element.scrollHeight > element.clientHeight + SLACK);
    /** Nobody sees what they write in four letters' room. */
    const tooNarrow = (element: Element): boolean =>
      element.matches('textarea, input:not([type=radio], [type=checkbox])') &&
      element.clientWidth < 5 * Number.parseFloat(getComputedStyle(element).fontSize);
    return [...document.querySelectorAll('#root *')]
      .filter((element) => !element.closest('.tl-container') && words(element) && !unseen(element))
      .flatMap((element) => {
        const by = clipsItself(element) ? 'itself' : tooNarrow(element) ? 'its width' : cutBy(element);
        return by === null ? [] : [`"${element.textContent?.slice(0, 40)}" cut by ${by}`];
      });
  });
}

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
