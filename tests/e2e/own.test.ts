import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { openBrowser, SCREENS } from '../helpers/browser.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import { barriers } from './axe.ts';
import {
  admit,
  comeToLobby,
  moveTo,
  openFor,
  openTable,
  type Place,
  photograph,
  row,
  SOON,
  saved,
} from './round.ts';

const GOAL = 'Kanarienvogel fliegt zum Training';
const SENTENCE = 'Kuckucksruf bleibt bei mir';

/** A child keeps something private beside the others at the table. The steps build on each other. */
describe('only for me', () => {
  let server: ServerProcess;
  let browser: Browser;
  let demo: DemoAnswer;
  let seidel: Place;
  let leon: Place;
  let krueger: Place;
  let screen: Place;
  const others = (): Place[] => [seidel, krueger, screen];
  const heard = (words: string): boolean[] =>
    others().map(({ received }) => received.some((said) => said.includes(words)));
  const read = (words: string): Promise<boolean[]> =>
    Promise.all(others().map(async ({ page }) => (await page.content()).includes(words)));

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    demo = await server.demo();
    seidel = await openFor(browser, 'seidel', SCREENS.laptop);
    leon = await openFor(browser, 'leon', SCREENS.phone);
    krueger = await openFor(browser, 'krueger', SCREENS.laptop);
    screen = await openFor(browser, 'screen', SCREENS.wall);
    await openTable(seidel, server.url, demo);
    for (const [place, name] of [
      [leon, 'Leon'],
      [krueger, 'Herr Krüger'],
      [screen, /Bildschirm/],
    ] as const) {
      await comeToLobby(place, demo);
      await admit(seidel, name);
    }
    await leon.page.getByTestId('table').waitFor(SOON);
    await krueger.page.getByTestId('table').waitFor(SOON);
    await moveTo(seidel, 'ziele');
    // A phone goes along with the meeting; whoever presses before it did is taken away again.
    await leon.page.locator('[data-testid=table][data-phase=ziele]').waitFor(SOON);
  });

  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph([seidel, leon, krueger], `own-${task.name.slice(0, 40)}`));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('[OW1] [OW3] what a child writes for themselves reaches nobody else, and stays over a reload', async () => {
    const { page } = leon;
    await page.getByTestId('tab-me').click();
    const words = page.getByTestId('own-words');
    await page.getByTestId('own-add-ziel').click();
    await words.first().fill(GOAL);
    await page.getByTestId('own-add-satz').click();
    // The new card comes below the first one; until it has come, that is the last of them.
    await words.nth(1).fill(SENTENCE);
    await saved(leon);
    expect(await barriers(page)).toEqual([]);
    await page.reload();
    await page.getByTestId('table').waitFor(SOON);
    await page.getByTestId('tab-me').click();
    await expect.poll(() => page.getByTestId('own-card').count(), SOON).toBe(2);
    await expect.poll(() => page.getByTestId('own-words').first().inputValue(), SOON).toBe(GOAL);
    // Whatever was passed on would have come before this goal of somebody else.
    await seidel.page.getByTestId('goal-add').fill('Zwischenruf');
    await seidel.page.getByTestId('goal-add').press('Enter');
    await row(krueger, 'Zwischenruf').waitFor(SOON);
    for (const secret of [GOAL, SENTENCE]) {
      expect(heard(secret)).toEqual([false, false, false]);
      expect(await read(secret)).toEqual([false, false, false]);
    }
    expect(await screen.page.getByTestId('own').count()).toBe(0);
  });

  it('[OW2] says who will see it, shows one card to all with its author, and takes it back', async () => {
    const { page } = leon;
    await page.getByTestId('own-show').first().click();
    const asks = page.getByTestId('own-asks');
    expect(await asks.textContent()).toMatch(/Alle anderen können es lesen: \d am Tisch/);
    await asks.getByTestId('own-show-no').click();
    expect(heard(GOAL)).toEqual([false, false, false]);
    await page.getByTestId('own-show').first().click();
    await page.getByTestId('own-show-yes').click();
    await page.getByTestId('own-shown').getByText(GOAL).first().waitFor(SOON);
    await row(seidel, GOAL).waitFor(SOON);
    await row(krueger, GOAL).waitFor(SOON);
    await screen.page.getByText(GOAL).first().waitFor(SOON);
    await expect.poll(() => heard(GOAL), SOON).toEqual([true, true, true]);
    expect(heard(SENTENCE)).toEqual([false, false, false]);
    expect(await page.getByTestId('own-card').count()).toBe(1);
    await page.getByTestId('own-take-back').click();
    await row(krueger, GOAL).waitFor({ state: 'detached', ...SOON });
    await row(seidel, GOAL).waitFor({ state: 'detached', ...SOON });
    await expect.poll(() => page.getByTestId('own-card').count(), SOON).toBe(2);
    await expect.poll(() => page.getByTestId('own-words').first().inputValue(), SOON).toBe(GOAL);
  });

  it('[OW3] can be written while the plan is read and signed; showing waits until it is open', async () => {
    const { page } = leon;
    await moveTo(seidel, 'abschluss');
    await seidel.page.getByTestId('freeze').click();
    // The phone turns to the protocol, where there is one; back from there it stays.
    await page.getByTestId('tab-goals').waitFor({ state: 'detached', ...SOON });
    await page.getByTestId('tab-me').click();
    await page.getByTestId('own').getByText('Der Plan ist gerade geschlossen').waitFor(SOON);
    expect(await page.getByTestId('own-show').count()).toBe(0);
    await page.getByTestId('own-words').last().fill(`${SENTENCE}, auch jetzt`);
    await saved(leon);
    await page.reload();
    await page.getByTestId('table').waitFor(SOON);
    await page.getByTestId('tab-me').click();
    await expect
      .poll(() => page.getByTestId('own-words').last().inputValue(), SOON)
      .toBe(`${SENTENCE}, auch jetzt`);
    expect(heard(SENTENCE)).toEqual([false, false, false]);
    expect(leon.troubles).toEqual([]);
  });
});
