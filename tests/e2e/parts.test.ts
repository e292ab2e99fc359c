import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { openBrowser, SCREENS } from '../helpers/browser.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import {
  admit,
  comeToLobby,
  moveTo,
  openFor,
  openTable,
  type Place,
  photograph,
  SOON,
  showList,
} from './round.ts';

/** Parts of the board: the component, the drawing library, and what they look like. */
const BOARD = /\/assets\/(?:Board|Canvas)-[\w-]+\.(?:js|css)$/;
const MISSING = 'Dieser Teil der Seite lässt sich gerade nicht laden.';
const RENEWED = 'Planrunde ist inzwischen erneuert worden.';

describe('[UI79] a part of the page that cannot be had', () => {
  let server: ServerProcess;
  let browser: Browser;
  let demo: DemoAnswer;
  let seidel: Place;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    demo = await server.demo();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      await photograph([seidel], task.name);
    }
    await seidel.context.close();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const words = () => seidel.page.getByTestId('goal-add');
  const openBoard = () => seidel.page.getByText('Beides', { exact: true }).click();

  /** At the goals, with words in the line under the list. */
  async function writeInList(): Promise<void> {
    await openTable(seidel, server.url, demo);
    await moveTo(seidel, 'ziele');
    await showList(seidel);
    await words().fill('Ich schreibe gerade');
  }

  /** Whether the style sheets of the board were asked for, and whether all that were asked for are here. */
  const looksOfBoard = () =>
    seidel.page.evaluate(() => {
      const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
      return {
        asked: ['/Board-', '/Canvas-'].every((name) => sheets.some(({ href }) => href.includes(name))),
        here: sheets.every(({ sheet }) => (sheet?.cssRules.length ?? 0) > 0),
      };
    });

  it('is said in a sentence; another try brings it, with its looks, and no word is lost', async () => {
    seidel = await openFor(browser, 'seidel', SCREENS.laptop);
    const { page } = seidel;
    await page.route(BOARD, (route) => route.abort());
    await writeInList();
    await openBoard();
    await page.getByText(MISSING).waitFor(SOON);
    await page.unroute(BOARD);
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await page.locator('.tl-container').waitFor(SOON);
    expect(await page.getByText(MISSING).count()).toBe(0);
    expect(await words().inputValue()).toBe('Ich schreibe gerade');
    expect(await looksOfBoard()).toEqual({ asked: true, here: true });
  });

  it('is said to be renewed where the server has another program by now; reloading brings that', async () => {
    seidel = await openFor(browser, 'seidel', SCREENS.laptop);
    const { page } = seidel;
    await page.route(BOARD, (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await writeInList();
    await openBoard();
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click(SOON);
    await page.getByText(RENEWED).waitFor(SOON);
    expect(await words().inputValue()).toBe('Ich schreibe gerade');
    await page.unroute(BOARD);
    await page.getByRole('button', { name: 'Neu laden' }).click();
    await page.getByTestId('table').waitFor(SOON);
    await openBoard();
    await page.locator('.tl-container').waitFor(SOON);
  });
});

describe('[UI78] what may be opened next', () => {
  let server: ServerProcess;
  let browser: Browser;
  let demo: DemoAnswer;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    demo = await server.demo();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** Waits until a page has loaded a file of each name. */
  async function loaded(page: Page, names: readonly string[]): Promise<void> {
    await page.waitForFunction(
      (wanted) => {
        const files = performance.getEntriesByType('resource').map(({ name }) => name);
        return wanted.every((one) => files.some((file) => file.includes(`/assets/${one}-`)));
      },
      names,
      SOON,
    );
  }

  it('comes by itself when the table stands: no first press needs the line, and no phone loads the board', async () => {
    const seidel = await openFor(browser, 'seidel', SCREENS.laptop);
    const leon = await openFor(browser, 'leon', SCREENS.phone);
    await openTable(seidel, server.url, demo);
    await comeToLobby(leon, demo);
    await admit(seidel, 'Leon');
    await leon.page.getByTestId('table').waitFor(SOON);
    await loaded(seidel.page, ['Canvas', 'ProtocolPane', 'TextEditor', 'HelpComboBox', 'Modal']);
    await loaded(leon.page, ['ProtocolPane', 'TextEditor', 'HelpComboBox', 'Modal']);
    for (const { page } of [seidel, leon]) {
      await page.route('**/assets/*', (route) => route.abort());
    }
    await moveTo(seidel, 'ziele');
    await seidel.page.locator('.tl-container').waitFor(SOON);
    await leon.page.getByTestId('tab-me').click();
    await leon.page.getByTestId('leave').click();
    await leon.page.getByTestId('leave-yes').waitFor();
    const files = await leon.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(files.filter((name) => /\/assets\/(?:Canvas|Board)-/.test(name))).toEqual([]);
  });
});
