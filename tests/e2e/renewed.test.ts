import type { Browser, WebSocketRoute } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { openBrowser, SCREENS } from '../helpers/browser.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import { barriers } from './axe.ts';
import {
  addGoal,
  comeToLobby,
  moveTo,
  openFor,
  openTable,
  type Place,
  photograph,
  row,
  SOON,
  saved,
  showList,
} from './round.ts';

const GOAL = 'Wir gehen dreimal zusammen schwimmen';
const MORE = ' und einmal auch im See';
/** What a server of tomorrow may say. */
const TOMORROW = JSON.stringify({ kind: 'a_kind_of_tomorrow' });

describe('[UI80] a page that was open while the server was renewed', () => {
  let server: ServerProcess;
  let browser: Browser;
  let demo: DemoAnswer;
  let place: Place;
  /** The line of the live view, and whether what is written still goes out. */
  let live: WebSocketRoute | undefined;
  let isHeld = false;
  let isTomorrow = false;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    demo = await server.demo();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      await photograph([place], task.name);
    }
    await place.context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(...[id, screen]: [Place['id'], Parameters<typeof openFor>[2]]): Promise<void> {
    place = await openFor(browser, id, screen);
    await place.page.routeWebSocket(/\/live\//, (socket) => {
      const line = socket.connectToServer();
      isTomorrow = false;
      line.onMessage((message) => (isTomorrow ? undefined : socket.send(message)));
      live = socket;
    });
    await place.page.routeWebSocket(/\/sync\//, (socket) => {
      const line = socket.connectToServer();
      socket.onMessage((message) => (isHeld ? undefined : line.send(message)));
    });
  }
  /** From now on every view is one of the program's next version. */
  const renewServer = (): void => {
    isTomorrow = true;
    live?.send(TOMORROW);
  };
  const told = () => place.page.getByText('Planrunde wurde erneuert.');

  it('says so at the table, leaves the one who writes alone, and loses no word by reloading', async () => {
    await open('seidel', SCREENS.laptop);
    const { page } = place;
    await openTable(place, server.url, demo);
    await moveTo(place, 'ziele');
    await showList(place);
    await addGoal(place, GOAL);
    await row(place, GOAL).waitFor(SOON);
    await saved(place);
    await row(place, GOAL).focus();
    await page.keyboard.press('Enter');
    isHeld = true;
    await page.keyboard.press('End');
    await page.keyboard.type(MORE);
    renewServer();
    await told().waitFor(SOON);
    expect(await page.evaluate(() => document.activeElement?.matches('input, textarea'))).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.type('!');
    // The browser asks before it leaves words that are not sent.
    page.once('dialog', (dialog) => dialog.accept());
    await Promise.all([page.waitForEvent('load'), page.getByTestId('reload').click()]);
    isHeld = false;
    await page.getByTestId('table').waitFor(SOON);
    expect(await told().count()).toBe(0);
    await row(place, `${GOAL}${MORE}!`).waitFor(SOON);
    await saved(place);
  });

  it('says so on a small phone before the table, and takes it back when a view fits', async () => {
    await open('leon', { ...SCREENS.phone, viewport: { width: 320, height: 640 } });
    const { page } = place;
    await comeToLobby(place, demo);
    await page.getByText('Hallo Leon').waitFor(SOON);
    renewServer();
    await told().waitFor(SOON);
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await live?.close({ code: 4500 });
    await told().waitFor({ state: 'detached', ...SOON });
    await page.getByText('Hallo Leon').waitFor(SOON);
  });
});
