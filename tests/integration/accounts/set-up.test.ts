import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSetupAddress } from '#server/accounts/set-up.ts';
import type { OfficeAnswer, OwnAccount } from '#shared/api/account-answers.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import { codeOf } from '../../helpers/accounts/totp.ts';
import type { TestBrowser } from '../../helpers/app/browser.ts';
import { openTestApp, type TestApp, tokenOf } from '../../helpers/app.ts';
import { DATABASE_KINDS } from '../../helpers/database.ts';

const OFFICE = {
  name: 'Jugendamt Musterstadt',
  address: 'Am Markt 1\n12345 Musterstadt',
  phone: '0123 456-0',
  email: 'jugendamt@musterstadt.example',
  ombudsName: 'Ombudsstelle Musterland',
  ombudsPhone: '0800 111 222',
  complaint: 'Bei der Leitung des Jugendamts, Frau Amt, Telefon 0123 456-1.',
};
const ADMIN = { name: 'Ada Amt', email: 'Ada@amt.example', password: 'ein ganzer Satz als Passwort' };

describe.each(DATABASE_KINDS)('setting up an office (%s)', (kind) => {
  let app: TestApp;
  let now = new Date();
  let admin: TestBrowser;
  beforeAll(async () => {
    app = await openTestApp(kind, { now: () => now });
    admin = app.browser();
  });
  afterAll(() => app.stop());

  const address = async (): Promise<string> => {
    const made = await makeSetupAddress(app.ctx, app.url);
    return tokenOf(made?.url ?? '');
  };
  const setUp = (token: string, change: object = {}) =>
    app.browser().post<ErrorBody>('/api/setup', { token, office: OFFICE, account: ADMIN, ...change });

  it('[AK1] an address that is over, was made anew or is none says so, and opens nothing', async () => {
    const first = await address();
    const second = await address();
    const codes = async (token: string): Promise<string> => {
      const answer = await app.browser().post<ErrorBody>('/api/setup/look', { token });
      return `${answer.status} ${answer.body.error}`;
    };
    expect(await codes(first)).toBe('404 link_invalid');
    expect(await codes('made up')).toBe('404 link_invalid');
    expect((await app.browser().post<OfficeAnswer>('/api/setup/look', { token: second })).status).toBe(200);
    now = new Date(now.getTime() + 25 * 3_600_000);
    expect(await codes(second)).toBe('410 link_expired');
    expect((await setUp(second)).status).toBe(410);
    now = new Date();
  });

  it('[AK1] only hashes of the tokens are stored', async () => {
    const token = await address();
    const rows = await app.database.sql`select * from account_link`;
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('[AK2] what does not fit is told by field, and the address still opens', async () => {
    const token = await address();
    const short = await setUp(token, { account: { ...ADMIN, password: 'zu kurz' } });
    expect(short.body.fields).toEqual([
      { field: 'account.password', reason: 'Bitte mindestens 12 Zeichen. Ein ganzer Satz ist gut.' },
    ]);
    const nameless = await setUp(token, { office: { ...OFFICE, ombudsPhone: ' ' } });
    expect(nameless.body.fields).toEqual([{ field: 'office.ombudsPhone', reason: 'Hier fehlt noch etwas.' }]);
    await app.auth.putAccount({
      name: 'Karl Kollege',
      email: 'karl@amt.example',
      password: 'lang genug 12345',
    });
    const taken = await setUp(token, { account: { ...ADMIN, email: 'KARL@amt.example' } });
    expect(taken.body.fields?.[0]?.field).toBe('account.email');
    expect((await app.browser().post('/api/setup/look', { token })).status).toBe(200);
  });

  it('[AK2] of many who use one address at once one sets up, and all others hear that it is done', async () => {
    const token = await address();
    const orders = Array.from({ length: 4 }, (_, turn) =>
      setUp(token, { account: { ...ADMIN, email: turn === 0 ? ADMIN.email : `x${turn}@amt.example` } }),
    );
    const answers = await Promise.all(orders);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
    const rows = await app.database.sql`select role from staff where role = 'verwaltung'`;
    expect(rows.length).toBe(1);
    // Whoever won is the administrator from here on.
    await app.database.sql`update "user" set "email" = 'ada@amt.example', "name" = ${ADMIN.name}
      where "id" = (select account_id from staff where role = 'verwaltung')`;
  });

  it('[AK2] afterwards no address is made, and an open one is used up', async () => {
    expect(await makeSetupAddress(app.ctx, app.url)).toBeNull();
  });

  it('[AK3] an administrator without a second factor sets one up, and does nothing else', async () => {
    const signedIn = await admin.post('/api/auth/sign-in/email', {
      email: 'ada@amt.example',
      password: ADMIN.password,
    });
    expect(signedIn.status).toBe(200);
    expect((await admin.get<OwnAccount>('/api/account')).body).toEqual({
      name: ADMIN.name,
      email: 'ada@amt.example',
      role: 'verwaltung',
      secondFactor: false,
      authenticator: false,
    });
    expect((await admin.get<ErrorBody>('/api/office')).body.error).toBe('factor_missing');
    expect((await admin.get<ErrorBody>('/api/staff/home')).body.error).toBe('forbidden');
    const wrong = await admin.post<ErrorBody>('/api/auth/two-factor/enable', { password: 'falsch' });
    expect(wrong.body.fields?.[0]?.field).toBe('password');
  });

  it('[AK3] a second factor counts once its first code was right; the session goes on', async () => {
    const { body } = await admin.post<{ totpURI: string; backupCodes: string[] }>(
      '/api/auth/two-factor/enable',
      { password: ADMIN.password },
    );
    expect(body.backupCodes.length).toBe(10);
    expect(body.totpURI).toContain('Planrunde');
    const wrong = await admin.post<ErrorBody>('/api/auth/two-factor/verify-totp', { code: '000000' });
    expect(wrong.body.error).toBe('wrong_code');
    expect((await admin.get<OwnAccount>('/api/account')).body.secondFactor).toBe(false);
    const right = await admin.post('/api/auth/two-factor/verify-totp', { code: codeOf(body.totpURI) });
    expect(right.status).toBe(200);
    expect((await admin.get<OwnAccount>('/api/account')).body.secondFactor).toBe(true);
    expect((await admin.get<OfficeAnswer>('/api/office')).body).toEqual(OFFICE);
    await withCode(body.totpURI);
    await withRecoveryCode(body.backupCodes[0] ?? '');
  });

  const password = { email: 'ada@amt.example', password: ADMIN.password };

  async function withCode(totpUri: string): Promise<void> {
    const browser = app.browser();
    const first = await browser.post<{ twoFactorRedirect?: boolean }>('/api/auth/sign-in/email', password);
    expect(first.body.twoFactorRedirect).toBe(true);
    // The right password alone opens nothing, and nothing of it is in the account's chain.
    expect((await browser.get('/api/account')).status).toBe(401);
    const code = codeOf(totpUri);
    expect((await browser.post('/api/auth/two-factor/verify-totp', { code, trustDevice: true })).status).toBe(
      400,
    );
    expect((await browser.post('/api/auth/two-factor/verify-totp', { code })).status).toBe(200);
    expect((await browser.get('/api/account')).status).toBe(200);
    expect(
      (await app.browser().post<ErrorBody>('/api/auth/two-factor/verify-totp', { code })).body.error,
    ).toBe('sign_in_over');
    const rows = await app.database.sql<{ type: string }[]>`
      select type from audit_event e join "user" u on u."id" = e.subject_id
      where u."email" = 'ada@amt.example' and e.subject_kind = 'account' order by seq`;
    expect(rows.map(({ type }) => type).slice(-3)).toEqual(['signed_in', 'session_ended', 'signed_in']);
  }

  async function withRecoveryCode(code: string): Promise<void> {
    const use = async (): Promise<number> => {
      const browser = app.browser();
      await browser.post('/api/auth/sign-in/email', password);
      return (await browser.post('/api/auth/two-factor/verify-backup-code', { code })).status;
    };
    expect(await use()).toBe(200);
    expect(await use()).toBe(401);
  }
});
