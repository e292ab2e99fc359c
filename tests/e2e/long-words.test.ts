import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { openBrowser, SCREENS } from '../helpers/browser.ts';
import { LONG, longText, productWithLongWords } from '../helpers/long-language.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import { covered, cutOff, hintsCutOff, overlapping, sideways, torn } from './layout.ts';
import { admit, moveTo, openFor, openTable, type Place, photograph, SOON } from './round.ts';

const NARROW = { viewport: { width: 320, height: 640 }, hasTouch: true };
const STEPS = [
  'ankommen',
  'sicht_kind',
  'rueckblick',
  'sicht_weitere',
  'ressourcen',
  'vereinbarungen',
  'abschluss',
];

/** A language whose words are 1.6 times as long, on a phone of 320 px and a laptop of 1366 px. */
describe('[UI81] in a language with long words', () => {
  let copy: string;
  let server: ServerProcess;
  let browser: Browser;
  let demo: DemoAnswer;
  let seidel: Place;
  let leon: Place;

  beforeAll(async () => {
    copy = await productWithLongWords();
    [server, browser] = await Promise.all([startServer('embedded', {}, copy), openBrowser()]);
    demo = await server.demo();
    seidel = await openFor(browser, 'seidel', SCREENS.laptop);
    leon = await openFor(browser, 'leon', NARROW);
  });
  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph([seidel, leon], `long-${task.name.slice(0, 40)}`));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(copy, { recursive: true, force: true });
  });

  it('the question and the lobby fit; pages offer the language by its name', async () => {
    const { page } = leon;
    await page.goto(demo.places.find(({ id }) => id === 'leon')?.url ?? '');
    await page.getByRole('button', { name: /^Ja/ }).waitFor(SOON);
    await page.getByRole('combobox').selectOption({ label: LONG.name });
    await speaksLong(page);
    await expectFits({ question: page });
    await page.getByRole('button', { name: new RegExp(`^${longText('Ja')}`) }).click();
    await page.getByText(longText('holt dich gleich rein')).waitFor(SOON);
    await expectFits({ lobby: page });
  });

  it('the table fits in every step', async () => {
    await openTable(seidel, server.url, demo);
    await seidel.page.getByTestId('more').click();
    await seidel.page.getByTestId('settings').getByText(LONG.name, { exact: true }).click();
    await speaksLong(seidel.page);
    await expectFits({ settings: seidel.page });
    await seidel.page.keyboard.press('Escape');
    await expectFits({ strip: seidel.page });
    await admit(seidel, 'Leon');
    for (const step of STEPS) {
      await everybodyAt(step);
      await expectFits({ [`desk ${step}`]: seidel.page, [`phone ${step}`]: leon.page });
    }
  });

  it('the goals fit as list and as cards, and so does every tab of the phone', async () => {
    const [desk, phone] = [seidel.page, leon.page];
    await everybodyAt('ziele');
    await desk.locator('.tl-container [data-card]:visible').first().waitFor(SOON);
    await expectFits({ both: desk });
    for (const [mode, tab] of [
      ['Liste', 'goals'],
      ['Tafel', 'strengths'],
      ['Protokoll', 'me'],
    ] as const) {
      await desk.getByText(longText(mode), { exact: true }).first().click();
      await phone.getByTestId(`tab-${tab}`).click();
      if (mode === 'Liste') {
        await desk.getByTestId('goal-row-1.1').click();
        await desk.getByTestId('goal-details').waitFor();
      }
      if (mode === 'Protokoll') {
        await desk.getByTestId('protocol-preview').waitFor(SOON);
      }
      await expectFits({ [mode]: desk, [tab]: phone });
    }
    await phone.getByTestId('tab-goals').click();
    await phone.getByTestId('phone-goals').getByRole('button', { name: /1\.1/ }).first().click();
    await phone.getByTestId('goal-details').waitFor();
    await expectFits({ details: phone });
  });

  it('the protocol and the form of the decision fit', async () => {
    await everybodyAt('abschluss');
    await seidel.page.getByTestId('freeze').click();
    const sign = leon.page.getByTestId('protocol-sign');
    await sign.waitFor({ timeout: 40_000 });
    await expectFits({ leading: seidel.page, reading: leon.page });
    await leon.page.getByTestId('protocol-decision-mit_anmerkung').check({ force: true });
    await leon.page.getByTestId('protocol-submit').click();
    await expectFits({ deciding: leon.page });
    await leon.page.setViewportSize(SCREENS.laptop.viewport);
    await leon.page.getByTestId('protocol-submit').waitFor(SOON);
    await expectFits({ decidingOnLaptop: leon.page });
  });

  async function everybodyAt(phase: string): Promise<void> {
    await moveTo(seidel, phase);
    for (const { page } of [seidel, leon]) {
      await page.locator(`[data-testid=table][data-phase=${phase}]`).waitFor(SOON);
    }
  }
});

function speaksLong(page: Page): Promise<unknown> {
  return page.locator(`html[lang=${LONG.code}]`).waitFor(SOON);
}

/** Nothing is cut off or torn, nothing lies over something else, nothing has to be moved sideways. */
async function expectFits(pages: Readonly<Record<string, Page>>): Promise<void> {
  const found: Record<string, string[]> = {};
  for (const [name, page] of Object.entries(pages)) {
    await page.screenshot({ path: `tests/output/long-${name.replace(/\W/g, '-')}.png` });
    // What a menu covers comes back when it is closed.
    const under = (await page.locator('[role=dialog]').count()) > 0 ? [] : await covered(page);
    found[name] = [
      ...(await sideways(page)),
      ...(await cutOff(page)),
      ...(await torn(page)),
      ...(await hintsCutOff(page)),
      ...(await overlapping(page)),
      ...under,
    ];
  }
  // What else there is on other pages is told in the same run.
  expect.soft(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
}
