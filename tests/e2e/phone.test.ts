import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, SCREENS } from '../helpers/browser.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import { cutOff, sideways } from './layout/edges.ts';
import { admit, comeToLobby, moveTo, openFor, openTable, type Place, photograph, SOON } from './round.ts';

/** A phone in the hand: pressed back, put away, turned. The steps build on each other. */
describe('a phone in the hand', () => {
  let server: ServerProcess;
  let browser: Browser;
  let seidel: Place;
  let leon: Place;
  const heading = (): Promise<string | null> => leon.page.getByRole('heading', { level: 1 }).textContent();

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    const demo = await server.demo();
    seidel = await openFor(browser, 'seidel', SCREENS.laptop);
    leon = await openFor(browser, 'leon', SCREENS.phone);
    await openTable(seidel, server.url, demo);
    await comeToLobby(leon, demo);
    await admit(seidel, 'Leon');
    await leon.page.getByTestId('table').waitFor(SOON);
    await moveTo(seidel, 'ziele');
    await leon.page.locator('[data-testid=table][data-phase=ziele]').waitFor(SOON);
  });

  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph([leon], `phone-${task.name.slice(0, 40)}`));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('[UI58] title and heading name the step and the case, and follow the part that is open', async () => {
    const { page } = leon;
    await expect.poll(() => page.title(), SOON).toBe('Ziele · Leon W. · Planrunde');
    await page.getByTestId('tab-me').click();
    await expect.poll(heading, SOON).toBe('Ich');
    expect(await page.title()).toBe('Ich · Leon W. · Planrunde');
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await seidel.page.title()).toBe('Ziele · Leon W. · Planrunde');
  });

  it('[UI141] goals are called as a family calls them, also by what is only heard', async () => {
    const { page } = leon;
    await page.getByTestId('tab-goals').click();
    await page.getByText('Großes Ziel 1', { exact: true }).waitFor(SOON);
    expect(await page.getByTestId('open-1.1').getAttribute('aria-label')).toBe('Ziel 1.1 öffnen');
    expect(await page.getByText(/Richtungsziel|Handlungsziel/).count()).toBe(0);
    // On the laptop they have the terms of the field.
    await seidel.page.getByText('Richtungsziel 1', { exact: true }).first().waitFor(SOON);
    await page.getByTestId('tab-me').click();
  });

  it('[UI56] a reload comes to the same goal, and back closes it, then the part, and leaves nothing', async () => {
    const { page } = leon;
    const table = page.url();
    await page.getByTestId('tab-goals').click();
    await page.getByTestId('open-1.1').click();
    await page.getByTestId('goal-details').waitFor(SOON);
    await page.reload();
    await page.getByTestId('goal-details').waitFor(SOON);
    await page.goBack();
    await page.getByTestId('phone-goals').waitFor(SOON);
    await page.getByTestId('open-1.1').click();
    await page.getByTestId('goal-details-back').click();
    await page.getByTestId('phone-goals').waitFor(SOON);
    await page.goBack();
    await page.getByTestId('phone-now').waitFor(SOON);
    expect(page.url()).toBe(table);
  });

  it('[UI57] a phone that is turned stays a phone and keeps its place, in both directions', async () => {
    const { page } = leon;
    await page.getByTestId('tab-goals').click();
    await page.getByTestId('open-1.1').click();
    await page.setViewportSize({ width: 844, height: 390 });
    await page.getByTestId('goal-details').waitFor(SOON);
    expect(await page.getByTestId('tab-now').isVisible()).toBe(true);
    const { height = 0 } = (await page.getByRole('main').boundingBox()) ?? {};
    expect(height).toBeGreaterThan(300);
    expect(await sideways(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    await page.setViewportSize(SCREENS.phone.viewport);
    await page.getByTestId('goal-details').waitFor(SOON);
  });

  it('[UI56] where the meeting goes the phone goes along, also after it was put away', async () => {
    const { page, context } = leon;
    await context.setOffline(true);
    await moveTo(seidel, 'vereinbarungen');
    await context.setOffline(false);
    await page.reload();
    await page.locator('[data-testid=table][data-phase=vereinbarungen]').waitFor(SOON);
    await page.getByTestId('phone-now').waitFor(SOON);
    expect(leon.troubles).toEqual([]);
  });
});
