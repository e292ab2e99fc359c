import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, SCREENS } from '../../helpers/browser.ts';
import { type ServerProcess, startServer } from '../../helpers/server-process.ts';
import { photograph, SOON } from '../round.ts';
import { changeOf, pictureOf, stopAt } from './pixels.ts';
import { comeIn, everyMode, everyStep, frozen, openTour, type Tour } from './tour.ts';

/** Views whose every stop is looked at. */
const MEASURED = new Set([
  'question',
  'desk ziele as list',
  'desk ziele as both',
  'desk ziele as board',
  'desk ressourcen as board',
  'desk vereinbarungen',
  'phone now',
  'phone goals',
  'phone me',
  'phone details',
  'wall frozen',
  'phone frozen',
  'desk frozen',
  'laptop deciding',
]);
const MOST_STOPS = 120;
/** Room for a ring around what has the focus. */
const AROUND = 14;
/** A control shows at least a line of words, or itself where it is smaller. */
const IN_SIGHT = 16;

/** Measured in pixels: who moves by keys sees where they are, and what is chosen. */
describe('[UI107] where the focus is, and what is chosen, can be seen', () => {
  let server: ServerProcess;
  let browser: Browser;
  let tour: Tour;
  let drawing: Page;
  const found: Record<string, string[]> = {};
  const stops: Record<string, number> = {};

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    tour = await openTour(browser, server.url, await server.demo());
    drawing = await browser.newPage();
  });
  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph(Object.values(tour), `focus-${task.name.slice(0, 40)}`));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function look(name: string, page: Page): Promise<void> {
    if (MEASURED.has(name)) {
      [found[name], stops[name]] = await walk(page);
    }
  }

  it('at the table', async () => {
    await comeIn(tour, look);
    await everyStep(tour, look);
    await everyMode(tour, look);
    expectFound();
    expect(stops['desk ziele as both']).toBeGreaterThan(20);
    expect(stops['phone goals']).toBeGreaterThan(10);
  });

  it('what is chosen differs by a line or a surface from what is not', async () => {
    const { desk, phone } = { desk: tour.desk.page, phone: tour.phone.page };
    const weak: string[] = [];
    /** @param shown what stands on the page once each of them is chosen, where the server has to say so */
    const choose = async (
      name: string,
      one: Locator,
      other: Locator,
      shown?: readonly [Locator, Locator],
    ): Promise<void> => {
      await one.click();
      await shown?.[0].waitFor(SOON);
      const { height = 0 } = (await one.boundingBox()) ?? {};
      const take = await pictureOf(one);
      const chosen = await take();
      await other.click();
      await shown?.[1].waitFor(SOON);
      const { line } = await changeOf(drawing, chosen, await take());
      if (line < height / 2) {
        weak.push(`${name}: a line of ${line} px, ${height} px high`);
      }
    };
    await choose('view', label(desk, 'Tafel'), label(desk, 'Beides'));
    await choose('list', desk.getByTestId('list-resources'), desk.getByTestId('list-goals'));
    await choose('step', desk.getByTestId('phase-rueckblick'), desk.getByTestId('phase-ziele'), [
      desk.locator('[data-testid=table][data-phase=rueckblick]'),
      desk.locator('[data-testid=table][data-phase=ziele]'),
    ]);
    await phone.getByTestId('tab-goals').click();
    await choose('part of the phone', phone.getByTestId('tab-me'), phone.getByTestId('tab-goals'));
    await choose('filter', label(phone, 'Meine Schritte'), label(phone, 'Alle'));
    await phone.getByTestId('tab-me').click();
    await choose('colours', label(phone, 'Dunkel'), label(phone, 'Hell'));
    await phone.getByTestId('tab-now').click();
    expect(weak).toEqual([]);
  });

  it('who leads sees whose turn it is, and gives it, without pointing at a row first', async () => {
    const { page } = tour.desk;
    await page.setViewportSize({ width: 1500, height: 800 });
    const seat = page.getByTestId('round').locator('li').filter({ hasText: 'Leon' });
    const give = seat.getByRole('button').first();
    await give.waitFor(SOON);
    await expect.poll(() => give.evaluate((button) => getComputedStyle(button).opacity), SOON).toBe('1');
    const take = await pictureOf(seat);
    const before = await take();
    await give.click();
    await seat.getByText('ist dran').waitFor(SOON);
    const { height = 0 } = (await seat.boundingBox()) ?? {};
    // A colour that passes into another has arrived by then.
    const line = async (): Promise<number> => (await changeOf(drawing, before, await take())).line;
    await expect.poll(line, SOON).toBeGreaterThan(height / 2);
    await page.setViewportSize(SCREENS.laptop.viewport);
  });

  it('while it is read and decided on', async () => {
    await frozen(tour, look);
    expectFound();
    expect(stops['laptop deciding']).toBeGreaterThan(4);
  });

  /** All stops of a page, one after the other: those that cannot be seen, and how many there are. */
  async function walk(page: Page): Promise<[string[], number]> {
    const wrong: string[] = [];
    let count = 0;
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) {
        document.activeElement.blur();
      }
      document.body.tabIndex = -1;
      document.body.focus();
    });
    for (; count < MOST_STOPS; count++) {
      await page.keyboard.press('Tab');
      await settled(page);
      const stop = await stopAt(page);
      if (stop === null) {
        break;
      }
      const trouble = stop.byTab ? await troubleWith(page, stop) : null;
      if (trouble) {
        wrong.push(`${stop.name}: ${trouble}`);
      }
    }
    return [wrong, count];
  }

  async function troubleWith(page: Page, stop: NonNullable<Awaited<ReturnType<typeof stopAt>>>) {
    const [left, top, width, height] = stop.box;
    const [wide, high] = stop.whole;
    if (width < Math.min(IN_SIGHT, wide) || height < Math.min(IN_SIGHT, high)) {
      return `only ${Math.round(width)} × ${Math.round(height)} px in sight`;
    }
    if (stop.covered) {
      return 'covered';
    }
    const [x, y] = [Math.max(0, left - AROUND), Math.max(0, top - AROUND)];
    const size = page.viewportSize() ?? { width: 0, height: 0 };
    const clip = {
      x,
      y,
      width: Math.min(size.width, left + width + AROUND) - x,
      height: Math.min(size.height, top + height + AROUND) - y,
    };
    const focused = await page.screenshot({ clip, scale: 'css', animations: 'disabled' });
    const element = await page.evaluateHandle(() => document.activeElement);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await settled(page);
    const bare = await page.screenshot({ clip, scale: 'css', animations: 'disabled' });
    await element.evaluate((one) => (one as HTMLElement | null)?.focus({ preventScroll: true }));
    await settled(page);
    const { strong } = await changeOf(drawing, focused, bare);
    return strong >= (width + height) / 2
      ? null
      : `only ${strong} px differ, of ${Math.round(width)} × ${Math.round(height)}`;
  }

  function expectFound(): void {
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  }
});

function label(page: Page, words: string): Locator {
  return page.locator('label').filter({ hasText: words }).first();
}

/** Two frames: what follows the focus has happened. */
function settled(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}
