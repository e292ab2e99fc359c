import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../helpers/accounts/totp.ts';
import { openBrowser, openPlace, SCREENS } from '../helpers/browser.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import { barriers } from './axe.ts';

const PASSWORD = 'ein ganzer Satz als Passwort';

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('embedded', { EXAMPLE: 'off' }), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A page that everybody can use: on a phone and on a laptop, nothing sticks out, axe finds nothing. */
async function mustSuitEverybody(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
  for (const { viewport } of [SCREENS.phone, SCREENS.laptop]) {
    await page.setViewportSize(viewport);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
  }
}

/** What the app would show for the key that stands beside the picture. */
async function codeOnPage(page: Page): Promise<string> {
  const key = (await page.getByTestId('factor-secret').innerText()).replaceAll(' ', '');
  return codeOf(`otpauth://totp/x?secret=${key}`);
}

describe('accounts of an office', () => {
  it('[AK1] [AK2] [AK3] the first start leads to an office with an administrator, by keys alone', async () => {
    const { page, context } = await openPlace(browser, SCREENS.laptop);
    const [address = ''] = /http\S+\/einrichten#\S+/.exec(server.output()) ?? [];
    await page.goto(address);
    await page.getByRole('heading', { name: 'Planrunde einrichten' }).waitFor();
    expect(page.url()).not.toContain('#');
    await mustSuitEverybody(page);
    await page.getByLabel('Name des Amtes').fill('Jugendamt Musterstadt');
    await page.getByLabel('Neues Passwort').fill(PASSWORD);
    await page.reload();
    expect(await page.getByLabel('Name des Amtes').inputValue()).toBe('Jugendamt Musterstadt');
    expect(await page.getByLabel('Neues Passwort').inputValue()).toBe('');
    await page.getByLabel('Neues Passwort').fill(PASSWORD);
    await page.keyboard.press('Enter');
    // The cursor is where something is missing.
    await page.getByRole('alert').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
      .toBe('ombudsName');
    await mustSuitEverybody(page);
    await page.keyboard.type('Ombudsstelle Musterland');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0800 111 222');
    await page.getByLabel('Vor- und Nachname').fill('Ada Amt');
    await page.getByLabel('E-Mail', { exact: true }).fill('ada@amt.example');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Code zum Einlesen zeigen' }).press('Enter');
    await page.getByTestId('factor-secret').waitFor();
    await mustSuitEverybody(page);
    await page.getByLabel('Sechs Ziffern aus der App').fill(await codeOnPage(page));
    await page.keyboard.press('Enter');
    await page.getByTestId('recovery-codes').waitFor();
    await mustSuitEverybody(page);
    const printed = await page.getByTestId('recovery-codes').getByRole('listitem').first().innerText();
    await page.getByRole('button', { name: 'Ich habe die Codes' }).press('Enter');
    await page.getByRole('heading', { name: 'Verwaltung' }).waitFor();
    await mustSuitEverybody(page);
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
    expect(kept).not.toMatch(/einrichten|setup|Passwort/);
    await signInWith(page, printed);
    await page.goto('about:blank');
    await page.goto(address);
    await page.getByRole('heading', { name: 'Diese Adresse hat ihren Dienst getan' }).waitFor();
    await context.close();
  });

  async function signInWith(page: Page, printed: string): Promise<void> {
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.waitForURL(`${server.url}/`);
    await page.goto(`${server.url}/anmelden`);
    await page.getByLabel('E-Mail').fill('ada@amt.example');
    await page.getByLabel('Passwort').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByLabel('Sechs Ziffern aus der App').fill('12');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain('sechs Ziffern');
    await page.getByRole('button', { name: /Ausgedruckten Code/ }).click();
    await mustSuitEverybody(page);
    await page.getByLabel('Wiederherstellungscode').fill(printed.toUpperCase());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Verwaltung' }).waitFor();
  }
});
