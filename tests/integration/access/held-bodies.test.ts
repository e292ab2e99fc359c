import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnterAnswer } from '#shared/api/answers.ts';
import { openLink, openTable, openTestApp, type Place, type Table, type TestApp } from '../../helpers/app.ts';
import { DATABASE_KINDS } from '../../helpers/database.ts';
import { type HeldRequest, holdPost } from './held-request.ts';

/** What goes on while a command waits for its body, which its sender sends when they like. */
describe.each(DATABASE_KINDS)('a command whose body is held back (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  beforeAll(async () => {
    app = await openTestApp(kind);
    table = await openTable(app);
  });
  afterAll(() => app.stop());

  const hold = ({ browser, id }: Pick<Place, 'browser' | 'id'>, path: string, body: unknown): HeldRequest =>
    holdPost({ url: app.url, browser }, `/api/p/${id}/${path}`, body);
  const lead = (path: string, body: unknown = {}) =>
    table.seidel.browser.post(`/api/p/${table.seidel.id}/${path}`, body);
  const events = async (): Promise<number> => {
    const [row] = await app.database.sql<{ count: number }[]>`
      select count(*)::int as count from audit_event where subject_id = ${table.meetingId}`;
    return row?.count ?? 0;
  };
  /** Frau Seidel at another computer. */
  const secondLead = async (): Promise<Pick<Place, 'browser' | 'id'>> => {
    const browser = app.browser();
    await browser.post('/api/demo/sign-in');
    const { body } = await browser.post<EnterAnswer>(`/api/staff/meetings/${table.meetingId}/enter`);
    return { browser, id: body.participationId };
  };

  it('[OP21] whoever holds bodies back holds up nobody: no turn is taken for them', async () => {
    const thief = app.browser();
    const wegner = table.demo.places.find(({ id: place }) => place === 'wegner')?.url ?? '';
    const asked = { browser: thief, id: await openLink(thief, wegner) };
    const leon = await table.seat('leon');
    const held = [
      ...Array.from({ length: 40 }, () => hold(asked, 'settings', { language: 'de' })),
      ...Array.from({ length: 40 }, () => hold(leon, 'own/show', { recordIds: ['x'] })),
      ...Array.from({ length: 4 }, () => hold(asked, 'turn', { personId: null })),
    ];
    try {
      // Who may not do it at all is told so at once: nothing is waited for.
      expect(await held.at(-1)?.answer).toBe('403 not_admitted');
      const before = performance.now();
      const answers = [
        (await lead('turn', { personId: null })).status,
        (await leon.browser.post(`/api/p/${leon.id}/own/show`, { recordIds: ['x'] })).status,
        (await thief.post(`/api/p/${asked.id}/confirm`)).status,
      ];
      expect(answers).toEqual([200, 404, 200]);
      expect(performance.now() - before).toBeLessThan(5_000);
    } finally {
      for (const one of held) {
        one.abort();
      }
    }
  });

  it('[AC7] who has signed out meanwhile leads nothing any more', async () => {
    const orders: [string, unknown][] = [
      ['turn', { personId: null }],
      ['phase', { phase: 'ziele' }],
      ['phase/extend', { minutes: 5 }],
      ['freeze', { step: 'begin' }],
      ['attendance', { notes: [{ participationId: table.seidel.id, attendance: null }] }],
      ['settings', { language: 'en' }],
    ];
    for (const [path, body] of orders) {
      const other = await secondLead();
      const held = hold(other, path, body);
      await other.browser.get(`/api/p/${other.id}/versions/unknown`);
      await other.browser.post('/api/auth/sign-out');
      const before = await events();
      expect(`${path} ${await held.finish()}`).toBe(`${path} 401 unauthenticated`);
      expect(await events()).toBe(before);
    }
  });

  it('[AC7] who has signed out meanwhile enters no meeting', async () => {
    const browser = app.browser();
    await browser.post('/api/demo/sign-in');
    const path = `/api/staff/meetings/${table.meetingId}/enter`;
    const held = holdPost({ url: app.url, browser }, path, {});
    await browser.get('/api/staff/home');
    await browser.post('/api/auth/sign-out');
    const before = await events();
    expect(await held.finish()).toBe('401 unauthenticated');
    expect(await events()).toBe(before);
  });

  it('[AC7] who was removed meanwhile shows no card, and none is taken for shown', async () => {
    const guest = await table.seat('wegner');
    const held = hold(guest, 'own/show', { recordIds: ['x'] });
    await guest.browser.get(`/api/p/${guest.id}/versions/unknown`);
    await lead(`people/${guest.id}/remove`);
    expect(await held.finish()).toMatch(/^40[14] /);
  });

  it('[AC7] who was removed meanwhile decides nothing, and who is let in does', async () => {
    const [father, leon] = [await table.seat('krueger'), await table.seat('leon')];
    await lead('freeze', { step: 'begin' });
    await lead('freeze', { step: 'now' });
    const { version } = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const said = { sha256: version?.sha256, decision: 'nicht_einverstanden', method: 'bestaetigt' };
    const path = `versions/${version?.id}/signoff`;
    const [byFather, byLeon] = [hold(father, path, said), hold(leon, path, said)];
    expect((await father.browser.get(`/api/p/${father.id}/versions/${version?.id}`)).status).toBe(200);
    await lead(`people/${father.id}/remove`);
    expect(await byFather.finish()).toBe('401 unauthenticated');
    expect(await byLeon.finish()).toBe('200');
    const rows = await app.database.sql`select from signoff where version_id = ${version?.id ?? ''}`;
    expect(rows).toHaveLength(1);
  });

  it('[AC7] who was removed while their decision waited for a lock decides nothing', async () => {
    if (!app.database.url) {
      // The embedded database has one connection: nothing waits there beside a transaction.
      return;
    }
    const aydin = await table.seat('aydin');
    const { version } = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const said = { sha256: version?.sha256, decision: 'einverstanden', method: 'bestaetigt' };
    const { sql } = app.database;
    let waiting: Promise<{ status: number }> | undefined;
    await sql.begin(async (tx) => {
      await tx`select from meeting where id = ${table.meetingId} for no key update`;
      waiting = aydin.browser.post(`/api/p/${aydin.id}/versions/${version?.id}/signoff`, said);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tx`update participation set removed_at = now() where id = ${aydin.id}`;
      await tx`update device set state = 'ended' where participation_id = ${aydin.id}`;
    });
    expect((await waiting)?.status).toBe(401);
  });
});
