import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnAccount } from '#shared/api/account-answers.ts';
import { Authenticator } from '../../helpers/accounts/authenticator.ts';
import * as passkeys from '../../helpers/accounts/passkeys.ts';
import { codeOf } from '../../helpers/accounts/totp.ts';
import type { TestBrowser } from '../../helpers/app/browser.ts';
import { openTestApp, type TestApp, tokenOf } from '../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../helpers/database.ts';

const { addPasskey, byPassword, enter, newcomer, ORIGIN, PASSWORD, passkeysOf, said } = passkeys;

describe.each(USE_CASE_KINDS)('passkeys (%s)', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(kind, { baseUrl: ORIGIN });
  });
  afterAll(() => app.stop());

  const eventsOf = async (accountId: string): Promise<string[]> => {
    const rows = await app.database.sql<{ type: string }[]>`
      select type from audit_event where subject_kind = 'account' and subject_id = ${accountId} order by seq`;
    return rows.map(({ type }) => type);
  };
  const account = async (browser: TestBrowser): Promise<OwnAccount> =>
    (await browser.get<OwnAccount>('/api/account')).body;
  const remove = async (browser: TestBrowser, at = 0, password = PASSWORD): Promise<string> => {
    const passkeyId = (await passkeysOf(browser))[at]?.passkeyId;
    return said(await browser.post(`/api/account/passkeys/${passkeyId}/remove`, { password }));
  };

  it('[AK10] one is added after the password, signs in alone, has another name, and goes', async () => {
    const { browser, accountId } = await newcomer(app, 'kim@amt.example');
    expect(said(await browser.post('/api/account/passkeys/begin', { password: 'falsch' }))).toBe(
      '400 bad_request',
    );
    const { device, answer } = await addPasskey(browser);
    expect(answer).toBe('200');
    expect(await passkeysOf(browser)).toMatchObject([{ name: 'Diensthandy', lastUsedAt: null }]);
    const elsewhere = app.browser();
    expect(await enter(elsewhere, device)).toBe('200');
    expect(await account(elsewhere)).toMatchObject({ secondFactor: true, authenticator: false });
    expect([...elsewhere.cookies.keys()]).toEqual(['__Host-planrunde.session_token']);
    const [mine] = await passkeysOf(elsewhere);
    expect(mine?.lastUsedAt).not.toBeNull();
    await elsewhere.post(`/api/account/passkeys/${mine?.passkeyId}/name`, { name: 'Altes Handy' });
    const second = await addPasskey(elsewhere);
    expect((await passkeysOf(browser)).map(({ name }) => name)).toEqual(['Altes Handy', 'Diensthandy']);
    expect(await remove(browser, 0, 'falsch')).toBe('400 bad_request');
    expect(await remove(browser)).toBe('200');
    expect(await enter(app.browser(), device)).toBe('401 passkey_refused');
    expect(await enter(app.browser(), second.device)).toBe('200');
    expect(await eventsOf(accountId)).toEqual([
      'account_made',
      'signed_in',
      'passkey_added',
      'signed_in',
      'passkey_added',
      'passkey_removed',
      'signed_in',
    ]);
  });

  it('[AK11] with one the password alone opens nothing, also once the code of the app is taken away', async () => {
    const email = 'lou@amt.example';
    const { browser } = await newcomer(app, email);
    const { device } = await addPasskey(browser);
    const half = await app.browser().post<object>('/api/auth/sign-in/email', { email, password: PASSWORD });
    expect(half.body).toEqual({ twoFactorRedirect: true, twoFactorMethods: [] });
    expect((await (await byPassword(app, email)).get('/api/account')).status).toBe(401);
    const { body } = await browser.post<{ totpURI: string }>('/api/auth/two-factor/enable', {
      password: PASSWORD,
    });
    await browser.post('/api/auth/two-factor/verify-totp', { code: codeOf(body.totpURI) });
    expect(await account(browser)).toMatchObject({ secondFactor: true, authenticator: true });
    await browser.post('/api/auth/two-factor/disable', { password: PASSWORD });
    expect(await account(browser)).toMatchObject({ secondFactor: true, authenticator: false });
    expect((await (await byPassword(app, email)).get('/api/account')).status).toBe(401);
    expect(await enter(app.browser(), device)).toBe('200');
  });

  it('[AK11] the only second factor stays until another one is there', async () => {
    const { browser } = await newcomer(app, 'ben@amt.example');
    await addPasskey(browser);
    expect(await remove(browser)).toBe('409 last_second_factor');
    const { body } = await browser.post<{ totpURI: string }>('/api/auth/two-factor/enable', {
      password: PASSWORD,
    });
    // Begun is not there yet.
    expect(await remove(browser)).toBe('409 last_second_factor');
    await browser.post('/api/auth/two-factor/verify-totp', { code: codeOf(body.totpURI) });
    expect(await remove(browser)).toBe('200');
    expect(await account(browser)).toMatchObject({ secondFactor: true, authenticator: true });
  });

  it('[AK10] nobody reaches another account’s', async () => {
    const [{ browser: one }, { browser: other }] = [
      await newcomer(app, 'eins@amt.example'),
      await newcomer(app, 'zwei@amt.example'),
    ];
    const { device } = await addPasskey(one);
    const passkeyId = (await passkeysOf(one))[0]?.passkeyId;
    for (const [what, body] of [
      ['name', { name: 'meiner' }],
      ['remove', { password: PASSWORD }],
    ] as const) {
      expect(said(await other.post(`/api/account/passkeys/${passkeyId}/${what}`, body))).toBe(
        '404 not_found',
      );
    }
    // The same device does not become another person's, whoever asks it.
    const again = device.make(await passkeys.questionOf(other), 'fremd');
    expect(said(await other.post('/api/account/passkeys', again))).toBe('401 passkey_refused');
    expect(await passkeysOf(other)).toEqual([]);
    expect(await passkeysOf(one)).toMatchObject([{ name: 'Diensthandy' }]);
  });

  it('[AK13] deactivated it is told so, opened again it works, and a reset takes all away', async () => {
    const email = 'fort@amt.example';
    const admin = await administrator();
    const { accountId, browser } = await newcomer(app, email);
    const { device } = await addPasskey(browser);
    await admin.post(`/api/office/people/${accountId}/deactivate`);
    expect(await enter(app.browser(), device)).toBe('403 account_closed');
    expect((await browser.get('/api/account')).status).toBe(401);
    await admin.post(`/api/office/people/${accountId}/reactivate`);
    const back = app.browser();
    expect(await enter(back, device)).toBe('200');
    const { body } = await admin.post<{ url: string }>(`/api/office/people/${accountId}/link`);
    const anew = app.browser();
    await anew.post('/api/account-link', { token: tokenOf(body.url), password: PASSWORD });
    expect((await back.get('/api/account')).status).toBe(401);
    expect(await enter(app.browser(), device)).toBe('401 passkey_refused');
    expect(await account(anew)).toMatchObject({ secondFactor: false });
    expect(await passkeysOf(anew)).toEqual([]);
  });

  it('[AK13] a reset that comes while somebody signs in leaves no session', async () => {
    const { accountId, browser } = await newcomer(app, 'rasch@amt.example');
    const { device } = await addPasskey(browser);
    const { beginSession } = app.auth;
    app.auth.beginSession = async (...asked) => {
      await app.auth.beginAnew(accountId, PASSWORD);
      await app.auth.endSessions(accountId);
      return beginSession(...asked);
    };
    const late = app.browser();
    expect(await enter(late, device)).toBe('401 passkey_refused');
    app.auth.beginSession = beginSession;
    expect(late.cookies.size).toBe(0);
    const left = await app.database.sql`select from "session" where "userId" = ${accountId}`;
    expect(left).toHaveLength(0);
  });

  async function administrator(): Promise<TestBrowser> {
    const email = 'ada@amt.example';
    await app.auth.putAccount({ name: 'Ada', email, password: PASSWORD, role: 'verwaltung' });
    const browser = await byPassword(app, email);
    expect(said(await browser.get('/api/office/people'))).toBe('403 factor_missing');
    // A passkey is a second factor as a code is.
    await addPasskey(browser, new Authenticator(ORIGIN));
    expect(said(await browser.get('/api/office/people'))).toBe('200');
    return browser;
  }
});
