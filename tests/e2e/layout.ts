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

const LOOK_AGAIN_MS = 250;

/** Cards of the board that lie over each other, once the board has come to rest. */
export async function overlapping(page: Page): Promise<string[]> {
  const places = (): Promise<string> =>
    page
      .locator('.tl-container [data-card]')
      .evaluateAll((cards) => JSON.stringify(cards.map((card) => card.getBoundingClientRect())));
  for (let [before, now] = ['', await places()]; before !== now; [before, now] = [now, await places()]) {
    await page.waitForTimeout(LOOK_AGAIN_MS);
  }
  return cardsOverEachOther(page);
}

function cardsOverEachOther(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cards = [...document.querySelectorAll<HTMLElement>('.tl-container [data-card]')].map((card) => ({
      name: card.textContent?.slice(0, 30),
      box: card.getBoundingClientRect(),
      card,
    }));
    const meets = (one: DOMRect, other: DOMRect): boolean =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2;
    return cards.flatMap((one, at) =>
      cards
        .slice(at + 1)
        .filter(
          ({ card, box }) => !card.contains(one.card) && !one.card.contains(card) && meets(one.box, box),
        )
        .map(({ name }) => `"${one.name}" over "${name}"`),
    );
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

/** Words that are printed over other words, with nothing between them that hides the lower ones. */
export function overprinted(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Line {
      words: string;
      around: Element;
      box: DOMRect;
    }
    /** Letters do not fill the height of their line. */
    const INK = 0.22;
    const styles = new Map<Element, CSSStyleDeclaration>();
    const styleOf = (element: Element): CSSStyleDeclaration => {
      const style = styles.get(element) ?? getComputedStyle(element);
      styles.set(element, style);
      return style;
    };
    const isSeen = ({ around, box }: Line): boolean => {
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      for (let at: Element | null = around; at; at = at.parentElement) {
        const style = styleOf(at);
        if (style.visibility === 'hidden' || style.clipPath !== 'none' || style.opacity === '0') {
          return false;
        }
        const edge = style.overflow === 'visible' ? null : at.getBoundingClientRect();
        if (edge && (x < edge.left || x > edge.right || y < edge.top || y > edge.bottom)) {
          return false;
        }
      }
      return x > 0 && y > 0 && x < innerWidth && y < innerHeight;
    };
    const linesOf = (node: Node): Line[] => {
      const around = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (!around || words === '' || around.closest('svg')) {
        return [];
      }
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()]
        .filter(({ width }) => width > 2)
        .map(({ left, top, width, height }) => ({
          words: words.slice(0, 30),
          around,
          box: new DOMRect(left, top + height * INK, width, height * (1 - 2 * INK)),
        }))
        .filter(isSeen);
    };
    const meeting = (one: DOMRect, other: DOMRect): { x: number; y: number } | null => {
      const [left, right] = [Math.max(one.left, other.left), Math.min(one.right, other.right)];
      const [top, bottom] = [Math.max(one.top, other.top), Math.min(one.bottom, other.bottom)];
      return right - left > 2 && bottom - top > 1 ? { x: (left + right) / 2, y: (top + bottom) / 2 } : null;
    };
    /** Whether both can be seen where they meet: no ground of one lies over the other. */
    const bothShow = (one: Line, other: Line, { x, y }: { x: number; y: number }): boolean => {
      const stack = document.elementsFromPoint(x, y);
      const depth = (line: Line): number => stack.indexOf(line.around);
      const [upper, lower] = [one, other].sort((first, second) => depth(first) - depth(second));
      return !stack
        .slice(0, Math.max(0, depth(lower ?? other)))
        .some(
          (element) =>
            !element.contains((lower ?? other).around) &&
            (upper ? element.contains(upper.around) : true) &&
            !/rgba\(.*, 0\)|transparent/.test(styleOf(element).backgroundColor),
        );
    };
    // What takes no press is not found by its place otherwise.
    const found = new CSSStyleSheet();
    found.replaceSync('* { pointer-events: auto !important }');
    document.adoptedStyleSheets.push(found);
    const lines: Line[] = [];
    const root = document.querySelector('#root') ?? document.body;
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      lines.push(...linesOf(node));
    }
    const wrong = lines.flatMap((one, at) =>
      lines.slice(at + 1).flatMap((other) => {
        const point = meeting(one.box, other.box);
        return point && bothShow(one, other, point) ? [`"${one.words}" over "${other.words}"`] : [];
      }),
    );
    document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(found), 1);
    return wrong;
  });
}
