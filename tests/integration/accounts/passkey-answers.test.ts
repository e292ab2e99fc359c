import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ErrorBody } from '#shared/api/errors.ts';
import { Authenticator } from '../../helpers/accounts/authenticator.ts';
import * as passkeys from '../../helpers/accounts/passkeys.ts';
import { openTestApp, type TestApp } from '../../helpers/app.ts';

const { addPasskey, enter, newcomer, ORIGIN, passkeysOf, said, signInQuestion } = passkeys;
const SIX_MINUTES = 6 * 60_000;

let app: TestApp;
let clock = 0;
beforeAll(async () => {
  app = await openTestApp('embedded', { baseUrl: ORIGIN, now: () => new Date(Date.now() + clock) });
});
afterAll(() => app.stop());

it('[AK12] what is wrong about an answer is one refusal, and nobody is signed in', async () => {
  const { browser } = await newcomer(app, 'kim@amt.example');
  const { device } = await addPasskey(browser);
  const { accountId } = await newcomer(app, 'fremd@amt.example');
  const wrongs = [
    { forged: true },
    { origin: 'https://plan.example.com' },
    { rpId: 'example.org' },
    { unverified: true },
    { userHandle: Buffer.from(accountId).toString('base64url') },
  ];
  for (const wrong of wrongs) {
    const stranger = app.browser();
    expect(`${JSON.stringify(wrong)} ${await enter(stranger, device, wrong)}`).toBe(
      `${JSON.stringify(wrong)} 401 passkey_refused`,
    );
    expect(stranger.cookies.size).toBe(0);
  }
  // Of a passkey that nobody has.
  expect(await enter(app.browser(), new Authenticator(ORIGIN), { userHandle: 'YQ' })).toBe(
    '401 passkey_refused',
  );
  expect(await enter(app.browser(), device)).toBe('200');
});

it('[AK12] a question is answered once, in time, and was asked here', async () => {
  const { browser } = await newcomer(app, 'lou@amt.example');
  const { device } = await addPasskey(browser);
  const question = await signInQuestion(browser);
  const give = async (answer: object): Promise<string> =>
    said(await app.browser().post('/api/passkeys/sign-in', answer));
  const answer = device.answer(question);
  expect(await give(answer)).toBe('200');
  expect(await give(answer)).toBe('401 passkey_over');
  expect(await give(device.answer(question))).toBe('401 passkey_over');
  const old = device.answer(await signInQuestion(browser));
  clock = SIX_MINUTES;
  expect(await give(old)).toBe('401 passkey_over');
  clock = 0;
  const made = device.answer(question, { challenge: Buffer.alloc(56).toString('base64url') });
  expect(await give(made)).toBe('401 passkey_over');
  // A question for a new passkey signs nobody in.
  expect(await give(device.answer(await passkeys.questionOf(browser)))).toBe('401 passkey_over');
});

it('[AK12] a counter that goes back is refused and written down; a device that does not count is taken', async () => {
  const { browser, accountId } = await newcomer(app, 'ben@amt.example');
  const { device } = await addPasskey(browser);
  expect(await enter(app.browser(), device, { counter: 9 })).toBe('200');
  for (const counter of [9, 8, 0]) {
    expect(await enter(app.browser(), device, { counter })).toBe('401 passkey_refused');
  }
  expect(await enter(app.browser(), device, { counter: 10 })).toBe('200');
  const [row] = await app.database.sql<{ times: number }[]>`select count(*)::int as times from audit_event
    where subject_id = ${accountId} and type = 'passkey_counter_back'`;
  expect(row?.times).toBe(3);
  const silent = await addPasskey(browser, new Authenticator(ORIGIN, 0));
  expect(await enter(app.browser(), silent.device)).toBe('200');
  expect(await enter(app.browser(), silent.device)).toBe('200');
});

it('[AK12] a new passkey answers the question of its own session, verified, for this page', async () => {
  const { browser } = await newcomer(app, 'neu@amt.example');
  const other = await passkeys.byPassword(app, 'neu@amt.example');
  for (const wrong of [
    { origin: 'http://plan.example.org' },
    { rpId: 'example.org' },
    { unverified: true },
  ]) {
    expect((await addPasskey(browser, new Authenticator(ORIGIN), wrong)).answer).toBe('401 passkey_refused');
  }
  const made = new Authenticator(ORIGIN).make(await passkeys.questionOf(other), 'geliehen');
  expect(said(await browser.post('/api/account/passkeys', made))).toBe('401 passkey_over');
  expect(await passkeysOf(browser)).toEqual([]);
  const right = new Authenticator(ORIGIN).make(await passkeys.questionOf(browser), '');
  const header = { 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/150.0' };
  expect(said(await browser.post('/api/account/passkeys', right, header))).toBe('200');
  expect(said(await browser.post('/api/account/passkeys', right))).toBe('401 passkey_over');
  expect(await passkeysOf(browser)).toMatchObject([{ name: 'Firefox, Linux' }]);
});

it('[AC11] wrong answers of one passkey wait after ten, and nobody else does', async () => {
  const { browser } = await newcomer(app, 'viel@amt.example');
  const { device } = await addPasskey(browser);
  const other = await addPasskey((await newcomer(app, 'ruhig@amt.example')).browser);
  for (let turn = 0; turn < 10; turn++) {
    expect(await enter(app.browser(), device, { forged: true })).toBe('401 passkey_refused');
  }
  expect(await enter(app.browser(), device)).toBe('429 rate_limited');
  expect(await enter(app.browser(), other.device)).toBe('200');
});

it('[AK10] an account has twenty at most', async () => {
  const { browser, accountId } = await newcomer(app, 'alle@amt.example');
  await app.database.sql`
    insert into passkey (id, account_id, name, credential_id, public_key, counter)
    select 'many ' || n, ${accountId}, n, 'many ' || n, '', 0 from generate_series(1, 19) n`;
  const last = await passkeys.questionOf(browser);
  expect((await addPasskey(browser)).answer).toBe('200');
  const begun = await browser.post<ErrorBody>('/api/account/passkeys/begin', {
    password: passkeys.PASSWORD,
  });
  expect(begun.body.fields?.[0]?.reason).toContain('20 Passkeys');
  // Also where the question was put while there was room.
  const made = new Authenticator(ORIGIN).make(last, 'einundzwanzig');
  expect(said(await browser.post('/api/account/passkeys', made))).toBe('400 bad_request');
});
