import type { Locator, Page } from 'playwright';

/** Two pictures of one place: how much of it changed so strongly that everybody sees it. */
export interface Change {
  /** Pixels whose colours before and after reach 3:1 against each other. */
  strong: number;
  /** The longest straight line of such pixels, across or down. */
  line: number;
}

/** What differs between two pictures of the same size; read in a page, which knows how to draw them. */
export function changeOf(page: Page, before: Buffer, after: Buffer): Promise<Change> {
  return page.evaluate(compare, [before.toString('base64'), after.toString('base64')]);
}

async function compare(pictures: string[]): Promise<Change> {
  const LEAST = 3;
  const [one, other] = await Promise.all(
    pictures.map(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      pen?.drawImage(bitmap, 0, 0);
      return pen?.getImageData(0, 0, bitmap.width, bitmap.height);
    }),
  );
  if (!one || !other || one.width !== other.width || one.height !== other.height) {
    return { strong: 0, line: 0 };
  }
  const light = (data: Uint8ClampedArray, at: number): number =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, channel) => {
      const value = (data[at + channel] ?? 0) / 255;
      return sum + weight * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    }, 0.05);
  const { width, height } = one;
  const isStrong = (x: number, y: number): boolean => {
    const at = (y * width + x) * 4;
    const [a, b] = [light(one.data, at), light(other.data, at)];
    return Math.max(a, b) / Math.min(a, b) >= LEAST;
  };
  let strong = 0;
  let line = 0;
  const down = new Array<number>(width).fill(0);
  for (let y = 0; y < height; y++) {
    let across = 0;
    for (let x = 0; x < width; x++) {
      const changed = isStrong(x, y);
      strong += changed ? 1 : 0;
      across = changed ? across + 1 : 0;
      down[x] = changed ? (down[x] ?? 0) + 1 : 0;
      line = Math.max(line, across, down[x] ?? 0);
    }
  }
  return { strong, line };
}

/** Where the focus is: what has it, and which part of that can be seen. */
export interface Stop {
  name: string;
  /** Left, top, width and height of what is in sight of it, in CSS pixels. */
  box: [number, number, number, number];
  /** The Tab key comes to it; a heading of a page that has just come is only read. */
  byTab: boolean;
  /** Width and height of all of it. */
  whole: [number, number];
  /** Something else lies over its middle. */
  covered: boolean;
}

/** What has the focus now; null at the end of the page. */
export function stopAt(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) {
      return null;
    }
    // A control that is drawn by its label is seen as that.
    const hidden = getComputedStyle(element).opacity === '0';
    const drawn = hidden ? (element.closest('label') ?? element.parentElement ?? element) : element;
    const whole = drawn.getBoundingClientRect();
    let [left, top, right, bottom] = [whole.left, whole.top, whole.right, whole.bottom];
    for (let at = drawn.parentElement; at; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (overflowX !== 'visible' || overflowY !== 'visible') {
        const edge = at.getBoundingClientRect();
        left = Math.max(left, edge.left);
        top = Math.max(top, edge.top);
        right = Math.min(right, edge.right);
        bottom = Math.min(bottom, edge.bottom);
      }
    }
    [left, top] = [Math.max(0, left), Math.max(0, top)];
    [right, bottom] = [Math.min(innerWidth, right), Math.min(innerHeight, bottom)];
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const name = element.getAttribute('data-testid') ?? element.getAttribute('aria-label');
    return {
      name: `${element.localName} ${name ?? element.textContent ?? ''}`.slice(0, 60),
      box: [left, top, right - left, bottom - top],
      byTab: element.tabIndex >= 0,
      whole: [whole.width, whole.height],
      covered: hit !== null && !drawn.contains(hit) && !hit.contains(drawn) && !hit.closest('.tl-container'),
    };
  });
}

/** Takes pictures of the place where something is now, whatever becomes of it. */
export async function pictureOf(one: Locator): Promise<() => Promise<Buffer>> {
  const EDGE = 4;
  const { x, y, width, height } = (await one.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [left, top] = [Math.max(0, x - EDGE), Math.max(0, y - EDGE)];
  const clip = { x: left, y: top, width: x + width + EDGE - left, height: y + height + EDGE - top };
  return async () => {
    await one.page().mouse.move(0, 0);
    return one.page().screenshot({ clip, scale: 'css', animations: 'disabled' });
  };
}
