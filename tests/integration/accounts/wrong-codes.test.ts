import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ErrorBody } from '#shared/api/errors.ts';
import { codeOf } from '../../helpers/accounts/totp.ts';
import type { TestBrowser } from '../../helpers/app/browser.ts';
import { openTestApp, type TestApp } from '../../helpers/app.ts';

const PASSWORD = 'lang genug für alle';
const CODE = '/api/auth/two-factor/verify-totp';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp('embedded');
});
afterAll(() => app.stop());

async function signIn(email: string): Promise<TestBrowser> {
  const browser = app.browser();
  await browser.post('/api/auth/sign-in/email', { email, password: PASSWORD });
  return browser;
}

/** Somebody with a second factor; gives what their app was told. */
async function withFactor(email: string): Promise<string> {
  await app.auth.putAccount({ name: email, email, password: PASSWORD });
  const browser = await signIn(email);
  const { body } = await browser.post<{ totpURI: string }>('/api/auth/two-factor/enable', {
    password: PASSWORD,
  });
  await browser.post(CODE, { code: codeOf(body.totpURI) });
  return body.totpURI;
}

it('[AC11] ten wrong codes make the next one wait, in words, and keep nobody else out', async () => {
  await withFactor('kim@amt.example');
  const other = await withFactor('lou@amt.example');
  const answers: string[] = [];
  for (let challenge = 0; challenge < 2; challenge++) {
    const browser = await signIn('kim@amt.example');
    for (let turn = 0; turn < 5; turn++) {
      answers.push((await browser.post<ErrorBody>(CODE, { code: '000000' })).body.error);
    }
  }
  expect(answers).toEqual(new Array(10).fill('wrong_code'));
  const next = await app.browser().post<ErrorBody>('/api/auth/sign-in/email', {
    email: 'kim@amt.example',
    password: PASSWORD,
  });
  expect([next.status, next.body.message]).toEqual([
    429,
    'Das war sehr oft hintereinander. Bitte eine Minute warten, dann geht es wieder.',
  ]);
  const colleague = await signIn('lou@amt.example');
  expect((await colleague.post(CODE, { code: codeOf(other) })).status).toBe(200);
}, 60_000);
