import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { openBrowser, SCREENS } from '../helpers/browser.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import { barriers } from './axe.ts';
import { type Heard, heardOn, listen, listenFromTheStart } from './live-regions.ts';
import {
  addGoal,
  admit,
  comeToLobby,
  decide,
  expectFocusHeld,
  moveTo,
  openFor,
  openTable,
  type Place,
  photograph,
  row,
  SOON,
  saved,
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
    await listenFromTheStart(krueger.page);
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

  it('[UI104] on the way in it is said once that it takes a moment', async () => {
    const said = (await heardOn(krueger.page)).map(({ words }) => words);
    expect(said).toEqual(['Einen Moment …']);
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

  it('[UI103] a step that begins, who knocks, comes and goes, and whose turn it is, is each said once', async () => {
    const [desk, phone] = [seidel.page, krueger.page];
    await listen(desk);
    await heardOn(phone);
    await moveTo(seidel, 'ressourcen');
    const step = 'Jetzt: Stärken, Schritt 5 von 8.';
    await expectSaid(desk, step);
    await expectSaid(phone, step);
    const leon = await openFor(browser, 'leon', SCREENS.phone);
    await comeToLobby(leon, demo);
    await expectSaid(desk, 'Leon möchte herein.');
    await admit(seidel, 'Leon');
    await expectSaid(desk, 'Leon ist da.');
    await expectSaid(phone, 'Leon ist da.');
    await leon.context.close();
    await expectSaid(desk, 'Leon ist nicht mehr da.');
    await expectSaid(phone, 'Leon ist nicht mehr da.');
    const turn = desk.getByRole('button', { name: /^Herr Krüger ist (nicht mehr )?dran$/ });
    await desk.getByTestId('round-fold').click();
    await turn.click();
    await expectSaid(phone, 'Sie sind dran. Nehmen Sie sich Zeit.');
    await turn.click();
    await desk.getByTestId('round-fold').click();
  });

  it('[UI102] a hundred letters are typed on each screen, and nothing is announced', async () => {
    const [desk, phone] = [seidel.page, krueger.page];
    await moveTo(seidel, 'ziele');
    await expectSaid(desk, 'Jetzt: Ziele, Schritt 6 von 8.');
    await expectSaid(phone, 'Jetzt: Ziele, Schritt 6 von 8.');
    // The phone has gone along by now, and goes nowhere by itself any more.
    await phone.getByTestId('tab-goals').click();
    await desk.getByText('Liste', { exact: true }).click();
    await row(seidel, 'Fußball').dblclick();
    await desk.getByTestId('goal-sentence').pressSequentially(HUNDRED);
    const onDesk = await heardOn(desk);
    await phone.getByTestId('open-1.1').click();
    // What was written on the desk is told here in batches; from now on somebody types here.
    await heardOn(phone);
    await phone.getByTestId('goal-details').getByRole('textbox').first().pressSequentially(HUNDRED);
    expect({ desk: onDesk, phone: await heardOn(phone) }).toEqual({ desk: [], phone: [] });
    await saved(krueger);
    await desk.getByTestId('goal-sentence').press('Enter');
    await saved(seidel);
    await krueger.context.setOffline(true);
    await phone.getByTestId('goal-details').getByRole('textbox').first().pressSequentially('offline');
    await expectSaid(phone, 'Kein Netz. Schreiben Sie ruhig weiter.', 45_000);
    await krueger.context.setOffline(false);
    await expectSaid(phone, 'Wieder verbunden', 45_000);
    await phone.getByTestId('tab-now').click();
    await moveTo(seidel, 'abschluss');
  });

  it('[UI39] [UI44] who was put aside stands in the strip again after five minutes, and it is said aloud', async () => {
    const { page } = seidel;
    const leon = await openFor(browser, 'leon', SCREENS.phone);
    await comeToLobby(leon, demo);
    await page.getByText('Beides', { exact: true }).first().click();
    await page.getByTestId('admit-later').click();
    await page.getByTestId('admit-answered').getByText('Leon wartet noch.').waitFor(SOON);
    const reminder = page.getByTestId('admit-reminder');
    expect(await reminder.textContent()).toBe('');
    const start = Date.now();
    await page.clock.setFixedTime(start + 4 * 60_000);
    await page.waitForTimeout(1500);
    expect(await page.getByTestId('admit-waiting').count()).toBe(0);
    await page.clock.setFixedTime(start + 6 * 60_000);
    await page.getByTestId('admit-waiting').getByText('Leon wartet seit 6 Minuten').waitFor(SOON);
    expect(await reminder.textContent()).toBe('Leon wartet seit 5 Minuten im Vorraum.');
    expect(await reminder.getAttribute('role')).toBe('status');
    await page.clock.setFixedTime(Date.now());
    await admit(seidel, 'Leon');
    await leon.context.close();
  });

  it('[UI45] somebody is taken from the table by keyboard, reads kind words, and comes back by the same link', async () => {
    const { page } = seidel;
    await page.getByTestId('round-fold').click();
    const menu = page.getByRole('button', { name: 'Herr Krüger: Link und Platz' });
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('seat-remove').waitFor(SOON);
    expect(await barriers(page)).toEqual([]);
    await tabTo(page, '[data-testid=seat-remove]');
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog', { name: 'Herrn Krüger vom Tisch nehmen?' });
    await question.waitFor(SOON);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached', ...SOON });
    // Nothing has happened, and the focus is where it was.
    await expect.poll(() => menu.evaluate((button) => button === document.activeElement), SOON).toBe(true);
    await krueger.page.getByTestId('table').waitFor(SOON);
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-testid=seat-remove]');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-testid=seat-remove-yes]');
    await page.keyboard.press('Enter');
    await krueger.page.getByRole('heading', { name: 'Ihr Teil ist vorbei.' }).waitFor(SOON);
    await krueger.page.getByText('Danke, dass Sie da waren.').waitFor(SOON);
    await menu.waitFor({ state: 'detached', ...SOON });
    await expectFocusHeld(page);
    const back = page.getByRole('button', { name: 'Herrn Krüger wieder aufnehmen' });
    await back.focus();
    await page.keyboard.press('Enter');
    await menu.waitFor(SOON);
    await expectFocusHeld(page);
    await comeToLobby(krueger, demo);
    await admit(seidel, 'Herr Krüger');
    await krueger.page.getByTestId('table').waitFor(SOON);
  });

  it('[UI45] ended links open nothing any more; a new one, shown once, does', async () => {
    const { page } = seidel;
    const menu = page.getByRole('button', { name: 'Herr Krüger: Link und Platz' });
    await menu.click();
    await page.getByTestId('seat-revoke').click();
    await page.getByRole('alertdialog', { name: 'Die Links von Herrn Krüger beenden?' }).waitFor(SOON);
    await page.getByTestId('seat-revoke-yes').click();
    await krueger.page.getByRole('heading', { name: 'Ihr Teil ist vorbei.' }).waitFor(SOON);
    await krueger.page.goto(demo.places.find(({ id }) => id === 'krueger')?.url ?? '');
    await krueger.page.getByRole('heading', { name: 'Dieser Link öffnet gerade nichts.' }).waitFor(SOON);
    // The browser itself reports the link that opens nothing.
    expect(krueger.troubles.splice(0).join()).toMatch(/^console: .*404[^,]*$/);
    await menu.click();
    await page.getByTestId('seat-link').click();
    await page.getByTestId('seat-link-make').click();
    const url = await page.getByTestId('new-link').inputValue();
    expect(await barriers(page)).toEqual([]);
    await page.getByTestId('seat-close').click();
    expect(await page.content()).not.toContain(url);
    await krueger.page.goto('about:blank');
    await krueger.page.goto(url);
    await krueger.page.getByRole('button', { name: /^Ja/ }).click();
    await admit(seidel, 'Herr Krüger');
    await krueger.page.getByTestId('table').waitFor(SOON);
    for (const place of [seidel, krueger]) {
      expect({ [place.id]: place.troubles }).toEqual({ [place.id]: [] });
    }
  });

  it('[UI45] the same from the phone of who leads', async () => {
    const phone = await openFor(browser, 'seidel', SCREENS.phone);
    await openTable(phone, server.url, demo);
    await phone.page.getByTestId('tab-me').click();
    expect(await barriers(phone.page)).toEqual([]);
    await phone.page.getByRole('button', { name: 'Herr Krüger: Link und Platz' }).click();
    await phone.page.getByTestId('seat-remove').click();
    await phone.page.getByTestId('seat-remove-yes').click();
    await krueger.page.getByRole('heading', { name: 'Ihr Teil ist vorbei.' }).waitFor(SOON);
    await phone.page.getByRole('button', { name: 'Herrn Krüger wieder aufnehmen' }).click();
    await phone.page.getByRole('button', { name: 'Herr Krüger: Link und Platz' }).waitFor(SOON);
    await phone.context.close();
  });

  it('[UI46] what waits offline is told in changes, and [SG50] several answers of one person stand in one size', async () => {
    const aydin = await openFor(browser, 'aydin', SCREENS.phone);
    await comeToLobby(aydin, demo);
    await admit(seidel, 'Herr Aydın');
    const { page, context } = aydin;
    await page.getByTestId('tab-goals').click();
    await context.setOffline(true);
    await addGoal(aydin, 'Jeden Sonntag zusammen essen');
    await page.getByText('Eine Änderung wartet auf dieser Seite.').waitFor({ timeout: 45_000 });
    await context.setOffline(false);
    await page.getByText('gespeichert', { exact: true }).first().waitFor({ timeout: 45_000 });
    await seidel.page.getByTestId('freeze').click();
    await page.getByTestId('tab-now').click();
    await decide(aydin, 'nicht_einverstanden', 'Murat Aydın', 'Sechs Stunden sind nötig.');
    await page.getByTestId('protocol-change-answer').click();
    await decide(aydin, 'einverstanden', 'Murat Aydın');
    await seidel.page.getByTestId('protocol-seal').first().click();
    await seidel.page.getByTestId('protocol-seal-confirm').click();
    const answers = seidel.page.getByTestId('protocol-answers');
    const said = await Promise.all(
      ['zuerst: nicht einverstanden', 'dann: einverstanden'].map((words) =>
        answers.getByText(words).evaluate((line) => getComputedStyle(line).font),
      ),
    );
    expect(said[0]).toBe(said[1]);
    expect(await seidel.page.locator('[data-section=unterschiede]').first().textContent()).toContain(
      'dann: einverstanden',
    );
  });
});

const HUNDRED = 'Ich will das gut lernen. '.repeat(4);

/** It is said once, in a region that stood there before, and nothing beside it. */
async function expectSaid(page: Page, words: string, within = 10_000): Promise<void> {
  const heard: Heard[] = [];
  const hear = async (): Promise<number> => heard.push(...(await heardOn(page)));
  await expect.poll(hear, { timeout: within }).toBeGreaterThan(0);
  expect(heard).toEqual([{ stood: true, region: expect.any(String), words: expect.stringContaining(words) }]);
}
