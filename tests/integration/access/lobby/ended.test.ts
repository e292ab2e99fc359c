import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorBody } from '#shared/api/errors.ts';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import {
  closeCode,
  openLink,
  openPlan,
  openTable,
  openTestApp,
  type Place,
  type Table,
  type TestApp,
} from '../../../helpers/app.ts';
import { DATABASE_KINDS } from '../../../helpers/database.ts';
import { type SyncClient, saved, until } from '../../../helpers/sync-server.ts';

describe.each(DATABASE_KINDS)('lobby and sockets (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  const clients: SyncClient[] = [];
  beforeAll(async () => {
    app = await openTestApp(kind);
    table = await openTable(app);
  });
  afterAll(async () => {
    for (const client of clients) {
      client.destroy();
    }
    await app.stop();
  });

  const plan = (place: Place): SyncClient => {
    const client = openPlan(app, place, table.planId);
    clients.push(client);
    return client;
  };

  it('[AC14] one session of an account has five devices at a seat; the oldest gives way', async () => {
    const signedIn = app.browser();
    await signedIn.post('/api/demo/sign-in');
    const enter = async (): Promise<Place['browser']> => {
      const browser = app.browser();
      for (const [name, value] of signedIn.cookies) {
        browser.cookies.set(name, value);
      }
      expect((await browser.post(`/api/staff/meetings/${table.meetingId}/enter`)).status).toBe(200);
      return browser;
    };
    const first = await enter();
    const live = first.live(table.seidel.id);
    await live.untilTable();
    const rest = await Promise.all(Array.from({ length: 5 }, enter));
    await live.untilClosed();
    const settings = `/api/p/${table.seidel.id}/settings`;
    expect((await first.post(settings)).status).toBe(401);
    for (const browser of rest) {
      expect((await browser.post(settings)).status).toBe(200);
    }
  });

  it('[AC7] a revoked person’s sockets close within a second, and no byte comes after', async () => {
    const guest = await table.seat('wegner');
    const client = plan(guest);
    await until(() => client.provider.synced, 'the plan is there');
    const before = Date.now();
    await table.seidel.browser.post(`/api/p/${table.seidel.id}/people/${guest.id}/revoke`);
    expect(await guest.live.untilClosed()).toBe(4403);
    await until(() => client.closes.length > 0, 'the plan is closed');
    expect(Date.now() - before).toBeLessThan(1000);
    expect(client.closes).toEqual([4403]);
    expect((await guest.browser.post(`/api/p/${guest.id}/settings`, {})).status).toBe(401);
    expect(await closeCode(`/live/${guest.id}`, guest)).toBe(4401);
    expect(await closeCode(`/sync/${guest.id}/${table.planId}`, guest)).toBe(4401);
    const link = await table.seidel.browser.post<{ url: string }>(
      `/api/p/${table.seidel.id}/people/${guest.id}/link`,
    );
    expect(await openLink(app.browser(), link.body.url)).toBe(guest.id);
  });

  it('[AC7] a removed person is gone for all, and what they wrote stays', async () => {
    const guest = await table.seat('krueger');
    const client = plan(guest);
    await until(() => client.provider.synced, 'the plan is there');
    addGoal(client.doc, null, { textOwn: 'Ich hole die Kinder ab' }, ORIGIN.list);
    await saved(client);
    await table.seidel.browser.post(`/api/p/${table.seidel.id}/people/${guest.id}/remove`);
    await until(() => client.closes.length > 0, 'the plan is closed');
    await table.seidel.live.untilTable(({ participants: seats }) =>
      seats.every(({ participationId }) => participationId !== guest.id),
    );
    const committed = await app.hub.readCommitted(table.planId, readPlan);
    expect(committed.goals.map(({ sentence }) => sentence)).toContain('Ich hole die Kinder ab');
    const oneself = await table.seidel.browser.post<ErrorBody>(
      `/api/p/${table.seidel.id}/people/${table.seidel.id}/remove`,
    );
    expect(oneself.body.fields?.[0]?.field).toBe('participationId');
  });

  it('[AC7] signing out ends the places of the account and closes their sockets', async () => {
    const browser = app.browser();
    await browser.post('/api/demo/sign-in');
    const { body } = await browser.post<{ participationId: string }>(
      `/api/staff/meetings/${table.meetingId}/enter`,
    );
    const live = browser.live(body.participationId);
    await live.untilTable();
    const client = plan({ browser, id: body.participationId, live });
    await until(() => client.provider.synced, 'the plan is there');
    const cookies = new Map(browser.cookies);
    expect((await browser.post('/api/auth/sign-out')).status).toBe(200);
    await until(() => client.closes.length > 0, 'the plan is closed');
    expect(await live.untilClosed()).toBe(4403);
    for (const [name, value] of cookies) {
      browser.cookies.set(name, value);
    }
    expect((await browser.get('/api/staff/home')).status).toBe(401);
    expect((await browser.post(`/api/p/${body.participationId}/turn`, { personId: null })).status).toBe(401);
    // Frau Seidel's other browser is signed in on its own.
    expect((await table.seidel.browser.get('/api/staff/home')).status).toBe(200);
  });
});
