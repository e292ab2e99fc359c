import type { Browser, CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPlace, SCREENS } from '../helpers/browser.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import { barriers } from './axe.ts';

const PASSWORD = 'ein ganzer Satz als Passwort';

let server: ServerProcess;
let browser: Browser;
/** Browsers have passkeys for names alone. */
let home: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('embedded', { EXAMPLE: 'off' }), openBrowser()]);
  home = `http://localhost:${server.port}`;
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

/** A device that holds passkeys and says yes at once to whoever asks, until it is told not to. */
class Device {
  readonly #line: CDPSession;
  readonly #id: string;

  private constructor(line: CDPSession, id: string) {
    this.#line = line;
    this.#id = id;
  }

  static async plugIn(page: Page): Promise<Device> {
    const line = await page.context().newCDPSession(page);
    await line.send('WebAuthn.enable');
    const { authenticatorId } = await line.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return new Device(line, authenticatorId);
  }

  async says(yes: boolean): Promise<void> {
    const authenticatorId = this.#id;
    await this.#line.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: yes });
  }

  async unplug(): Promise<void> {
    await this.#line.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: this.#id });
  }
}

/** Makes the office with an administrator who is signed in here. */
async function setUp(page: Page): Promise<void> {
  const [, token = ''] = /\/einrichten#(\S+)/.exec(server.output()) ?? [];
  await page.goto(`${home}/anmelden`);
  const status = await page.evaluate(
    async ([given, password]) => {
      const contacts = { address: '', phone: '', email: '', ombudsPhone: '0800', complaint: '' };
      const office = { name: 'Amt', ombudsName: 'Ombudsstelle', ...contacts };
      const account = { name: 'Ada Amt', email: 'ada@amt.example', password };
      const answer = await fetch('/api/setup', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: given, office, account }),
      });
      return answer.status;
    },
    [token, PASSWORD] as const,
  );
  expect(status).toBe(200);
}

async function add(page: Page, name: string): Promise<void> {
  const part = page.getByRole('region', { name: 'Passkeys' });
  await part.getByLabel('Name des Passkeys').last().fill(name);
  await part.getByLabel('Jetziges Passwort').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await part.getByRole('listitem').filter({ hasText: name }).waitFor();
  await part.getByText('Der Passkey ist da.').waitFor();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Abmelden' }).first().click();
  await page.waitForURL(`${home}/`);
  await page.goto(`${home}/anmelden`);
}

describe('passkeys in a browser', () => {
  it('[AK10] [AK11] one is added, signs in, is asked for beside the password, and is removed', async () => {
    const { page, context, troubles } = await openPlace(browser, SCREENS.laptop);
    const first = await Device.plugIn(page);
    await setUp(page);
    await page.goto(`${home}/konto`);
    await add(page, 'Handy');
    await page.getByRole('button', { name: 'Umbenennen' }).press('Enter');
    await page.getByRole('listitem').getByLabel('Name des Passkeys').fill('Diensthandy');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'Diensthandy' }).waitFor();
    await mustSuitEverybody(page);

    await first.says(false);
    await signOut(page);
    const enter = page.getByRole('button', { name: 'Mit Passkey anmelden' });
    await enter.waitFor();
    await mustSuitEverybody(page);
    // Whom the device did not answer at once it answers no more.
    await first.says(true);
    await enter.press('Enter');
    await page.getByRole('heading', { name: 'Verwaltung' }).waitFor();

    await first.says(false);
    await signOut(page);
    await page.getByLabel('E-Mail').fill('ada@amt.example');
    await page.getByLabel('Passwort').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Passkey benutzen' }).waitFor();
    await enter.waitFor();
    await mustSuitEverybody(page);
    await first.says(true);
    await enter.press('Enter');
    await page.getByRole('heading', { name: 'Verwaltung' }).waitFor();

    await page.goto(`${home}/konto`);
    await removeFirst(page);
    await page.getByRole('alert').filter({ hasText: 'der einzige zweite Faktor' }).waitFor();
    await mustSuitEverybody(page);
    await page.getByRole('button', { name: 'Behalten' }).press('Enter');
    await first.unplug();
    await Device.plugIn(page);
    await add(page, 'Schlüssel');
    await removeFirst(page);
    await page.getByRole('listitem').filter({ hasText: 'Diensthandy' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('listitem').filter({ hasText: 'Schlüssel' }).count()).toBe(1);
    // Refusals are answers with a status, which a browser also writes into its console; so is the home of tables.
    expect(troubles.filter((trouble) => !/status of 40[139]/.test(trouble))).toEqual([]);
    await context.close();
  }, 120_000);

  async function removeFirst(page: Page): Promise<void> {
    const passkey = page.getByRole('listitem').filter({ hasText: 'Diensthandy' });
    await passkey.getByRole('button', { name: 'Entfernen' }).press('Enter');
    await passkey.getByLabel('Jetziges Passwort').fill(PASSWORD);
    await page.keyboard.press('Enter');
  }

  it('[AK14] at an address in numbers none is offered', async () => {
    const { page, context } = await openPlace(browser, SCREENS.phone);
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(`${server.url}/anmelden`);
    await page.getByRole('button', { name: 'Anmelden', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Mit Passkey anmelden' }).count()).toBe(0);
    expect(loaded.filter((url) => /device-|passkeys/.test(url))).toEqual([]);
    await context.close();
  });
});
