import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, SCREENS } from '../helpers/browser.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import { moveTo, openFor, openTable, type Place, photograph, SOON, spokenNames } from './round.ts';

/** The whiteboard, used as people use whiteboards; the steps build on each other. */
describe('the board with mouse and keys', () => {
  let server: ServerProcess;
  let browser: Browser;
  let seidel: Place;
  let page: Page;
  let board: Locator;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    const demo = await server.demo();
    seidel = await openFor(browser, 'seidel', { ...SCREENS.laptop, reducedMotion: 'reduce' });
    page = seidel.page;
    await openTable(seidel, server.url, demo);
    await moveTo(seidel, 'ziele');
    await page.keyboard.press('Alt+2');
    board = page.getByTestId('board-goals');
    await board.locator('[data-card]:visible').first().waitFor(SOON);
  });
  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph([seidel], `board-${task.name.slice(0, 40)}`));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const cards = (): Promise<string[]> => spokenNames(board.locator('[data-card]'));
  /** Presses where the card is seen: the drawing lies above it, and carrying another has moved the table. */
  const press = async (text: string, times = 1): Promise<void> => {
    await card(text).waitFor(SOON);
    const [box, all] = [await card(text).boundingBox(), await board.boundingBox()];
    const top = Math.max(box?.y ?? 0, all?.y ?? 0);
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, top + 20, { clickCount: times });
  };
  const field = (): Locator => page.getByTestId('board-field');
  const card = (text: string): Locator => board.locator('[data-card]').filter({ hasText: text }).first();

  it('[BO24] [UI89] typing after the tool and a press on the table writes one sentence into one new card', async () => {
    const before = (await cards()).length;
    await page.getByRole('button', { name: 'Ziel', exact: true }).click();
    await field().waitFor(SOON);
    const box = await board.boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) - 12, (box?.y ?? 0) + 12);
    await expect.poll(() => field().evaluate((one) => one === document.activeElement), SOON).toBe(true);
    await page.keyboard.type('Ich lerne kochen.');
    await page.keyboard.press('Enter');
    await field().waitFor({ state: 'detached', ...SOON });
    await expect.poll(() => card('Ich lerne kochen.').isVisible(), SOON).toBe(true);
    expect(await cards()).toHaveLength(before + 1);
    const [mine, all] = [await card('Ich lerne kochen.').boundingBox(), await board.boundingBox()];
    expect(mine?.y).toBeGreaterThanOrEqual(all?.y ?? 0);
    expect((mine?.y ?? 0) + (mine?.height ?? 0)).toBeLessThanOrEqual((all?.y ?? 0) + (all?.height ?? 0));
  });

  it('[BO24] typing on a selected card writes behind its words and moves nothing', async () => {
    await press('Ich lerne kochen.');
    await expect
      .poll(() => card('Ich lerne kochen.').evaluate((one) => one === document.activeElement), SOON)
      .toBe(true);
    const before = (await cards()).length;
    await page.keyboard.type('MNVXD? Zum Spaß: Oma und Max');
    expect(await field().inputValue()).toBe('Ich lerne kochen.MNVXD? Zum Spaß: Oma und Max');
    await page.keyboard.press('Escape');
    await field().waitFor({ state: 'detached', ...SOON });
    expect(await cards()).toHaveLength(before);
    expect(await page.getByTestId('where').count()).toBe(0);
    await card('Ich lerne kochen.MNVXD? Zum Spaß: Oma und Max').waitFor(SOON);
  });

  it('[BO24] a double click writes, on a goal', async () => {
    await press('Oma und Max', 2);
    await field().waitFor(SOON);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Ich koche einmal in der Woche.');
    await page.keyboard.press('Enter');
    await field().waitFor({ state: 'detached', ...SOON });
    await card('Ich koche einmal in der Woche.').waitFor(SOON);
  });

  it('[UI38] a card that was made and left without a word goes away again', async () => {
    const before = await cards();
    await press('Ich koche');
    await page.getByRole('button', { name: 'Ziel', exact: true }).click();
    await field().waitFor(SOON);
    await expect.poll(async () => (await cards()).length, SOON).toBe(before.length + 1);
    await page.keyboard.press('Escape');
    await field().waitFor({ state: 'detached', ...SOON });
    await expect.poll(cards, SOON).toEqual(before);
    await expect
      .poll(() => card('Ich koche').evaluate((one) => one === document.activeElement), SOON)
      .toBe(true);
  });

  it('[BO25] Ctrl+A selects the cards and no text of the page; copying takes them all', async () => {
    await press('Ich koche');
    await page.keyboard.press('Control+a');
    expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toBe('');
    await page.keyboard.press('Delete');
    await card('Ich koche').waitFor(SOON);
    const copied = await page.evaluate(() => {
      const data = new DataTransfer();
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return data.getData('text/plain');
    });
    expect(copied.split('\n').length).toBeGreaterThan(3);
    expect(copied).toContain('Ich koche einmal in der Woche.');
    await page.keyboard.press('Escape');
  });

  it('[BO25] a card that is carried lies above all others', async () => {
    const moved = card('Ich koche');
    const from = await moved.boundingBox();
    const other = await card('Ich gehe wieder ohne').boundingBox();
    await page.mouse.move((from?.x ?? 0) + 40, (from?.y ?? 0) + 20);
    await page.mouse.down();
    await page.mouse.move((other?.x ?? 0) + 60, (other?.y ?? 0) + 50, { steps: 6 });
    await board.locator('[data-lifted]').waitFor(SOON);
    const layers = await board
      .locator('.tl-shape')
      .evaluateAll((all) =>
        all.map((one) => [one.querySelector('[data-lifted]') !== null, Number(getComputedStyle(one).zIndex)]),
      );
    const lifted = layers.find(([isLifted]) => isLifted)?.[1];
    const highest = Math.max(...layers.filter(([isLifted]) => !isLifted).map(([, z]) => Number(z)));
    expect(Number(lifted)).toBeGreaterThan(highest);
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });

  it('[BO10] "Wohin?" opens by its tool and by Alt+Enter, and its places stay inside the panel', async () => {
    await press('Ich koche');
    await page.getByRole('button', { name: 'Wohin?', exact: true }).click();
    const list = page.getByTestId('where');
    await list.waitFor(SOON);
    const fits = await list.evaluate((one) => {
      const [inner, outer] = [one, one.parentElement ?? one].map((box) => box.getBoundingClientRect());
      return inner !== undefined && outer !== undefined && inner.bottom <= outer.bottom + 0.5;
    });
    expect(fits).toBe(true);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached', ...SOON });
    await expect.poll(() => card('Ich koche').evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Alt+Enter');
    await list.waitFor(SOON);
    await page.keyboard.press('Escape');
  });

  it('[BO25] opening the steps of a goal selects it, and it stays where it is', async () => {
    // Beside the list there is less room: steps are folded.
    await page.getByText('Beides', { exact: true }).first().click();
    await press('Ich koche');
    const goal = card('vier von fünf Tagen pro');
    const slip = board.getByText('2 Schritte offen', { exact: true }).filter({ visible: true }).first();
    await slip.waitFor(SOON);
    const top = (): Promise<number> => goal.evaluate((one) => one.getBoundingClientRect().top);
    const [before, at] = [await top(), await slip.boundingBox()];
    await page.mouse.click((at?.x ?? 0) + 20, (at?.y ?? 0) + 8);
    await board.getByText('Ich treffe Emre').filter({ visible: true }).first().waitFor(SOON);
    // Heights are measured anew meanwhile: less than half a line is no move.
    await expect.poll(async () => Math.abs((await top()) - before), SOON).toBeLessThan(10);
    await expect.poll(() => goal.getAttribute('tabindex'), SOON).toBe('0');
  });
});
