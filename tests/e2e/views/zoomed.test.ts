import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, SCREENS } from '../../helpers/browser.ts';
import { type ServerProcess, startServer } from '../../helpers/server-process.ts';
import { sideways } from '../layout/edges.ts';
import { photograph, SOON } from '../round.ts';
import { comeIn, everyMode, frozen, openTour, sealed, type Tour } from './tour.ts';

/** A laptop of 1280 × 1024 whose page is four times as large. */
const ZOOMED = { width: 320, height: 256 };

describe('[UI108] at 400 %', () => {
  let server: ServerProcess;
  let browser: Browser;
  let tour: Tour;
  const found: Record<string, string[]> = {};

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    tour = await openTour(browser, server.url, await server.demo());
  });
  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph([tour.desk, tour.phone], `zoomed-${task.name.slice(0, 40)}`));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('half of the height is for the content, also while somebody waits and the line is lost', async () => {
    await comeIn(tour, (name, page) => (name === 'strip' ? look(name, page) : Promise.resolve()));
    await everyMode(tour, lookAtPhone);
    await tour.phone.context.setOffline(true);
    await tour.phone.page
      .getByText('Kein Netz')
      .first()
      .waitFor({ ...SOON, state: 'attached' });
    await look('offline', tour.phone.page);
    await tour.phone.context.setOffline(false);
    await tour.phone.page.getByText('gespeichert', { exact: true }).first().waitFor(SOON);
    expectFound();
  });

  it('while it is read, decided on and closed', async () => {
    await frozen(tour, lookAtPhone);
    await sealed(tour, lookAtPhone);
    expectFound();
  });

  async function lookAtPhone(name: string, page: Page): Promise<void> {
    if (page === tour.phone.page) {
      await look(name, page);
    }
  }

  async function look(name: string, page: Page): Promise<void> {
    const before = page.viewportSize() ?? SCREENS.laptop.viewport;
    await page.setViewportSize(ZOOMED);
    await page.locator('[data-scale=phone]').waitFor(SOON);
    await page.screenshot({ path: `tests/output/zoomed-${name.replace(/\W/g, '-')}.png` });
    const room = await page.evaluate(roomForContent);
    found[name] = [...(await sideways(page)), ...(room < ZOOMED.height / 2 ? [`${room} px`] : [])];
    await page.setViewportSize(before);
  }

  function expectFound(): void {
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  }
});

/** Height in which the content can be seen, once it has been scrolled to its middle. */
function roomForContent(): number {
  const main = document.querySelector('main');
  const table = document.querySelector('[data-testid=table]');
  for (let at: Element | null = main; at; at = at.parentElement) {
    at.scrollTop = (at.scrollHeight - at.clientHeight) / 2;
  }
  let room = 0;
  for (let y = 1; y < innerHeight; y += 2) {
    const hit = document.elementFromPoint(innerWidth / 2, y);
    room += hit !== null && (main?.contains(hit) || hit === table) ? 2 : 0;
  }
  return room;
}
