import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorBody } from '#shared/api/errors.ts';
import {
  linkOf,
  newLink,
  openLink,
  openTable,
  openTestApp,
  type Table,
  type TestApp,
  tokenOf,
} from '../../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../../helpers/database.ts';

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
    const [expired, revoked] = [await newLink(table, guest.id), await newLink(table, guest.id)];
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
    expect(await openLink(browser, await newLink(table, id))).toBe(id);
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
});
