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

/**
 * Words that are torn in two, though a line of their own would hold them: somebody else on the line
 * takes their room.
 */
export function torn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(
      document.querySelector('#root') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const around = node.parentElement;
      // Who only listens sees no lines; a word that is divided by the rules of its language has a hyphen.
      if (!around || around.clientWidth <= 1 || getComputedStyle(around).hyphens === 'auto') {
        continue;
      }
      for (const word of (node.textContent ?? '').matchAll(/\p{L}{2,}/gu)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const pieces = [...range.getClientRects()].filter(({ width }) => width > 1);
        const length = pieces.reduce((sum, { width }) => sum + width, 0);
        const lines = new Set(pieces.map(({ top }) => Math.round(top)));
        if (lines.size > 1 && length < innerWidth * 0.75) {
          found.push(`"${word[0]}" torn in ${lines.size}`);
        }
      }
    }
    return found;
  });
}

/** Fields whose hint is longer than they are wide, and does not end in "…" or is all that names them. */
export function hintsCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d');
    return [...document.querySelectorAll<HTMLInputElement>('#root input[placeholder]')]
      .filter(({ clientWidth, value }) => clientWidth > 2 && value === '')
      .filter((input) => {
        const style = getComputedStyle(input);
        if (style.textOverflow === 'ellipsis' && input.ariaLabel !== input.placeholder) {
          return false;
        }
        const room =
          input.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
        if (pen) {
          pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        }
        return (pen?.measureText(input.placeholder).width ?? 0) > room + 1;
      })
      .map(({ placeholder, clientWidth }) => `"${placeholder}" in ${clientWidth} px`);
  });
}

/** Cards of the board of which a part lies beside it, where it is looked at first. */
export function outOfView(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK = 2;
    return [...document.querySelectorAll<HTMLElement>('.tl-container [data-card]')].flatMap((card) => {
      const view = card.closest('.tl-container')?.getBoundingClientRect();
      const { left, right, width } = card.getBoundingClientRect();
      return width > 0 && (!view || left < view.left - SLACK || right > view.right + SLACK)
        ? [`"${card.textContent?.slice(0, 30)}" ${Math.round(left)}–${Math.round(right)} is beside the board`]
        : [];
    });
  });
}
