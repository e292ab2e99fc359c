import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { openBrowser, SCREENS } from '../helpers/browser.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import { barriers } from './axe.ts';
import { cutOff, sideways } from './layout/edges.ts';
import { motion } from './layout/motion.ts';
import { covered } from './layout/overlaps.ts';
import { admit, comeToLobby, decide, moveTo, openFor, type Place, photograph, SOON } from './round.ts';

const REST = { reducedMotion: 'reduce' } as const;
/** As narrow as a page of 1280 px at four times its size. */
const NARROW = { viewport: { width: 320, height: 640 }, hasTouch: true, ...REST };
const PHASES = ['ankommen', 'sicht_kind', 'rueckblick', 'sicht_weitere', 'ressourcen'];
const LATER = ['vereinbarungen', 'abschluss'];

/** Every page of the story: what axe finds, what sticks out, what moves. Steps build on each other. */
describe('[UI71] every page of a meeting can be used by everybody', () => {
  let server: ServerProcess;
  let browser: Browser;
  let demo: DemoAnswer;
  let seidel: Place;
  let leon: Place;
  let aydin: Place;
  let screen: Place;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    demo = await server.demo();
    seidel = await openFor(browser, 'seidel', { ...SCREENS.laptop, ...REST });
    leon = await openFor(browser, 'leon', NARROW);
    aydin = await openFor(browser, 'aydin', { ...SCREENS.laptop, ...REST });
    screen = await openFor(browser, 'screen', { ...SCREENS.wall, ...REST });
  });

  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph([seidel, leon, aydin, screen], `access-${task.name.slice(0, 40)}`));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('the ways in: start, sign-in, home, a link that opens nothing, the question, the lobby', async () => {
    const [desk, phone] = [seidel.page, leon.page];
    await desk.goto(server.url);
    await phone.goto(server.url);
    await Promise.all([heading(desk), heading(phone)]);
    await expectClear({ start: desk, startNarrow: phone });
    await desk.goto(`${server.url}/anmelden`);
    await phone.goto(`${server.url}/j#nothing`);
    await Promise.all([heading(desk), heading(phone)]);
    await expectClear({ signIn: desk, invalid: phone });
    // The browser itself reports the link that opens nothing.
    expect(leon.troubles.splice(0).join()).toMatch(/^console: .*404[^,]*$/);
    await desk.getByLabel('E-Mail').fill(demo.signIn.email);
    await desk.getByLabel('Passwort').fill(demo.signIn.password);
    await desk.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await desk.getByRole('button', { name: 'Tisch öffnen' }).waitFor(SOON);
    await phone.goto('about:blank');
    await phone.goto(linkOf('leon'));
    await phone.getByRole('button', { name: /^Ja/ }).waitFor(SOON);
    await expectClear({ home: desk, question: phone });
    await phone.getByRole('button', { name: /^Ja/ }).click();
    await phone.getByText('holt dich gleich rein').waitFor(SOON);
    await comeToLobby(screen, demo);
    await comeToLobby(aydin, demo);
    await desk.getByRole('button', { name: 'Tisch öffnen' }).click();
    await desk.getByTestId('admit-yes').nth(2).waitFor(SOON);
    await expectClear({ lobby: phone, strip: desk, screenLobby: screen.page });
  });

  it('the table in every step, on laptop, phone and wall', async () => {
    for (const name of ['Leon', 'Herr Aydın', 'Bildschirm']) {
      await admit(seidel, name);
    }
    await screen.page.getByTestId('wall').waitFor(SOON);
    for (const phase of [...PHASES, ...LATER]) {
      await everybodyAt(phase);
      await expectClear({
        [`desk ${phase}`]: seidel.page,
        [`phone ${phase}`]: leon.page,
        [`wall ${phase}`]: screen.page,
      });
    }
  });

  it('the goals as list, board and protocol, and every tab of the phone', async () => {
    const [desk, phone] = [seidel.page, leon.page];
    await everybodyAt('ziele');
    await desk.locator('.tl-container').waitFor(SOON);
    await expectClear({ both: desk, wall: screen.page });
    for (const [mode, tab] of [
      ['Liste', 'goals'],
      ['Tafel', 'strengths'],
      ['Protokoll', 'me'],
    ] as const) {
      await desk.getByText(mode, { exact: true }).first().click();
      await phone.getByTestId(`tab-${tab}`).click();
      if (mode === 'Liste') {
        await desk.getByTestId('goal-row-1.1').click();
        await desk.getByTestId('goal-details').waitFor();
      }
      await expectClear({ [mode]: desk, [tab]: phone });
    }
    await phone.getByTestId('tab-goals').click();
    await phone.getByTestId('phone-goals').getByRole('button', { name: /1\.1/ }).first().click();
    await phone.getByTestId('goal-details').waitFor();
    await desk.getByTestId('more').click();
    await desk.getByTestId('settings').waitFor();
    await expectClear({ menu: desk, details: phone });
    await desk.keyboard.press('Escape');
  });

  it('twice as large text: everything on the desk can be reached', async () => {
    const desk = seidel.page;
    await desk.getByText('Beides', { exact: true }).first().click();
    await desk.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const found: Record<string, string[]> = {};
    for (const mode of ['Beides', 'Liste', 'Tafel', 'Protokoll']) {
      await desk.getByText(mode, { exact: true }).first().click();
      await desk
        .locator('[data-testid=protocol-preview], .tl-container, #goal-details-beside')
        .first()
        .waitFor(SOON);
      found[mode] = [...(await cutOff(desk)), ...(await covered(desk))];
    }
    await desk.getByText('Beides', { exact: true }).first().click();
    for (const phase of ['sicht_kind', 'rueckblick', 'vereinbarungen', 'abschluss']) {
      await everybodyAt(phase);
      found[phase] = [...(await cutOff(desk)), ...(await covered(desk))];
    }
    await desk.screenshot({ path: 'tests/output/access-200.png' });
    await desk.evaluate(() => {
      document.documentElement.style.fontSize = '';
    });
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  });

  it('freezing, reading and deciding', async () => {
    await everybodyAt('abschluss');
    await aydin.context.setOffline(true);
    await seidel.page.getByTestId('freeze').click();
    await Promise.all([seidel, leon].map(({ page }) => page.getByTestId('protocol-freezing').waitFor(SOON)));
    await expectClear({ freezing: seidel.page, freezingPhone: leon.page });
    await aydin.context.setOffline(false);
    await Promise.all(
      [leon, aydin].map(({ page }) => page.getByTestId('protocol-sign').waitFor({ timeout: 40_000 })),
    );
    await expectClear({ leading: seidel.page, reading: aydin.page, phone: leon.page, wall: screen.page });
    await leon.page.getByTestId('protocol-decision-bedenkzeit').check({ force: true });
    await leon.page.getByTestId('protocol-submit').click();
    await aydin.page.getByTestId('protocol-switch').click();
    await expectClear({ deciding: leon.page, whole: aydin.page });
    await decide(leon, 'mit_anmerkung', 'Leon', 'Lieber öfter.');
    await decide(aydin, 'nicht_einverstanden', 'Murat Aydın', 'Das reicht nicht.');
    await seidel.page.getByTestId('protocol-compare').click();
    await seidel.page.getByTestId('protocol-comparison').locator('table').waitFor(SOON);
    await expectClear({ decided: leon.page, compare: seidel.page });
    await expectPrintedAlone(seidel.page);
  });

  it('done, the next meeting, and a place that is over', async () => {
    const [desk, phone] = [seidel.page, leon.page];
    await desk.getByTestId('protocol-compare-back').click();
    await desk.getByTestId('protocol-seal').click();
    await desk.getByTestId('protocol-seal-confirm').waitFor();
    await expectClear({ seal: desk });
    await desk.getByTestId('protocol-seal-confirm').click();
    await desk.getByTestId('protocol-done').waitFor(SOON);
    await phone.getByTestId('protocol-done').waitFor(SOON);
    await expectClear({ done: desk, donePhone: phone, doneWall: screen.page });
    await desk.getByTestId('protocol-next').click();
    await desk.getByTestId('protocol-next-make').waitFor();
    await phone.getByTestId('tab-me').click();
    await phone.getByTestId('leave').click();
    await phone.getByTestId('leave-yes').click();
    await phone.getByTestId('phone-me').waitFor({ state: 'detached', ...SOON });
    await expectClear({ next: desk, gone: phone });
    const places = [seidel, leon, aydin, screen];
    expect(places.flatMap(({ id, troubles }) => troubles.map((one) => `${id}: ${one}`))).toEqual([]);
  });

  function linkOf(id: Place['id']): string {
    return demo.places.find((place) => place.id === id)?.url ?? '';
  }

  async function everybodyAt(phase: string): Promise<void> {
    await moveTo(seidel, phase);
    for (const { page } of [seidel, leon]) {
      await page.locator(`[data-testid=table][data-phase=${phase}]`).waitFor(SOON);
    }
  }
});

function heading(page: Page): Promise<void> {
  return page.getByRole('heading', { level: 1 }).first().waitFor(SOON);
}

/** [SG67]: what is printed is the comparison, and nothing of the product around it. */
async function expectPrintedAlone(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const printed = await page.evaluate(() => document.body.innerText);
  await page.emulateMedia({ media: null });
  const title = await page.getByTestId('protocol-comparison').getByRole('heading').first().innerText();
  expect(printed).toContain(title);
  expect(printed).toContain('Wir essen bis Ende Oktober');
  expect(printed.split(title)).toHaveLength(2);
  for (const button of ['Drucken', 'Mehr', 'Abschließen']) {
    expect(printed).not.toContain(button);
  }
}

/** No barrier, nothing that moves, and on a narrow page nothing sideways; all pages at once. */
async function expectClear(pages: Readonly<Record<string, Page>>): Promise<void> {
  const found = await Promise.all(
    Object.entries(pages).map(async ([name, page]) => {
      const narrow = (page.viewportSize()?.width ?? 0) <= 320;
      const layout = narrow ? await sideways(page) : [];
      return [name, [...layout, ...(await motion(page)), ...(await barriers(page))]] as const;
    }),
  );
  // What else there is on other pages is told in the same run.
  expect.soft(Object.fromEntries(found)).toEqual(Object.fromEntries(found.map(([name]) => [name, []])));
}
