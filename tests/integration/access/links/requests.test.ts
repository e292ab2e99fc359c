import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  it('[AC9] only pages of our own may change something, and only with JSON', async () => {
    const { browser, id } = table.seidel;
    const path = `/api/p/${id}/turn`;
    for (const origin of [
      'http://evil.example',
      `${app.url}.evil.example`,
      'null',
      app.url.replace('http', 'https'),
    ]) {
      const answer = await browser.post<ErrorBody>(path, { personId: null }, { origin });
      expect(`${origin} ${answer.status} ${answer.body.error}`).toBe(`${origin} 403 foreign_origin`);
    }
    const form = await browser.post<ErrorBody>(path, 'personId=', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(form.status).toBe(400);
    const bare = await fetch(app.url + path, {
      method: 'POST',
      headers: { cookie: browser.cookieHeader(), 'content-type': 'application/json' },
      body: '{"personId":null}',
    });
    expect(bare.status).toBe(403);
    expect((await browser.post(path, { personId: null })).status).toBe(200);
  });

  it('[AC10] a wrong body gets 400 with field and reason in the person’s language', async () => {
    const { browser, id } = table.seidel;
    const { sql } = app.database;
    // Whether it may be done at all is looked at before a body is read.
    await sql`update document set state = 'sealed' where id = ${table.planId}`;
    const wrong = await browser.post<ErrorBody>(`/api/p/${id}/next-meeting`, {
      type: 'fortschreibung',
      date: '2026-02-30',
      start: '16:00',
      end: '17:00',
      place: '',
      color: 'red',
    });
    await sql`update document set state = 'open' where id = ${table.planId}`;
    expect(wrong.status).toBe(400);
    expect(wrong.body.fields?.map(({ field }) => field).sort()).toEqual(['color', 'date', 'place']);
    expect(wrong.body.fields?.find(({ field }) => field === 'date')?.reason).toBe(
      'Bitte einen Tag angeben, den es im Kalender gibt.',
    );
    const english = await app
      .browser()
      .post<ErrorBody>('/api/links/exchange', { token: 7 }, { 'accept-language': 'en' });
    expect(english.body.fields).toEqual([{ field: 'token', reason: 'This does not fit here.' }]);
    const broken = await browser.post<ErrorBody>(`/api/p/${id}/turn`, '{"personId":');
    expect(broken.status).toBe(400);
  });

  it('[AC10] a body above the limit is refused before it is read', async () => {
    const large = await app.browser().post<ErrorBody>('/api/links/exchange', { token: 'x'.repeat(70_000) });
    expect(large.status).toBe(413);
    expect(large.body.error).toBe('too_large');
  });

  it('[AC10] of a body full of wrong fields ten are told, in little time and few words', async () => {
    const keys = Array.from({ length: 6_000 }, (_, at) => [`k${at}`, 0]);
    const browser = app.browser();
    for (const body of [Object.fromEntries(keys), { token: 'x', ['k'.repeat(60_000)]: 0 }]) {
      const { status, text, body: told } = await browser.post<ErrorBody>('/api/links/exchange', body);
      expect(status).toBe(400);
      expect(told.fields?.length).toBeLessThanOrEqual(10);
      expect(text.length).toBeLessThan(2_000);
    }
  });

  it('[AC10] an address that sends wrong bodies without end is read in small pieces only', async () => {
    const own = await openTestApp(kind);
    try {
      const browser = own.browser();
      const wrong = { token: 7, more: 'x'.repeat(8_000) };
      const ask = async (body: unknown): Promise<number> =>
        (await browser.post('/api/links/exchange', body)).status;
      const answers: number[] = [];
      for (let asked = 0; asked < 125; asked++) {
        answers.push(await ask(wrong));
      }
      expect(answers.indexOf(429)).toBe(120);
      expect([await ask({ token: 7 }), await ask({ token: 'nobody has it' })]).toEqual([400, 404]);
    } finally {
      await own.stop();
    }
  });

  it('[AC10] nothing of the API is kept by a browser, and what is not there says so', async () => {
    const answer = await table.seidel.browser.get<ErrorBody>('/api/nothing/here');
    expect(answer.status).toBe(404);
    expect(answer.body.error).toBe('not_found');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await app.browser().get('/api/demo')).headers.get('cache-control')).toBe('no-store');
  });
});
