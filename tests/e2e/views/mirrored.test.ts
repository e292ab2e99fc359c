import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../helpers/browser.ts';
import { type ServerProcess, startServer } from '../../helpers/server-process.ts';
import { moveTo, photograph, SOON } from '../round.ts';
import { comeIn, openTour, type Tour } from './tour.ts';

describe('a page that is read from right to left', () => {
  let server: ServerProcess;
  let browser: Browser;
  let tour: Tour;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    tour = await openTour(browser, server.url, await server.demo());
    await comeIn(tour, () => Promise.resolve());
    await moveTo(tour.desk, 'ziele');
    await tour.wall.page.locator('[data-phase=ziele]').waitFor(SOON);
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() => photograph([tour.desk, tour.wall], 'mirrored'));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('[UI111] read from right to left, the tree on the wall and arrows go the other way', async () => {
    const { page } = tour.wall;
    const placed = page.locator('[data-kind][data-density]');
    const places = (): Promise<Record<string, number>[]> =>
      placed.evaluateAll((cards) =>
        cards.map((card) => {
          const { left, right, top } = card.getBoundingClientRect();
          return { left: Math.round(left), right: Math.round(right), top: Math.round(top) };
        }),
      );
    const before = await places();
    expect(before.length).toBeGreaterThan(6);
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    const width = page.viewportSize()?.width ?? 0;
    const mirrored = before.map(({ left = 0, right = 0, top }) => ({
      left: width - right,
      right: width - left,
      top,
    }));
    await expect.poll(places, SOON).toEqual(mirrored);
    const arrow = tour.desk.page.getByTestId('phase-next').locator('svg');
    const turned = (): Promise<string> => arrow.evaluate((svg) => getComputedStyle(svg).scale);
    expect(await turned()).toBe('none');
    await tour.desk.page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    expect(await turned()).toBe('-1 1');
  });
});
