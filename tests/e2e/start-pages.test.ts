import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { openBrowser, openPlace, SCREENS } from '../helpers/browser.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function demo(page: Page): Promise<DemoAnswer> {
  return (await page.request.get(`${server.url}/api/demo`)).json() as Promise<DemoAnswer>;
}

async function signIn(page: Page): Promise<void> {
  const { signIn: account } = await demo(page);
  await page.goto(`${server.url}/anmelden`);
  await page.getByLabel('E-Mail').fill(account.email);
  await page.getByLabel('Passwort').fill(account.password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.waitForURL('**/heute');
}

/** Ids of the rules that a page breaks. */
async function brokenRules(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** How far a page can be moved sideways, in pixels. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe('start pages', () => {
  it('[UI63] one press opens the table as Frau Seidel, a link opens Leon’s place', async () => {
    const { page, context, troubles } = await openPlace(browser, SCREENS.laptop);
    await page.goto(server.url);
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: /Öffnen Frau Seidel/ }).click();
    await (await opened).waitForURL('**/p/*');
    const link = page.getByRole('link', { name: /Öffnen Leon/ });
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('href')).toMatch(/\/j#.{20,}/);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('[ME21] the language chosen on a start page is spoken at the table that is opened there', async () => {
    const { page, context } = await openPlace(browser, SCREENS.laptop);
    await page.goto(server.url);
    await page.getByRole('button', { name: 'English' }).click();
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: /^Open Frau Seidel/ }).click();
    const table = await opened;
    await table.getByTestId('table').waitFor();
    expect(await table.locator('html').getAttribute('lang')).toBe('en');
    await context.close();
  });

  it('[UI64] putting the example back asks first, and then old places are closed', async () => {
    const { page, context } = await openPlace(browser, SCREENS.laptop);
    await page.goto(server.url);
    const before = await demo(page);
    await page.getByRole('button', { name: 'Beispiel zurücksetzen' }).click();
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(await demo(page)).toEqual(before);
    await page.getByRole('button', { name: 'Beispiel zurücksetzen' }).click();
    await page.getByRole('button', { name: 'Zurücksetzen', exact: true }).click();
    await page.getByText('Das Beispiel liegt wieder da wie am Anfang.').waitFor();
    expect((await demo(page)).places).not.toEqual(before.places);
    await context.close();
  });

  it('[UI67] a wrong password is told in words and the e-mail stays', async () => {
    const { page, context } = await openPlace(browser, SCREENS.laptop);
    const { signIn: account } = await demo(page);
    await page.goto(`${server.url}/anmelden`);
    await page.getByLabel('E-Mail').fill(account.email);
    await page.getByLabel('Passwort').fill('streng geheim');
    await page.reload();
    expect(await page.getByLabel('E-Mail').inputValue()).toBe(account.email);
    const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
    expect(kept).not.toContain('streng geheim');
    await page.getByLabel('E-Mail').fill(account.email);
    await page.getByLabel('Passwort').fill('ganz falsch');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain('passen nicht zusammen');
    expect(await page.getByLabel('E-Mail').inputValue()).toBe(account.email);
    await context.close();
  });

  it('[UI65] [UI66] the home shows today’s meeting, gives a new link that works, and lets go', async () => {
    const { page, context, troubles } = await openPlace(browser, SCREENS.laptop);
    await signIn(page);
    await page.getByRole('heading', { name: 'Leon W.' }).waitFor();
    const row = page.getByRole('listitem').filter({ hasText: 'Frau Berg hat den Link noch nicht geöffnet' });
    await row.getByRole('button', { name: 'Neuen Link anzeigen' }).click();
    const link = await page.getByLabel('Persönlicher Link').inputValue();
    await page.getByRole('button', { name: 'Fertig' }).click();
    const guest = await openPlace(browser, SCREENS.phone);
    await guest.page.goto(link);
    await guest.page.getByRole('heading', { name: /Frau Berg/ }).waitFor();
    expect(troubles).toEqual([]);
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.waitForURL(`${server.url}/`);
    await page.goto(`${server.url}/heute`);
    await page.waitForURL('**/anmelden');
    await context.close();
    await guest.context.close();
  });

  it('[AC18] who said "Nein" by mistake comes back from that page', async () => {
    const { page, context } = await openPlace(browser, SCREENS.phone);
    await page.goto((await demo(page)).places.find(({ id }) => id === 'leon')?.url ?? '');
    await page.getByRole('button', { name: 'Nein' }).click();
    await page.getByRole('heading', { name: 'Kein Problem.' }).waitFor();
    await page.getByRole('button', { name: /ich bin es/ }).click();
    await page.getByRole('button', { name: 'Ja, ich bin Leon' }).click();
    await page.getByText('Frau Seidel holt dich gleich rein').waitFor();
    await context.close();
  });

  it('[UI16] a browser that keeps no cookies is told so; one without the link is told to open it', async () => {
    const { page, context } = await openPlace(browser, SCREENS.phone);
    await page.route('**/api/links/exchange', async (route) => {
      const answer = await route.fetch();
      const { 'set-cookie': _kept, ...headers } = answer.headers();
      // What was fetched has put its cookie into the browser already.
      await context.clearCookies();
      await route.fulfill({ response: answer, headers });
    });
    await page.goto((await demo(page)).places.find(({ id }) => id === 'leon')?.url ?? '');
    await page.getByRole('heading', { name: 'Dieser Browser merkt sich nichts.' }).waitFor();
    const other = await openPlace(browser, SCREENS.phone);
    await other.page.goto(page.url());
    await other.page.getByRole('heading', { name: 'Hier fehlt der persönliche Link.' }).waitFor();
    await context.close();
    await other.context.close();
  });

  it('[UI60] every start page is legible and reachable, from 320 px and in both themes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, context } = await openPlace(browser, {
        viewport: { width: 320, height: 640 },
        reducedMotion: 'reduce',
        colorScheme,
      });
      await page.goto(server.url);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await brokenRules(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
      await page.goto(`${server.url}/anmelden`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await brokenRules(page)).toEqual([]);
      await signIn(page);
      await page.getByRole('heading', { name: 'Leon W.' }).waitFor();
      expect(await brokenRules(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
      await context.close();
    }
  });
});
