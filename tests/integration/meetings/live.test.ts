import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlan, openTable, openTestApp, type Table, type TestApp } from '../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../helpers/database.ts';
import { type SyncClient, until } from '../../helpers/sync-server.ts';

describe.each(USE_CASE_KINDS)('live views (%s)', (kind) => {
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

  it('[ME4] the table shows who is there, who is remote, and how many screens', async () => {
    const screen = await table.seat('screen');
    const krueger = await table.seat('krueger');
    const client = openPlan(app, krueger, table.planId);
    clients.push(client);
    await until(() => client.provider.synced, 'the plan is there');
    const view = await table.seidel.live.untilTable(
      ({ screens, participants: seats }) =>
        screens === 1 && seats.some(({ person, online }) => person.name === 'Herr Krüger' && online),
    );
    expect(view.participants.find(({ person }) => person.name === 'Herr Krüger')?.present).toBe('afar');
    expect(view.participants.find(({ person }) => person.name === 'Frau Lorenz')).toMatchObject({
      attendance: 'schriftlich',
      online: false,
    });
    expect(view.persons.map(({ initials }) => initials)).toEqual(
      expect.arrayContaining(['Le', 'We', 'Kr', 'Re', 'Ay', 'Be', 'Lo', 'Se', 'Je', 'Mi']),
    );
    const wall = await screen.live.untilTable();
    expect(wall.me).toMatchObject({ person: null, role: 'bildschirm', address: 'neutral' });
    krueger.live.close();
    client.destroy();
    await table.seidel.live.untilTable(({ participants: seats }) =>
      seats.every(({ person, online }) => person.name !== 'Herr Krüger' || !online),
    );
    screen.live.close();
    await table.seidel.live.untilTable(({ screens }) => screens === 0);
  });

  it('[ME4] the facilitator sees phones of the room as there, and the time is the server’s', async () => {
    const view = await table.seidel.live.untilTable();
    expect(Math.abs(Date.parse(view.serverTime) - Date.now())).toBeLessThan(60_000);
    expect(view.previous?.number).toBe('1.0');
    expect(view.version).toBeNull();
    expect(view.nextMeetingId).toBeNull();
  });

  it('[ME5] many changes at once are gathered, and an equal view is not sent again', async () => {
    const leon = await table.seat('leon');
    const before = leon.live.texts.length;
    for (let turn = 0; turn < 30; turn++) {
      app.live.changed(table.meetingId);
    }
    await app.live.settled();
    expect(leon.live.texts.length).toBe(before);
    await Promise.all(
      Array.from({ length: 8 }, () =>
        table.seidel.browser.post(`/api/p/${table.seidel.id}/phase/extend`, { minutes: 1 }),
      ),
    );
    await leon.live.untilTable(({ phaseMinutes }) => phaseMinutes === 13);
    expect(leon.live.texts.length - before).toBeLessThanOrEqual(8);
  });

  it('[ME5] a view that could not be made is made as soon as the next change comes', async () => {
    const leon = await table.seat('wegner');
    const failing = app.hub.connections;
    app.hub.connections = () => {
      throw new Error('away');
    };
    app.live.changed(table.meetingId);
    await app.live.settled();
    app.hub.connections = failing;
    await table.seidel.browser.post(`/api/p/${table.seidel.id}/phase`, { phase: 'ziele' });
    await leon.live.untilTable(({ phase }) => phase === 'ziele');
  });

  it('[AC7] a right that ends by time alone ends for open sockets too, though nothing was signalled', async () => {
    const patient = app;
    app = await openTestApp(kind, { database: patient.database, recheckMs: 100 });
    try {
      await app.demo.reset();
      table = await openTable(app);
      const guest = await table.seat('aydin');
      const client = openPlan(app, guest, table.planId);
      clients.push(client);
      await until(() => client.provider.synced, 'the plan is there');
      // Nobody watches the live view: the plan's own sockets are looked after all the same.
      guest.live.close();
      table.seidel.live.close();
      await app.database.sql`update device set expires_at = now() where participation_id = ${guest.id}`;
      await until(() => client.closes.length > 0, 'the plan is closed');
      expect(client.closes).toEqual([4403]);
    } finally {
      await app.stop();
      app = patient;
    }
  });
});
