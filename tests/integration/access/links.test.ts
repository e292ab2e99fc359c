import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnterAnswer } from '#shared/api/answers.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import {
  linkOf,
  openLink,
  openTable,
  openTestApp,
  type Table,
  type TestApp,
  tokenOf,
} from '../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../helpers/database.ts';

describe.each(USE_CASE_KINDS)('personal links (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  beforeAll(async () => {
    app = await openTestApp(kind);
    table = await openTable(app);
  });
  afterAll(() => app.stop());

  const exchange = (token: string) =>
    app.browser().post<ErrorBody>('/api/links/exchange', { token }, { 'accept-language': 'de' });
  const newLink = async (participationId: string): Promise<string> => {
    const { seidel } = table;
    const path = `/api/p/${seidel.id}/people/${participationId}/link`;
    return (await seidel.browser.post<{ url: string }>(path)).body.url;
  };

  it('[AC1] the token is nowhere in the database, in no cookie and in no other answer', async () => {
    const browser = app.browser();
    const token = tokenOf(linkOf(table.demo, 'leon'));
    const id = await openLink(browser, linkOf(table.demo, 'leon'));
    const cookie = browser.cookies.get(`planrunde_${id}`) ?? '';
    expect(cookie).not.toBe('');
    expect(cookie).not.toBe(token);
    const tables = await app.database.sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public'`;
    for (const { name } of tables) {
      const [{ rows } = { rows: '' }] = await app.database.sql.unsafe<{ rows: string }[]>(
        `select coalesce(string_agg(t::text, ' '), '') as rows from "${name}" t`,
      );
      expect(rows.includes(token) || rows.includes(cookie), name).toBe(false);
    }
  });

  it('[AC26] a device that asks without end is refused after a while; others are not', async () => {
    const limited = await openTestApp(kind, { requestLimits: { commands: 5, reads: 8 } });
    try {
      const here = await openTable(limited);
      const flood = async (ask: () => Promise<{ status: number }>): Promise<number[]> => {
        const codes: number[] = [];
        for (let asked = 0; asked < 12; asked++) {
          codes.push((await ask()).status);
        }
        return codes;
      };
      const guest = await here.seat('aydin');
      const settings = (): Promise<{ status: number }> =>
        guest.browser.post(`/api/p/${guest.id}/settings`, { language: 'de' });
      const refused = await flood(settings);
      expect(refused.filter((code) => code < 300).length).toBeGreaterThan(0);
      expect(refused.slice(-6)).toEqual([429, 429, 429, 429, 429, 429]);
      expect((await flood(() => here.seidel.browser.get('/api/staff/home'))).slice(-3)).toEqual([
        429, 429, 429,
      ]);
      const leads = await here.seidel.browser.post(`/api/p/${here.seidel.id}/settings`, { language: 'de' });
      expect(leads.status).toBeLessThan(300);
    } finally {
      await limited.stop();
    }
  });

  it('[AC26] a HEAD is a reading: it counts as one, and takes no turn of a command', async () => {
    const limited = await openTestApp(kind, { requestLimits: { commands: 4, reads: 12 } });
    try {
      const here = await openTable(limited);
      const { browser, id } = await here.seat('aydin');
      const peek = async (): Promise<number> => {
        const headers = { cookie: browser.cookieHeader() };
        const path = `/api/p/${id}/versions/unknown/protocol.pdf`;
        return (await fetch(`${limited.url}${path}`, { method: 'HEAD', headers })).status;
      };
      const peeks: number[] = [];
      for (let asked = 0; asked < 14; asked++) {
        peeks.push(await peek());
      }
      expect(peeks).toEqual([...Array.from({ length: 12 }, () => 404), 429, 429]);
      expect((await browser.post(`/api/p/${id}/settings`, { language: 'de' })).status).toBe(200);
    } finally {
      await limited.stop();
    }
  });

  it('[AC22] who leads can neither remove themselves nor end their own links', async () => {
    const { id, browser, live } = table.seidel;
    for (const act of ['revoke', 'remove']) {
      const answer = await browser.post<ErrorBody>(`/api/p/${id}/people/${id}/${act}`);
      expect(answer.status).toBe(400);
      expect(answer.body.fields?.map(({ field }) => field)).toEqual(['participationId']);
    }
    expect(live.closed).toBeNull();
  });

  it('[AC2] unknown, expired and revoked links get the same answer, byte for byte', async () => {
    const guest = await table.seat('aydin');
    const [expired, revoked] = [await newLink(guest.id), await newLink(guest.id)];
    await app.database.sql`update join_link set expires_at = now() - interval '1 second'
      where id in (select id from join_link where participation_id = ${guest.id} order by created_at desc limit 2)`;
    const dead = await exchange(tokenOf(expired));
    await app.database.sql`update join_link set expires_at = now() + interval '1 day'
      where participation_id = ${guest.id}`;
    await table.seidel.browser.post(`/api/p/${table.seidel.id}/people/${guest.id}/revoke`);
    const answers = [
      dead,
      await exchange(tokenOf(revoked)),
      await exchange('A'.repeat(43)),
      await exchange('x'),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(answer.body.error).toBe('link_invalid');
      expect(answer.text).toBe(answers[0]?.text);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    const refused = await app.database.sql`select body from audit_event
      where subject_id = ${table.meetingId} and type = 'link_refused' order by seq`;
    expect(refused.map((row) => row['body'].why)).toEqual(['expired', 'revoked']);
  });

  it('[AC3] somebody who only fetches the page of a link uses nothing up', async () => {
    const before = await app.database.sql`select count(*)::int as n from device`;
    await app.browser().get('/j');
    await app.browser().get(`/api/links/exchange?token=${tokenOf(linkOf(table.demo, 'krueger'))}`);
    expect(await app.database.sql`select count(*)::int as n from device`).toEqual(before);
  });

  it('[AC4] the same browser keeps its device, also by another link of the same person', async () => {
    const browser = app.browser();
    const id = await openLink(browser, linkOf(table.demo, 'krueger'));
    const cookie = browser.cookies.get(`planrunde_${id}`);
    await browser.post(`/api/p/${id}/confirm`);
    expect(await openLink(browser, linkOf(table.demo, 'krueger'))).toBe(id);
    expect(await openLink(browser, await newLink(id))).toBe(id);
    expect(browser.cookies.get(`planrunde_${id}`)).toBe(cookie);
    const devices = await app.database.sql`select state from device where participation_id = ${id}`;
    expect(devices).toEqual([{ state: 'waiting' }]);
  });

  it('[AC4] another browser is a second device: in the lobby again, and marked', async () => {
    const first = await table.seat('wegner');
    const second = await table.knock('wegner');
    expect(second.id).toBe(first.id);
    const lobby = await second.live.until((view) => view.kind === 'lobby' && view.step === 'waiting');
    expect(lobby.kind === 'lobby' && lobby.me.secondDevice).toBe(true);
    const seen = await table.seidel.live.untilTable((view) =>
      view.waiting.some((device) => device.participationId === first.id && device.secondDevice),
    );
    expect(seen.waiting.find(({ participationId }) => participationId === first.id)?.person?.name).toBe(
      'Frau Wegner',
    );
    // The first device is not disturbed.
    expect((await first.browser.post(`/api/p/${first.id}/settings`, {})).status).toBe(200);
  });

  it('[AC5] the cookie is hidden from scripts, strict, for all paths, and __Host- under https', async () => {
    const plain = await app
      .browser()
      .post('/api/links/exchange', { token: tokenOf(linkOf(table.demo, 'leon')) });
    const [cookie = ''] = plain.headers.getSetCookie();
    expect(cookie).toMatch(/^planrunde_[0-9a-f-]{36}=/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\//);
    expect(cookie).not.toMatch(/Secure|Domain/);
    const secure = await openTestApp(kind, { database: app.database, baseUrl: 'https://plan.example.org' });
    try {
      const demo = await secure.demo.freshLinks('https://plan.example.org');
      const answer = await secure
        .browser()
        .post('/api/links/exchange', { token: tokenOf(linkOf(demo, 'leon')) });
      const [hosted = ''] = answer.headers.getSetCookie();
      expect(hosted).toMatch(/^__Host-planrunde_[0-9a-f-]{36}=/);
      expect(hosted).toMatch(/Secure/);
      expect(hosted).not.toMatch(/Domain/);
    } finally {
      await secure.stop();
    }
  });

  it('[AC16] the cookie of one participation opens no other', async () => {
    const leon = await table.seat('leon');
    const other = app.browser();
    other.cookies.set(`planrunde_${table.seidel.id}`, leon.browser.cookies.get(`planrunde_${leon.id}`) ?? '');
    expect((await other.post(`/api/p/${table.seidel.id}/phase`, { phase: 'ziele' })).status).toBe(401);
    expect((await leon.browser.post(`/api/p/${table.seidel.id}/phase`, { phase: 'ziele' })).status).toBe(401);
  });

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

  it('[AC11] guessing links ends after twenty wrong ones, for that address', async () => {
    const limited = await openTestApp(kind, { database: app.database });
    try {
      const answers: number[] = [];
      for (let turn = 0; turn < 22; turn++) {
        answers.push(
          (await limited.browser().post('/api/links/exchange', { token: `guess-${turn}` })).status,
        );
      }
      expect(answers).toEqual([...new Array(20).fill(404), 429, 429]);
    } finally {
      await limited.stop();
    }
  });

  it('[AC11] who guesses at one account keeps no colleague behind the same address out', async () => {
    const limited = await openTestApp(kind, { database: app.database });
    try {
      const colleague = { email: 'kollege@example.org', password: 'long enough for all' };
      await limited.auth.putAccount({ name: 'Kai Kollege', ...colleague });
      const path = '/api/auth/sign-in/email';
      const codes: number[] = [];
      for (let turn = 0; turn < 12; turn++) {
        const guess = { email: 'SEIDEL@planrunde.example', password: `guess number ${turn}` };
        codes.push((await limited.browser().post(path, guess)).status);
      }
      expect(codes.slice(-3)).toEqual([401, 429, 429]);
      expect((await limited.browser().post(path, colleague)).status).toBe(200);
    } finally {
      await limited.stop();
    }
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

  it('[AC11] guessing passwords ends too', async () => {
    const limited = await openTestApp(kind, { database: app.database });
    try {
      const answers: number[] = [];
      for (let turn = 0; turn < 12; turn++) {
        const guess = { email: 'seidel@planrunde.example', password: `guess number ${turn}` };
        const answer = await limited.browser().post<ErrorBody>('/api/auth/sign-in/email', guess, {
          'x-forwarded-for': `10.0.0.${turn}`,
          'x-planrunde-client-address': `10.0.0.${turn}`,
        });
        answers.push(answer.status);
      }
      expect(answers).toEqual([...new Array(10).fill(401), 429, 429]);
    } finally {
      await limited.stop();
    }
  });
});
