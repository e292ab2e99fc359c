import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { openBrowser, SCREENS } from '../helpers/browser.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import { expectFocusHeld, openFor, type Place, photograph, row, SOON, spokenName, tabTo } from './round.ts';

/** A whole round with the keyboard alone; the steps build on each other. */
describe('[UI70] a meeting without a mouse', () => {
  let server: ServerProcess;
  let browser: Browser;
  let demo: DemoAnswer;
  let seidel: Place;
  let leon: Place;
  let desk: Page;
  const goal = 'Wir gehen bis Mai dreimal zusammen schwimmen.';

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    demo = await server.demo();
    seidel = await openFor(browser, 'seidel', { ...SCREENS.laptop, reducedMotion: 'reduce' });
    leon = await openFor(browser, 'leon', { ...SCREENS.phone, reducedMotion: 'reduce' });
    desk = seidel.page;
  });

  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph([seidel, leon], `keys-${task.name.slice(0, 40)}`));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('signs in, opens the table and lets somebody in', async () => {
    await desk.goto(`${server.url}/anmelden`);
    await desk.getByLabel('E-Mail').waitFor();
    await tabTo(desk, 'input[name=email]');
    await desk.keyboard.type(demo.signIn.email);
    await desk.keyboard.press('Tab');
    await desk.keyboard.type(demo.signIn.password);
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: 'Tisch öffnen' }).waitFor(SOON);
    await expectFocusHeld(desk);
    await tabToName(desk, 'Tisch öffnen');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('table').waitFor(SOON);
    await leon.page.goto(demo.places.find(({ id }) => id === 'leon')?.url ?? '');
    await leon.page.getByRole('button', { name: 'Ja, ich bin Leon' }).waitFor(SOON);
    await tabToName(leon.page, 'Ja, ich bin Leon');
    await leon.page.keyboard.press('Enter');
    await desk.getByTestId('admit-yes').waitFor(SOON);
    await expectFocusHeld(leon.page);
    await tabTo(desk, '[data-testid=admit-yes]');
    await desk.keyboard.press('Enter');
    await leon.page.getByTestId('table').waitFor(SOON);
    await desk.getByTestId('admit-strip').waitFor({ state: 'detached', ...SOON });
    await expectFocusHeld(desk);
  });

  it('goes to another step and keeps its place in the bar', async () => {
    await tabTo(desk, '[data-testid=phase-ziele]');
    await desk.keyboard.press('Enter');
    await desk.locator('[data-testid=table][data-phase=ziele]').waitFor(SOON);
    await expectFocusHeld(desk);
    expect(await focusedTestId(desk)).toBe('phase-ziele');
  });

  it('writes a goal with two steps, who does them and until when', async () => {
    await desk.keyboard.press('Alt+1');
    await desk.locator('[data-mode=list]').waitFor();
    await toTree();
    await desk.keyboard.press('Home');
    await desk.keyboard.press('ArrowDown');
    await write('n', goal);
    await desk.keyboard.press('n');
    await desk.getByTestId('goal-sentence').waitFor();
    await desk.keyboard.press('Tab');
    await desk.keyboard.type('Ich kaufe die Karten.');
    await desk.keyboard.press('Enter');
    await expectFocusHeld(desk);
    await detailsOfStep('Leon', '1112');
    await write('n', 'Ich suche das Bad aus.');
    await detailsOfStep('Herr K', '1212');
    await expect.poll(() => row(seidel, 'Ich kaufe').innerText(), SOON).toMatch(/Leon · bis .*2026|Leon/);
    expect(await spokenName(row(seidel, 'Ich kaufe'))).toMatch(/Leon/);
    expect(await spokenName(row(seidel, 'Ich suche'))).toMatch(/Herr Krüger.*12\. Dezember/);
    expect(await row(seidel, 'Ich suche').getAttribute('aria-level')).toBe('3');
  });

  it('says who helps, and moves the goal', async () => {
    await desk.keyboard.press('ArrowLeft');
    expect(await focusedText(desk)).toContain(goal);
    await desk.keyboard.press('v');
    await desk.getByTestId('goal-tree').getByTestId('help-input').waitFor();
    await desk.keyboard.type('Oma Ren');
    await desk.getByRole('option').first().waitFor();
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('Enter');
    await expectFocusHeld(desk);
    expect(await focusedText(desk)).toContain(goal);
    await expect.poll(() => spokenName(row(seidel, goal)), SOON).toMatch(/eine Stärke/);
    const before = await row(seidel, goal).getAttribute('data-testid');
    await desk.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => row(seidel, goal).getAttribute('data-testid')).not.toBe(before);
    await expectFocusHeld(desk);
    expect(await focusedText(desk)).toContain(goal);
  });

  it('opens the details in the place of the list, and comes back to the row', async () => {
    await desk.keyboard.press('Alt+4');
    await desk.locator('[data-mode=both]').waitFor();
    await toTree();
    await desk.keyboard.press('d');
    await desk.getByTestId('goal-details').waitFor();
    await expectFocusHeld(desk);
    await tabTo(desk, '[data-testid=goal-details-back]', true);
    await desk.keyboard.press('Enter');
    await desk.getByTestId('goal-tree').waitFor();
    await expectFocusHeld(desk);
    expect(await focusedText(desk)).toContain(goal);
  });

  it('freezes, and reads, decides and signs on both screens', async () => {
    await desk.keyboard.press('F6');
    await tabTo(desk, '[data-testid=phase-abschluss]', true);
    await desk.keyboard.press('Enter');
    await desk.getByTestId('freeze').waitFor(SOON);
    await tabTo(desk, '[data-testid=freeze]');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('protocol-round').waitFor({ timeout: 30_000 });
    await leon.page.getByTestId('protocol-sign').waitFor({ timeout: 30_000 });
    await Promise.all([expectFocusHeld(desk), expectFocusHeld(leon.page)]);
    await tabTo(desk, '[data-testid=protocol-own-decision]');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('protocol-sign').waitFor(SOON);
    await expectFocusHeld(desk);
    await sign(desk, 0, 'Katrin Seidel');
    await sign(leon.page, 2, 'Leon', 'Zu früh am Abend.');
    await tabTo(desk, '[data-testid=protocol-back-to-round]');
    await desk.keyboard.press('Enter');
    await desk.getByText('nicht einverstanden').first().waitFor(SOON);
    await expectFocusHeld(desk);
  });

  it('seals and is at the end', async () => {
    await tabTo(desk, '[data-testid=protocol-seal]');
    await desk.keyboard.press('Enter');
    await desk.getByRole('alertdialog').waitFor();
    await expectFocusHeld(desk);
    await tabTo(desk, '[data-testid=protocol-seal-confirm]');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('protocol-done').waitFor(SOON);
    await Promise.all([expectFocusHeld(desk), expectFocusHeld(leon.page)]);
    expect({ seidel: seidel.troubles, leon: leon.troubles }).toEqual({ seidel: [], leon: [] });
  });

  /** F6 goes round the parts of the page. */
  async function toTree(): Promise<void> {
    for (let presses = 0; presses < 8; presses++) {
      await desk.keyboard.press('F6');
      if (await desk.evaluate(() => document.activeElement?.getAttribute('role') === 'treeitem')) {
        return;
      }
    }
    throw new Error('F6 never comes to the list');
  }

  async function write(key: string, words: string): Promise<void> {
    await desk.keyboard.press(key);
    await desk.getByTestId('goal-sentence').waitFor();
    await desk.keyboard.type(words);
    await desk.keyboard.press('Enter');
    await row(seidel, words).waitFor(SOON);
    await expectFocusHeld(desk);
    expect(await focusedText(desk)).toContain(words);
  }

  /** Who and until when; the day is the same however a browser orders day and month. */
  async function detailsOfStep(who: string, date: string): Promise<void> {
    await desk.keyboard.press('d');
    await tabTo(desk, '[data-testid=goal-who]');
    await desk.keyboard.type(who);
    await tabTo(desk, '[data-testid=goal-until] [role=spinbutton]');
    await desk.keyboard.type(`${date}2026`);
    await desk.keyboard.press('Enter');
    await expectFocusHeld(desk);
    await toTree();
  }

  async function sign(page: Page, down: number, name: string, remark?: string): Promise<void> {
    await tabTo(page, '[data-testid^=protocol-decision-]');
    await page.keyboard.press('Space');
    for (let step = 0; step < down; step++) {
      await page.keyboard.press('ArrowDown');
    }
    if (remark) {
      await tabTo(page, '[data-testid=protocol-remark]');
      await page.keyboard.type(remark);
    }
    await tabTo(page, '[data-testid=protocol-name]');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.getByTestId('protocol-decided').waitFor(SOON);
    await expectFocusHeld(page);
  }
});

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

function focusedTestId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['testid']);
}

/** With the Tab key to the button of this name. */
async function tabToName(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if ((await focusedText(page)).trim() === name) {
      return;
    }
  }
  throw new Error(`The Tab key never comes to "${name}"`);
}
