import type { ErrorBody } from '#shared/api/errors.ts';
import type { NewPasskeyQuestion, OwnPasskey, PasskeyQuestion } from '#shared/api/passkey-answers.ts';
import type { Answer, TestBrowser } from '../app/browser.ts';
import type { TestApp } from '../app.ts';
import { Authenticator, type Wrongs } from './authenticator.ts';

/** What people do with passkeys in a browser. */

export const PASSWORD = 'lang genug für alle';
/** Where the server of these tests stands: browsers have passkeys there. */
export const ORIGIN = 'https://plan.example.org';

/** "200", or the status and the code of the refusal. */
export function said({ status, body }: Answer<unknown>): string {
  return `${status} ${(body as Partial<ErrorBody> | null)?.error ?? ''}`.trim();
}

/** Somebody new who is signed in by password. */
export async function newcomer(
  app: TestApp,
  email: string,
): Promise<{ browser: TestBrowser; accountId: string }> {
  const accountId = await app.auth.putAccount({ name: email, email, password: PASSWORD });
  return { browser: await byPassword(app, email), accountId };
}

/** A browser in which the right password was given. */
export async function byPassword(app: TestApp, email: string): Promise<TestBrowser> {
  const browser = app.browser();
  await browser.post('/api/auth/sign-in/email', { email, password: PASSWORD });
  return browser;
}

/** The question for a new passkey. */
export async function questionOf(browser: TestBrowser): Promise<NewPasskeyQuestion> {
  const { body } = await browser.post<NewPasskeyQuestion>('/api/account/passkeys/begin', {
    password: PASSWORD,
  });
  return body;
}

/** Adds a passkey to whoever is signed in there. */
export async function addPasskey(
  browser: TestBrowser,
  device = new Authenticator(ORIGIN),
  wrongs: Wrongs = {},
): Promise<{ device: Authenticator; answer: string }> {
  const made = device.make(await questionOf(browser), 'Diensthandy', wrongs);
  return { device, answer: said(await browser.post('/api/account/passkeys', made)) };
}

/** The question to whoever signs in. */
export async function signInQuestion(browser: TestBrowser): Promise<PasskeyQuestion> {
  return (await browser.post<PasskeyQuestion>('/api/passkeys/sign-in/begin')).body;
}

/** Signs in with a device; gives what was answered. */
export async function enter(
  browser: TestBrowser,
  device: Authenticator,
  wrongs: Wrongs = {},
): Promise<string> {
  const answer = device.answer(await signInQuestion(browser), wrongs);
  return said(await browser.post('/api/passkeys/sign-in', answer));
}

/** The passkeys on the own page. */
export async function passkeysOf(browser: TestBrowser): Promise<OwnPasskey[]> {
  return (await browser.get<{ passkeys: OwnPasskey[] }>('/api/account/passkeys')).body.passkeys;
}
