import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnSession } from '#shared/api/account-answers.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import type { TestBrowser } from '../../helpers/app/browser.ts';
import { openTestApp, type TestApp } from '../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../helpers/database.ts';

const EMAIL = 'kim@amt.example';
const FIRST = 'lang genug für alle';
const NEXT = 'noch länger und anders';

describe.each(USE_CASE_KINDS)('the own account (%s)', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(kind);
    await app.auth.putAccount({ name: 'Kim', email: EMAIL, password: FIRST });
    await app.auth.putAccount({ name: 'Fremd', email: 'fremd@amt.example', password: FIRST });
  });
  afterAll(() => app.stop());

  async function signIn(password: string, email = EMAIL): Promise<TestBrowser> {
    const browser = app.browser();
    await browser.post('/api/auth/sign-in/email', { email, password });
    return browser;
  }
  const sessionsOf = async (browser: TestBrowser): Promise<OwnSession[]> =>
    (await browser.get<{ sessions: OwnSession[] }>('/api/account/sessions')).body.sessions;

  it('[AK9] signs out at one place, nobody at somebody else’s, and everywhere else', async () => {
    const [here, there, third] = [await signIn(FIRST), await signIn(FIRST), await signIn(FIRST)];
    const sessions = await sessionsOf(here);
    expect(sessions.map(({ here: isHere }) => isHere)).toEqual([true, false, false]);
    const [mine] = await sessionsOf(there);
    const stranger = await signIn(FIRST, 'fremd@amt.example');
    await stranger.post(`/api/account/sessions/${mine?.sessionId}/end`);
    expect((await there.get('/api/account')).status).toBe(200);
    await here.post(`/api/account/sessions/${mine?.sessionId}/end`);
    expect((await there.get('/api/account')).status).toBe(401);
    await here.post('/api/account/sessions/end');
    expect((await third.get('/api/account')).status).toBe(401);
    expect((await here.get('/api/account')).status).toBe(200);
  });

  it('[AK9] a new password needs the present one, and ends what is open elsewhere', async () => {
    const [here, there] = [await signIn(FIRST), await signIn(FIRST)];
    const change = (password: string) =>
      here.post<ErrorBody>('/api/account/password', { password, newPassword: NEXT });
    expect((await change('falsch')).body.fields?.[0]?.field).toBe('password');
    expect((await there.get('/api/account')).status).toBe(200);
    expect((await change(FIRST)).status).toBe(200);
    expect((await there.get('/api/account')).status).toBe(401);
    expect((await here.get('/api/account')).status).toBe(200);
    expect((await (await signIn(FIRST)).get('/api/account')).status).toBe(401);
    expect((await (await signIn(NEXT)).get('/api/account')).status).toBe(200);
  });
});
