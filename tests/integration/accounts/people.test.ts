import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeResetAddress } from '#server/accounts/people/make-reset-address.ts';
import type { OneTimeAddress, StaffPerson } from '#shared/api/account-answers.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import type { TestBrowser } from '../../helpers/app/browser.ts';
import { openTable, openTestApp, type Table, type TestApp, tokenOf } from '../../helpers/app.ts';
import { DATABASE_KINDS } from '../../helpers/database.ts';

const PASSWORD = 'lang genug für alle';
const PEOPLE = '/api/office/people';

describe.each(DATABASE_KINDS)('people of an office (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  let admin: TestBrowser;
  let now = new Date();
  beforeAll(async () => {
    app = await openTestApp(kind, { now: () => now });
    table = await openTable(app);
    admin = await administrator('ada@amt.example');
  });
  afterAll(() => app.stop());

  async function administrator(email: string): Promise<TestBrowser> {
    const id = await app.auth.putAccount({ name: email, email, password: PASSWORD, role: 'verwaltung' });
    const browser = app.browser();
    await browser.post('/api/auth/sign-in/email', { email, password: PASSWORD });
    await app.database.sql`update "user" set "twoFactorEnabled" = true where "id" = ${id}`;
    return browser;
  }
  const people = async (): Promise<StaffPerson[]> =>
    (await admin.get<{ people: StaffPerson[] }>(PEOPLE)).body.people;
  const idOf = async (email: string): Promise<string> =>
    (await people()).find((person) => person.email === email)?.accountId ?? '';
  const inviteKim = () =>
    admin.post<OneTimeAddress & ErrorBody>(PEOPLE, {
      name: 'Kim',
      email: 'kim@amt.example',
      role: 'fachkraft_jugendamt',
    });
  const use = (url: string) =>
    app.browser().post<ErrorBody>('/api/account-link', { token: tokenOf(url), password: PASSWORD });

  it('[AK6] an invitation opens one account once, and a newer one ends it', async () => {
    const first = (await inviteKim()).body.url;
    expect((await inviteKim()).body.fields?.[0]?.field).toBe('email');
    const id = await idOf('kim@amt.example');
    const second = (await admin.post<OneTimeAddress>(`${PEOPLE}/${id}/link`)).body.url;
    expect((await use(first)).body.error).toBe('link_invalid');
    const looked = await app.browser().post('/api/account-link/look', { token: tokenOf(second) });
    expect(looked.body).toMatchObject({ purpose: 'einladen', name: 'Kim', role: 'fachkraft_jugendamt' });
    expect((await app.browser().post('/api/setup/look', { token: tokenOf(second) })).status).toBe(404);
    expect((await use(second)).status).toBe(200);
    expect((await use(second)).body.error).toBe('link_used');
  });

  it('[AK6] a reset ends what was, and is over after a day', async () => {
    const id = await idOf('kim@amt.example');
    const browser = app.browser();
    await browser.post('/api/auth/sign-in/email', { email: 'kim@amt.example', password: PASSWORD });
    const late = (await admin.post<OneTimeAddress>(`${PEOPLE}/${id}/link`)).body.url;
    now = new Date(now.getTime() + 25 * 3_600_000);
    expect((await use(late)).body.error).toBe('link_expired');
    now = new Date();
    const { url } = (await admin.post<OneTimeAddress>(`${PEOPLE}/${id}/link`)).body;
    expect((await browser.get('/api/account')).status).toBe(200);
    expect((await use(url)).status).toBe(200);
    expect((await browser.get('/api/account')).status).toBe(401);
  });

  it('[AK6] whoever runs the server makes a reset too, which ends the sessions and is used up', async () => {
    expect(await makeResetAddress(app.ctx, 'nobody@amt.example', app.url)).toBeNull();
    const made = await makeResetAddress(app.ctx, 'KIM@amt.example', app.url);
    const browser = app.browser();
    await browser.post('/api/auth/sign-in/email', { email: 'kim@amt.example', password: PASSWORD });
    expect((await browser.get('/api/account')).status).toBe(200);
    expect((await use(made?.url ?? '')).status).toBe(200);
    expect((await browser.get('/api/account')).status).toBe(401);
    expect((await use(made?.url ?? '')).body.error).toBe('link_used');
  });

  it('[AK7] whoever leads a running meeting stays; else sockets close within a second', async () => {
    const id = await idOf('seidel@planrunde.example');
    await app.database.sql`update meeting set phase_started_at = now() where id = ${table.meetingId}`;
    const led = await admin.post<ErrorBody>(`${PEOPLE}/${id}/deactivate`);
    expect(led.body.error).toBe('leads_meeting');
    expect((await admin.post<ErrorBody>(`${PEOPLE}/${id}/role`, { role: 'teamleitung' })).body.error).toBe(
      'leads_meeting',
    );
    await app.database.sql`update meeting set phase_started_at = null where id = ${table.meetingId}`;
    const began = Date.now();
    expect((await admin.post(`${PEOPLE}/${id}/deactivate`)).status).toBe(200);
    await table.seidel.live.until(({ kind: view }) => view === 'gone').catch(() => undefined);
    expect(Date.now() - began).toBeLessThan(1_000);
    expect((await table.seidel.browser.get('/api/staff/home')).status).toBe(401);
    const closed = await app.browser().post<ErrorBody>('/api/demo/sign-in');
    expect(closed.status).toBeGreaterThanOrEqual(400);
    expect((await admin.post(`${PEOPLE}/${id}/reactivate`)).status).toBe(200);
    expect((await app.browser().post('/api/demo/sign-in')).status).toBe(200);
  });

  it('[AK7] nobody does it to themselves, and of two who deactivate each other one stays', async () => {
    const other = await administrator('bea@amt.example');
    const [ada, bea] = [await idOf('ada@amt.example'), await idOf('bea@amt.example')];
    expect((await admin.post<ErrorBody>(`${PEOPLE}/${ada}/deactivate`)).status).toBe(400);
    expect(
      (await admin.post<ErrorBody>(`${PEOPLE}/${ada}/role`, { role: 'fachkraft_jugendamt' })).status,
    ).toBe(400);
    await Promise.all([admin.post(`${PEOPLE}/${bea}/deactivate`), other.post(`${PEOPLE}/${ada}/deactivate`)]);
    const left = await app.database.sql`
      select from staff where role = 'verwaltung' and deactivated_at is null`;
    expect(left.length).toBe(1);
  });
});
