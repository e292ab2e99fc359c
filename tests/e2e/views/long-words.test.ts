import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../helpers/browser.ts';
import { LONG_RUN } from '../../helpers/database.ts';
import { LONG, productWithLongWords } from '../../helpers/long-language.ts';
import { type ServerProcess, startServer } from '../../helpers/server-process.ts';
import { chosenCut } from '../../helpers/words/chosen-cut.ts';
import { longText } from '../../helpers/words/long-text.ts';
import { cutOff, hintsCutOff, outOfView, sideways, torn } from '../layout/edges.ts';
import { covered, overlapping, overprinted } from '../layout/overlaps.ts';
import { moveTo, photograph, SOON } from '../round.ts';
import { comeIn, everyMode, everyStep, frozen, openTour, sealed, type Tour } from './tour.ts';

const NARROW = { viewport: { width: 320, height: 640 }, hasTouch: true };
/** Phones as they are sold. */
const WIDER = [344, 360, 375, 390];

/**
 * A language whose words are 1.6 times as long and that is read from right to left, on a phone of
 * 320 px, a laptop of 1366 px and the shared screen. Every view is looked at both ways.
 */
describe('in a language with long words that is read from right to left', () => {
  let copy: string;
  let server: ServerProcess;
  let browser: Browser;
  let tour: Tour;
  let found: Record<string, string[]> = {};

  beforeAll(async () => {
    copy = await productWithLongWords();
    [server, browser] = await Promise.all([startServer('embedded', {}, copy), openBrowser()]);
    tour = await openTour(browser, server.url, await server.demo(), NARROW);
    for (const { page } of [tour.phone, tour.wall]) {
      await page.getByRole('combobox').selectOption({ label: LONG.name });
    }
    const { page } = tour.desk;
    await page.getByTestId('more').click();
    await page.getByTestId('settings').getByText(LONG.name, { exact: true }).click();
    for (const { page: one } of Object.values(tour)) {
      await one.locator(`html[lang=${LONG.code}][dir=rtl]`).waitFor(SOON);
    }
    // The product is copied and built.
  }, 300_000);
  beforeEach(({ onTestFailed, task }) => {
    found = {};
    onTestFailed(() => photograph(Object.values(tour), `long-${task.name.slice(0, 40)}`));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(copy, { recursive: true, force: true });
  });

  it('[UI81] [UI111] everything fits, from the question to every step', async () => {
    await look('settings', tour.desk.page);
    await tour.desk.page.keyboard.press('Escape');
    await comeIn(tour, look);
    await everyStep(tour, look);
    expectFound();
  });

  it('[UI81] [UI111] everything fits in each view of the desk and each part of the phone', async () => {
    await everyMode(tour, look);
    expectFound();
  });

  it('[UI111] the tree of the wall begins where the page does, and arrows go the way it is read', async () => {
    await moveTo(tour.desk, 'ziele');
    const { page } = tour.wall;
    await page.locator('[data-phase=ziele]').waitFor(SOON);
    const placed = page.locator('[data-kind][data-density]');
    const places = (): Promise<Record<string, number>[]> =>
      placed.evaluateAll((cards) =>
        cards.map((card) => {
          const { left, right, top } = card.getBoundingClientRect();
          return { left: Math.round(left), right: Math.round(right), top: Math.round(top) };
        }),
      );
    const mirrored = await places();
    expect(mirrored.length).toBeGreaterThan(6);
    await turn(page, 'ltr');
    const width = page.viewportSize()?.width ?? 0;
    const expected = mirrored.map(({ left = 0, right = 0, top }) => ({
      left: width - right,
      right: width - left,
      top,
    }));
    await expect.poll(places, SOON).toEqual(expected);
    await turn(page, 'rtl');
    const arrow = tour.desk.page.getByTestId('phase-next').locator('svg');
    const turned = (): Promise<string> => arrow.evaluate((svg) => getComputedStyle(svg).scale);
    expect(await turned()).toBe('-1 1');
    await turn(tour.desk.page, 'ltr');
    expect(await turned()).toBe('none');
    await turn(tour.desk.page, 'rtl');
    const row = tour.desk.page.getByTestId('goal-row-1');
    await row.click();
    for (const [key, isOpen] of [
      ['ArrowRight', 'false'],
      ['ArrowLeft', 'true'],
    ] as const) {
      await tour.desk.page.keyboard.press(key);
      await expect.poll(() => row.getAttribute('aria-expanded'), SOON).toBe(isOpen);
    }
  });

  it('[UI81] [UI111] everything fits while it is read, decided on and closed', async () => {
    await frozen(tour, look);
    await pageOnWall(tour.wall.page);
    await sealed(tour, look);
    expectFound();
  });

  /** By words and by the key that points on: to the left. */
  async function pageOnWall(page: Page): Promise<void> {
    const [back, on] = [page.getByTestId('page-back'), page.getByTestId('page-on')];
    expect([await back.innerText(), await on.innerText()]).toEqual([longText('Zurück'), longText('Weiter')]);
    expect(await back.isDisabled()).toBe(true);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => back.isDisabled(), SOON).toBe(false);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => back.isDisabled(), SOON).toBe(true);
    await on.click();
    await expect.poll(() => back.isDisabled(), SOON).toBe(false);
  }

  /** Read from right to left, as it comes, and where UI81 asks for it the other way too. */
  async function look(name: string, page: Page): Promise<void> {
    await note(`${name} rtl`, page);
    if (page !== tour.wall.page) {
      await turn(page, 'ltr');
      await note(`${name} ltr`, page);
      await turn(page, 'rtl');
    }
    if (page === tour.phone.page) {
      await onWiderPhones(name, page);
    }
  }

  /** Beside each other there is room for less of what is chosen, below each other for more. */
  async function onWiderPhones(name: string, page: Page): Promise<void> {
    for (const width of WIDER) {
      await page.setViewportSize({ ...NARROW.viewport, width });
      found[`${name} ${width}`] = await page.evaluate(chosenCut);
    }
    await page.setViewportSize(NARROW.viewport);
  }

  async function note(name: string, page: Page): Promise<void> {
    found[name] = await wrong(page);
    if (found[name].length > 0 || LONG_RUN) {
      await page.screenshot({ path: `tests/output/long-${name.replace(/\W/g, '-')}.png` });
    }
  }

  /** What else there is on other pages is told in the same run. */
  function expectFound(): void {
    expect.soft(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  }
});

async function turn(page: Page, way: 'ltr' | 'rtl'): Promise<void> {
  await page.evaluate((dir) => {
    document.documentElement.dir = dir;
  }, way);
}

/** What is cut off or torn, lies over something else, or has to be moved sideways. */
async function wrong(page: Page): Promise<string[]> {
  const over = (await page.locator('.tl-container').count()) > 0 ? await overlapping(page) : [];
  // What a menu covers comes back when it is closed.
  const under = (await page.locator('[role=dialog]').count()) > 0 ? [] : await covered(page);
  return [
    ...over,
    ...under,
    ...(await page.evaluate(chosenCut)),
    ...(await sideways(page)),
    ...(await cutOff(page)),
    ...(await torn(page)),
    ...(await hintsCutOff(page)),
    ...(await overprinted(page)),
    ...(await outOfView(page)),
  ];
}
