import type { Browser, BrowserContext } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DemoAnswer, DemoPlace } from '#shared/api/answers.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import { openBrowser } from '../helpers/browser.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import {
  addGoal,
  admit,
  comeToLobby,
  decide,
  moveTo,
  openTab,
  openTable,
  type Place,
  photograph,
  row,
  SOON,
  saved,
  showList,
} from './round.ts';

const GUESTS = ['leon', 'krueger', 'wegner', 'aydin', 'screen'] as const;
const ODD = [
  'Ich will 👨‍👩‍👧‍👦 öfter sehen 🏊🏽‍♀️ 学校 Ğ ø',
  'أريد أن أرى أبي كل أسبوع، من 9 إلى 17',
  '<script>alert(1)</script><img src=x onerror=alert(2)>',
];

/** Six people in six tabs of one browser, with one box of cookies. Steps build on each other. */
describe('[UI72] one browser, many people', () => {
  let server: ServerProcess;
  let browser: Browser;
  let context: BrowserContext;
  let demo: DemoAnswer;
  let tabs: Record<DemoPlace['id'], Place>;
  const dialogs: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    demo = await server.demo();
    context = await browser.newContext({
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
      viewport: { width: 1440, height: 800 },
    });
    const ids = ['seidel', ...GUESTS] as const;
    const opened = await Promise.all(ids.map(async (id) => [id, await openTab(context, id)] as const));
    tabs = Object.fromEntries(opened) as typeof tabs;
    for (const { page } of Object.values(tabs)) {
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        dialog.dismiss().catch(() => undefined);
      });
    }
  });

  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph(Object.values(tabs), `together-${task.name.slice(0, 40)}`));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('all come in side by side, and each tab is who it was after a reload', async () => {
    await openTable(tabs.seidel, server.url, demo);
    await Promise.all(GUESTS.map((id) => comeToLobby(tabs[id], demo)));
    for (const name of ['Leon', 'Herr Krüger', 'Frau Wegner', 'Herr Aydın', 'Bildschirm']) {
      await admit(tabs.seidel, name);
    }
    await expectEverybodyInPlace();
    await Promise.all(Object.values(tabs).map(({ page }) => page.reload()));
    await expectEverybodyInPlace();
  });

  it('Leon reads English, the others German, and the plan stays as it was written', async () => {
    const { leon, krueger, seidel, screen } = tabs;
    await moveTo(seidel, 'ziele');
    await leon.page.getByTestId('more').click();
    await leon.page.getByText('English', { exact: true }).click();
    await leon.page.getByText('Make the text bigger').waitFor(SOON);
    await leon.page.keyboard.press('Escape');
    await leon.page.getByText('List', { exact: true }).click();
    await leon.page.reload();
    await leon.page.getByText('List', { exact: true }).click();
    expect(await leon.page.locator('html').getAttribute('lang')).toBe('en');
    for (const { page } of [krueger, seidel, screen]) {
      expect(await page.locator('html').getAttribute('lang')).toBe('de');
    }
    await krueger.page.reload();
    await showList(krueger);
    expect(await krueger.page.locator('html').getAttribute('lang')).toBe('de');
    const sentences = ({ page }: Place) => page.locator('[role=treeitem] p[dir=auto]').allInnerTexts();
    await leon.page.getByTestId('goal-row-1.1').waitFor(SOON);
    const [english, german] = [await sentences(leon), await sentences(krueger)];
    expect(english.length).toBeGreaterThan(5);
    expect(english).toEqual(german);
  });

  it('[UI73] odd words are shown as words and kept to the letter', async () => {
    const { leon, krueger, seidel, screen } = tabs;
    await showList(seidel);
    for (const words of ODD) {
      await addGoal(krueger, words);
      await row(seidel, words).waitFor(SOON);
      expect(await row(seidel, words).locator('p[dir=auto]').innerText()).toBe(words);
    }
    await moveTo(seidel, 'sicht_kind');
    const editor = leon.page.getByTestId('editor-sicht_kind');
    await editor.click();
    for (const words of ODD) {
      await leon.page.keyboard.insertText(words);
      await leon.page.keyboard.press('Enter');
    }
    for (const { page } of [seidel, screen]) {
      for (const words of ODD) {
        await page.getByText(words).first().waitFor(SOON);
      }
    }
    await saved(krueger);
    await leon.page.getByText('saved', { exact: true }).first().waitFor(SOON);
    await leon.page.reload();
    await editor.waitFor(SOON);
    expect((await editor.locator('p').allInnerTexts()).filter((line) => line.trim() !== '')).toEqual(ODD);
  });

  it('[UI73] a very long text is kept; a longer one is refused in words and not lost', async () => {
    const { krueger, seidel } = tabs;
    await moveTo(seidel, 'ziele');
    await Promise.all([showList(krueger), showList(seidel)]);
    const long = `Lang: ${'ä'.repeat(10_000)} Ende.`;
    await addGoal(krueger, long);
    await row(seidel, 'Ende.').waitFor(SOON);
    expect(await row(seidel, 'Ende.').locator('p[dir=auto]').innerText()).toBe(long);
    const tooLong = `Zu lang: ${'x'.repeat(LIMITS.fieldChars)} Schluss.`;
    await addGoal(krueger, tooLong);
    await expectRefused(krueger, tooLong);
    await addGoal(krueger, 'Kurz.');
    await row(seidel, 'Kurz.').waitFor(SOON);
    await row(krueger, 'Kurz.').dblclick();
    await krueger.page.getByTestId('goal-sentence').fill(tooLong);
    await expectRefused(krueger, tooLong);
    await row(seidel, 'Kurz.').waitFor(SOON);
    expect(await seidel.page.getByText('Schluss.').count()).toBe(0);
    await saved(krueger);
  });

  it('two sign in two tabs, each for themselves', async () => {
    const { seidel, leon, krueger } = tabs;
    await moveTo(seidel, 'abschluss');
    await seidel.page.getByTestId('freeze').click();
    await Promise.all(
      [leon, krueger].map(({ page }) => page.getByTestId('protocol-sign').waitFor({ timeout: 40_000 })),
    );
    await krueger.page.getByTestId('protocol-decision-nicht_einverstanden').check({ force: true });
    await decide(leon, 'mit_anmerkung', 'Leon', ODD.join(' '));
    expect(await krueger.page.getByTestId('protocol-decided').count()).toBe(0);
    await decide(krueger, 'nicht_einverstanden', 'Thomas Krüger', ODD[2]);
    expect(await leon.page.getByTestId('protocol-said').innerText()).toContain(ODD.join(' '));
    const decided = seidel.page.getByTestId('protocol-round-decided');
    await decided.getByText('Herr Krüger').waitFor(SOON);
    expect(await decided.getByRole('listitem').count()).toBe(2);
  });

  it('Frau Seidel signs out, and only she', async () => {
    const { seidel } = tabs;
    const place = seidel.page.url();
    await seidel.page.goto(`${server.url}/heute`);
    await seidel.page.getByRole('button', { name: 'Abmelden' }).click();
    await seidel.page.waitForURL(`${server.url}/`);
    await seidel.page.goto(place);
    await seidel.page.getByRole('link').or(seidel.page.getByRole('heading')).first().waitFor(SOON);
    await expect.poll(() => seidel.page.getByTestId('table').count(), SOON).toBe(0);
    for (const id of GUESTS) {
      await tabs[id].page.reload();
      await tabs[id].page.getByTestId(id === 'screen' ? 'wall' : 'protocol-pane').waitFor(SOON);
    }
  });

  it('nothing that was typed has ever run, and no page made an error', () => {
    expect(dialogs).toEqual([]);
    const troubles = Object.values(tabs).flatMap((tab) => tab.troubles.map((one) => `${tab.id}: ${one}`));
    expect(troubles).toEqual([]);
  });

  /** Each tab shows its own person as the one who sits there. */
  async function expectEverybodyInPlace(): Promise<void> {
    await tabs.screen.page.getByTestId('wall').waitFor(SOON);
    for (const id of ['seidel', 'leon', 'krueger', 'wegner', 'aydin'] as const) {
      const { page } = tabs[id];
      await page.getByTestId('table').waitFor(SOON);
      const own = page.getByTestId('round').getByRole('listitem').filter({ hasText: OWN[id] });
      await own.waitFor(SOON);
    }
  }

  async function expectRefused({ page }: Place, words: string): Promise<void> {
    const box = page.getByRole('alert').filter({ hasText: 'Nicht übernommen' });
    await box.getByText('zu lang für diese Stelle').waitFor(SOON);
    expect(await box.locator('blockquote').innerText()).toBe(words);
    await box.getByRole('button', { name: 'Weglegen' }).click();
    await box.waitFor({ state: 'detached' });
  }
});

const OWN = {
  seidel: /Frau Seidel.*leiten|Frau Seidel.*Sie/,
  leon: /Leon.*du/,
  krueger: /Herr Krüger.*Sie/,
  wegner: /Frau Wegner.*Sie/,
  aydin: /Herr Aydın.*Sie/,
};
