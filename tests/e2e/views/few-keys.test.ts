import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../helpers/browser.ts';
import { type ServerProcess, startServer } from '../../helpers/server-process.ts';
import { photograph, row, SOON, spokenName } from '../round.ts';
import { comeIn, openTour, type Tour } from './tour.ts';

const MOST_KEYS = 24;
const WORDS = [
  'Wir sind viel draußen.',
  'Wir gehen bis Mai schwimmen.',
  'Karten kaufen.',
  'Das Bad aussuchen.',
];

describe('[UI109] writing goals by keys', () => {
  let server: ServerProcess;
  let browser: Browser;
  let tour: Tour;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    tour = await openTour(browser, server.url, await server.demo());
    await comeIn(tour, () => Promise.resolve());
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() => photograph([tour.desk, tour.wall], 'few-keys'));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('two goals and two steps, each with who and until when, take few keys', async () => {
    const { page } = tour.desk;
    const [direction = '', goal = '', first = '', second = ''] = WORDS;
    let keys = 0;
    const press = async (...pressed: string[]): Promise<void> => {
      for (const key of pressed) {
        keys += 1;
        await page.keyboard.press(key);
        await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), SOON).not.toBe('BODY');
      }
    };
    const write = async (words: string, ...before: string[]): Promise<void> => {
      await press(...before);
      await page.getByTestId('goal-sentence').waitFor(SOON);
      await page.keyboard.type(words);
      await press('Enter');
      await row(tour.desk, words).and(page.locator(':focus')).waitFor(SOON);
    };
    const whoAndWhen = async (words: string, who: string, day: string): Promise<void> => {
      await press('w');
      await page.locator('[data-testid=goal-who]:focus').waitFor(SOON);
      await page.keyboard.type(who);
      await press('Tab');
      await page.keyboard.type(day);
      await press('Escape');
      await row(tour.desk, words).and(page.locator(':focus')).waitFor(SOON);
    };
    await page.getByTestId('phase-ziele').focus();
    await press('Enter');
    await page.locator('[data-testid=table][data-phase=ziele]').waitFor(SOON);
    await press('F6');
    await page.locator('[role=treeitem]:focus').waitFor(SOON);
    await write(direction, 'n');
    await write(goal, 'n', 'Tab');
    await write(first, 'n', 'Tab');
    await whoAndWhen(first, 'Leon', '11122026');
    await write(second, 'n');
    await whoAndWhen(second, 'Herr K', '12122026');
    expect(keys).toBeLessThanOrEqual(MOST_KEYS);
    const levels = await Promise.all(WORDS.map((words) => row(tour.desk, words).getAttribute('aria-level')));
    expect(levels).toEqual(['1', '2', '3', '3']);
    await expect.poll(() => spokenName(row(tour.desk, first)), SOON).toMatch(/Leon.*11\. Dez/);
    expect(await spokenName(row(tour.desk, second))).toMatch(/Herr Krüger.*12\. Dez/);
    for (const words of WORDS) {
      await tour.wall.page.getByText(words).first().waitFor(SOON);
    }
  });
});
