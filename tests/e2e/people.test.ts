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
  SOON,
  tabTo,
} from './round.ts';

/** Looking after the people of one table. The steps build on each other. */
describe('who leads looks after the people at the table', () => {
  let server: ServerProcess;
  let browser: Browser;
  let demo: DemoAnswer;
  let seidel: Place;
  let krueger: Place;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    demo = await server.demo();
    seidel = await openFor(browser, 'seidel', SCREENS.laptop);
    krueger = await openFor(browser, 'krueger', SCREENS.phone);
    await openTable(seidel, server.url, demo);
    await comeToLobby(krueger, demo);
    await admit(seidel, 'Herr Krüger');
    await krueger.page.getByTestId('table').waitFor(SOON);
  });

  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph([seidel, krueger], `people-${task.name.slice(0, 40)}`));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('[UI43] attendance is proposed, noted by keyboard, told with its words, and stands in the protocol', async () => {
    const { page } = seidel;
    await moveTo(seidel, 'abschluss');
    const list = page.getByTestId('attendance');
    await list.waitFor(SOON);
    const open = page.getByTestId('attendance-open');
    expect(await open.textContent()).toContain('Für 8 Personen ist es noch nicht notiert');
    expect(await barriers(page)).toEqual([]);
    // By keyboard alone: the proposal of the device, then a better answer.
    await page.getByTestId('phase-abschluss').focus();
    await tabTo(page, '[data-testid^="attendance-right-"][aria-label*="Herr Krüger"]');
    await page.keyboard.press('Enter');
    const select = list.getByLabel('Herr Krüger', { exact: true });
    await expect.poll(() => select.inputValue(), SOON).toBe('per_link');
    await select.focus();
    await page.keyboard.type('zeitweise');
    const note = list.getByLabel('Dazu, wenn nötig (Herr Krüger)');
    await note.waitFor(SOON);
    await tabTo(page, '[data-testid^="attendance-note-"]');
    await page.keyboard.type('bis 16:40 Uhr');
    await page.keyboard.press('Enter');
    await list.getByLabel('Oma Renate', { exact: true }).selectOption({ label: 'nicht erschienen' });
    await page.getByTestId('attendance-take-all').click();
    await expect.poll(() => open.textContent(), SOON).toContain('Für 4 Personen');
    await page.getByText('Protokoll', { exact: true }).first().click();
    const told = page.getByTestId('protocol-preview');
    await told.getByText('zeitweise anwesend: bis 16:40 Uhr').waitFor(SOON);
    await told.getByText('nicht erschienen').waitFor(SOON);
    expect(await told.getByText('geplant: vor Ort').count()).toBe(4);
    // Whoever does not lead reads the same, and is asked nothing.
    expect(await krueger.page.getByTestId('attendance').count()).toBe(0);
  });
});
