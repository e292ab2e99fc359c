import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnterAnswer } from '#shared/api/answers.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import { openTable, openTestApp, type Table, type TestApp } from '../../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../../helpers/database.ts';

describe.each(USE_CASE_KINDS)('personal links (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  beforeAll(async () => {
    app = await openTestApp(kind);
    table = await openTable(app);
  });
  afterAll(() => app.stop());

  it('[AC12] a wrong password and a sign-up by strangers are refused in our words', async () => {
    const browser = app.browser();
    const wrong = await browser.post<ErrorBody>('/api/auth/sign-in/email', {
      email: 'seidel@planrunde.example',
      password: 'not the password',
    });
    expect(wrong.status).toBe(401);
    expect(wrong.body.message).toBe('E-Mail oder Passwort stimmt nicht.');
    const stranger = { name: 'X', email: 'x@example.org', password: 'long enough for all' };
    expect((await browser.post('/api/auth/sign-up/email', stranger)).status).toBe(404);
    expect((await browser.get('/api/staff/home')).status).toBe(401);
    expect((await browser.post(`/api/staff/meetings/${table.meetingId}/enter`)).status).toBe(401);
  });

  it('[AC12] the tables of the accounts are exactly those that the library wants', async () => {
    const { toBeCreated, toBeAdded } = await getMigrations(app.auth.options);
    expect(toBeCreated.map(({ table: name }) => name)).toEqual([]);
    expect(toBeAdded.map(({ table: name }) => name)).toEqual([]);
  });

  it('[AC14] an account sees and enters its own meetings only', async () => {
    await app.auth.putAccount({
      name: 'Ina Fremd',
      email: 'fremd@example.org',
      password: 'long enough for all',
    });
    const browser = app.browser();
    const signedIn = await browser.post('/api/auth/sign-in/email', {
      email: 'fremd@example.org',
      password: 'long enough for all',
    });
    expect(signedIn.status).toBe(200);
    expect((await browser.get<{ meetings: unknown[] }>('/api/staff/home')).body.meetings).toEqual([]);
    const entered = await browser.post<EnterAnswer>(`/api/staff/meetings/${table.meetingId}/enter`);
    expect(entered.status).toBe(404);
  });

  it('[AC12] what is no e-mail and password does not reach the library, nor the log', async () => {
    const lines: string[] = [];
    const limited = await openTestApp(kind, { database: app.database, log: (event) => lines.push(event) });
    try {
      const right = { email: 'a@example.org', password: 'long enough for all' };
      const bodies: unknown[] = [
        { ...right, callbackURL: 'http://evil\n\u001b[31m' },
        { ...right, rememberMe: false },
        { ...right, email: 'a\u0000@example.org' },
        { ...right, email: ['a@example.org'] },
        { ...right, password: 'x'.repeat(60_000) },
        { email: right.email },
        [],
      ];
      for (const body of bodies) {
        const answer = await limited.browser().post<ErrorBody>('/api/auth/sign-in/email', body);
        expect(answer.status, JSON.stringify(body).slice(0, 60)).toBe(400);
      }
      expect((await limited.browser().post('/api/auth/sign-out', { callbackURL: 'x' })).status).toBe(400);
      expect((await limited.browser().post('/api/auth/sign-out')).status).toBe(200);
      expect(lines.filter((event) => event !== 'request.answered')).toEqual([]);
    } finally {
      await limited.stop();
    }
  });
});
