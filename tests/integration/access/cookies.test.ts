import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertLink, linkUrl } from '#server/participants/links.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import type { TestBrowser } from '../../helpers/app/browser.ts';
import { linkOf, openLink, openTable, openTestApp, type Table, type TestApp } from '../../helpers/app.ts';
import { openTestDatabase, USE_CASE_KINDS } from '../../helpers/database.ts';

/** Proxies give a header 8 KB, and many 4. */
const MOST_BYTES = 4096;

describe.each(USE_CASE_KINDS)('cookies of many links in one browser (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  let statements = 0;
  beforeAll(async () => {
    const database = await openTestDatabase(kind);
    const sql = new Proxy(database.sql, {
      apply(target, self, args) {
        // Without a text it is a helper inside a statement.
        statements += Array.isArray(args[0]) && 'raw' in args[0] ? 1 : 0;
        return Reflect.apply(target, self, args);
      },
    });
    // The names of the cookies are longest under https.
    app = await openTestApp(kind, {
      database: { ...database, sql, close: async () => {} },
      baseUrl: 'https://plan.example.org',
    });
    table = await openTable(app);
    return () => database.close();
  });
  afterAll(() => app.stop());

  const nameOf = (id: string): string => `__Host-planrunde_${id}`;
  /** A seat of its own with its link: a screen, of which a meeting may have many. */
  const newSeat = (): Promise<{ id: string; url: string }> =>
    app.database.sql.begin(async (tx) => {
      const id = randomUUID();
      await tx`insert into participation (id, meeting_id, role, attendance)
        values (${id}, ${table.meetingId}, 'bildschirm', 'eingeladen_vor_ort')`;
      const expiresAt = new Date(Date.now() + 3_600_000);
      const { token } = await insertLink(tx, { participationId: id, purpose: 'teilnehmen', expiresAt });
      return { id, url: linkUrl(app.url, token) };
    });
  const openSeat = async (browser: TestBrowser): Promise<string> => {
    const { url } = await newSeat();
    return openLink(browser, url);
  };
  const isOpen = async (browser: TestBrowser, id: string): Promise<boolean> =>
    (await browser.post(`/api/p/${id}/settings`, {})).status === 200;

  it('[AC27] two hundred links that all stay open fit into a header, and the newest thirty open', async () => {
    const browser = app.browser();
    const opened: string[] = [];
    let longest = 0;
    for (let link = 0; link < 200; link++) {
      const id = await openSeat(browser);
      await app.database.sql`update device set state = 'admitted', admitted_at = now(),
        expires_at = now() + interval '30 days' where participation_id = ${id}`;
      opened.push(id);
      longest = Math.max(longest, browser.cookieHeader().length);
    }
    expect(longest).toBeLessThan(MOST_BYTES);
    for (const id of opened.slice(-30)) {
      expect(await isOpen(browser, id), id).toBe(true);
    }
  }, 90_000);

  it('[AC27] what opens nothing any more goes with the next link, what is let in stays', async () => {
    const browser = app.browser();
    const kept = await openSeat(browser);
    const ended = [await openSeat(browser), await openSeat(browser), await openSeat(browser)];
    await app.database.sql`update device set state = 'ended' where participation_id = any(${ended})`;
    const next = await openSeat(browser);
    expect([...browser.cookies.keys()].sort()).toEqual([nameOf(kept), nameOf(next)].sort());
    expect(await isOpen(browser, kept)).toBe(true);
  });

  it('[AC27] a cookie that opens nothing is taken away where it comes; others are not', async () => {
    const browser = app.browser();
    const [kept, ended] = [await openSeat(browser), await openSeat(browser)];
    await app.database.sql`update device set state = 'ended' where participation_id = ${ended}`;
    const answer = await browser.post<ErrorBody>(`/api/p/${ended}/settings`, {});
    expect(answer.status).toBe(401);
    expect(answer.headers.getSetCookie().join()).toMatch(/Secure/);
    expect([...browser.cookies.keys()]).toEqual([nameOf(kept)]);
  });

  it('[AC27] however many false cookies come, they cost one statement, and go little by little', async () => {
    const clean = app.browser();
    await openSeat(clean);
    const full = app.browser();
    for (let made = 0; made < 120; made++) {
      full.cookies.set(nameOf(randomUUID()), randomBytes(32).toString('base64url'));
    }
    const count = async (browser: TestBrowser): Promise<number> => {
      const { url } = await newSeat();
      const before = statements;
      await openLink(browser, url);
      return statements - before;
    };
    const usual = await count(clean);
    // The server still tells two hundred seats of before what has changed; cookie by cookie it would be 120 more.
    expect(await count(full)).toBeLessThan(usual + 60);
    for (let link = 0; link < 8; link++) {
      const { headers } = await full.post('/api/links/exchange', { token: (await newSeat()).url.slice(-43) });
      expect(headers.getSetCookie().join('').length).toBeLessThan(MOST_BYTES / 2);
    }
    expect(full.cookies.size).toBe(9);
  });

  it('[AC27] the cookie of who entered by an account lives as long as that device, a day', async () => {
    const { headers } = await table.seidel.browser.post(`/api/staff/meetings/${table.meetingId}/enter`);
    expect(headers.getSetCookie()).toEqual([]);
    const other = app.browser();
    await other.post('/api/demo/sign-in');
    const entered = await other.post(`/api/staff/meetings/${table.meetingId}/enter`);
    expect(entered.headers.getSetCookie().join()).toMatch(/Max-Age=86400;/);
    const linked = await app
      .browser()
      .post('/api/links/exchange', { token: linkOf(table.demo, 'leon').slice(-43) });
    expect(linked.headers.getSetCookie().join()).toMatch(/Max-Age=2678400;/);
  });
});
