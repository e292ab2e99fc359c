import type { Page } from 'playwright';

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
