import { connect as connectTcp } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorBody } from '#shared/api/errors.ts';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import {
  LiveSocket,
  linkOf,
  openLink,
  openPlan,
  openTable,
  openTestApp,
  type Place,
  type Table,
  type TestApp,
} from '../../helpers/app.ts';
import { DATABASE_KINDS } from '../../helpers/database.ts';
import { type SyncClient, saved, until } from '../../helpers/sync-server.ts';

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
  const waitingDevice = async (place: Place): Promise<string> => {
    const seen = ({ deviceId }: { deviceId: string }): boolean => deviceId === place.deviceId;
    const view = await table.seidel.live.untilTable(({ waiting }) => waiting.some(seen));
    return view.waiting.find(seen)?.deviceId ?? '';
  };
  const closeCode = (path: string, place: Place): Promise<number> =>
    new LiveSocket(place.browser.socket(path)).untilClosed();

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

  it('[AC3] from the question to the table: asked, waiting, admitted', async () => {
    const browser = app.browser();
    const id = await openLink(browser, linkOf(table.demo, 'leon'));
    const live = browser.live(id);
    const asked = await live.until((view) => view.kind === 'lobby');
    expect(asked).toMatchObject({ step: 'asked', me: { person: { name: 'Leon' }, address: 'du' } });
    await browser.post(`/api/p/${id}/confirm`);
    await live.until(
      (view) => view.kind === 'lobby' && view.step === 'waiting' && view.waitingSince !== null,
    );
    const seen = await table.seidel.live.untilTable(({ waiting }) => waiting.length === 1);
    const deviceId = seen.waiting[0]?.deviceId;
    await table.seidel.browser.post(`/api/p/${table.seidel.id}/admissions/${deviceId}`, {
      decision: 'admit',
    });
    const view = await live.untilTable();
    expect(view.me.role).toBe('junger_mensch');
    expect(view.waiting).toEqual([]);
  });

  it('[AC3] before admission nobody gets a byte of the plan or the name of anybody else', async () => {
    const { browser, id, live } = await table.knock('krueger');
    await live.until((view) => view.kind === 'lobby' && view.step === 'waiting');
    const seen: string[] = [];
    const versionId = (await table.seidel.live.untilTable()).previous?.id ?? '';
    for (const path of ['', `/versions/${versionId}`, `/versions/${versionId}/protocol.json`, '/people']) {
      seen.push((await browser.get(`/api/p/${id}${path}`)).text);
    }
    for (const path of ['phase', 'turn', 'freeze', 'reopen', `versions/${versionId}/seal`]) {
      const answer = await browser.post<ErrorBody>(`/api/p/${id}/${path}`, {
        phase: 'ziele',
        step: 'begin',
        personId: null,
      });
      expect(`${path} ${answer.status}`).not.toBe(`${path} 200`);
      seen.push(answer.text);
    }
    expect(await closeCode(`/sync/${id}/${table.planId}`, { browser, id, live })).toBe(4403);
    seen.push(...live.texts);
    const all = seen.join('\n');
    for (const canary of [
      'Abend',
      'Mühlenpark',
      'Wegner',
      'Renate',
      'Aydın',
      'Berg',
      'Lorenz',
      'Anker',
      'Leon W.',
    ]) {
      expect(all.includes(canary), canary).toBe(false);
    }
    expect(all).toContain('Herr Krüger');
    await browser.post(`/api/p/${id}/leave`);
  });

  it('[AC3] the question names whose plan it is and who leads; when and a number come with the yes', async () => {
    const browser = app.browser();
    const id = await openLink(browser, linkOf(table.demo, 'wegner'));
    const live = browser.live(id);
    const asked = await live.until((view) => view.kind === 'lobby' && view.step === 'asked');
    const { meeting } = await table.seidel.live.untilTable();
    expect(asked).toMatchObject({
      meeting: { childName: 'Leon', facilitator: { name: 'Frau Seidel', phone: null }, when: null },
    });
    expect(live.texts.join()).not.toContain(meeting.date);
    await browser.post(`/api/p/${id}/confirm`);
    const waiting = await live.until((view) => view.kind === 'lobby' && view.step === 'waiting');
    const { childName, facilitator, date, start, end } = meeting;
    expect(waiting).toMatchObject({ meeting: { childName, facilitator, when: { date, start, end } } });
    expect(live.texts.join()).not.toContain(meeting.place);
    await browser.post(`/api/p/${id}/leave`);
  });

  it('[AC3] only the facilitator learns who waits', async () => {
    const leon = await table.seat('leon');
    const view = await leon.live.untilTable();
    expect(view.waiting).toEqual([]);
    expect(leon.live.texts.join('')).not.toContain('"deviceId"');
  });

  it('[AC3] who is refused is away, and may come again by the same link', async () => {
    const guest = await table.knock('aydin');
    const deviceId = await waitingDevice(guest);
    const answer = await table.seidel.browser.post(`/api/p/${table.seidel.id}/admissions/${deviceId}`, {
      decision: 'refuse',
    });
    expect(answer.status).toBe(200);
    await guest.live.until((view) => view.kind === 'gone');
    expect(await guest.live.untilClosed()).toBe(4403);
    expect((await guest.browser.post(`/api/p/${guest.id}/confirm`)).status).toBe(401);
    expect(await openLink(guest.browser, linkOf(table.demo, 'aydin'))).toBe(guest.id);
    expect((await guest.browser.post(`/api/p/${guest.id}/confirm`)).status).toBe(200);
    await guest.browser.post(`/api/p/${guest.id}/leave`);
  });

  it('[UI170] who leads learns that a device was sent away, until somebody knocks for that seat again', async () => {
    const leon = await table.seat('leon');
    const guest = await table.knock('krueger');
    const path = `/api/p/${table.seidel.id}/admissions/${await waitingDevice(guest)}`;
    await table.seidel.browser.post(path, { decision: 'refuse' });
    const ofGuest = (one: { participationId: string }): boolean => one.participationId === guest.id;
    const told = await table.seidel.live.untilTable(({ turnedAway }) => turnedAway.some(ofGuest));
    expect(told.turnedAway.find(ofGuest)).toMatchObject({ person: { name: 'Herr Krüger' } });
    await app.live.settled();
    expect((await leon.live.untilTable()).turnedAway).toEqual([]);
    await openLink(guest.browser, linkOf(table.demo, 'krueger'));
    await guest.browser.post(`/api/p/${guest.id}/confirm`);
    await table.seidel.live.untilTable(({ turnedAway }) => !turnedAway.some(ofGuest));
    // Whoever has come and gone since was not sent away.
    await guest.browser.post(`/api/p/${guest.id}/leave`);
    await table.seidel.live.untilTable(({ waiting }) => waiting.length === 0);
    await app.live.settled();
    expect((await table.seidel.live.untilTable()).turnedAway).toEqual([]);
  });

  it('[AC3] two presses admit once, and a stranger’s device is not found', async () => {
    const guest = await table.knock('aydin');
    const path = `/api/p/${table.seidel.id}/admissions/${await waitingDevice(guest)}`;
    const answers = await Promise.all(
      [1, 2].map(() => table.seidel.browser.post(path, { decision: 'admit' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const unknown = await table.seidel.browser.post(`/api/p/${table.seidel.id}/admissions/nobody`, {
      decision: 'admit',
    });
    expect(unknown.status).toBe(404);
  });

  it('[AC3] "not me" ends the device, and the cookie goes', async () => {
    const browser = app.browser();
    const id = await openLink(browser, linkOf(table.demo, 'wegner'));
    expect((await browser.post(`/api/p/${id}/not-me`)).status).toBe(200);
    expect(browser.cookies.size).toBe(0);
    expect((await browser.post(`/api/p/${id}/confirm`)).status).toBe(401);
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

  it('[AC8] a foreign Origin gets 403 on every socket, whatever the cookie', async () => {
    const paths = [`/live/${table.seidel.id}`, `/sync/${table.seidel.id}/${table.planId}`];
    for (const path of paths) {
      for (const origin of [
        '',
        'null',
        'http://evil.example',
        `${app.url}.evil.example`,
        app.url.replace('http', 'https'),
      ]) {
        const socket = table.seidel.browser.socket(path, origin);
        const status = await new Promise((resolve) => {
          socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
          socket.on('open', () => resolve('open'));
          socket.on('error', () => undefined);
        });
        socket.terminate();
        expect(`${origin} ${status}`).toBe(`${origin} 403`);
      }
    }
  });

  it('[AC8] without a session a socket is opened and closed with 4401, on a foreign meeting with 4403', async () => {
    const nobody: Place = { ...table.seidel, browser: app.browser() };
    expect(await closeCode(`/live/${table.seidel.id}`, nobody)).toBe(4401);
    expect(await closeCode('/live/unknown', nobody)).toBe(4401);
    expect(await closeCode(`/sync/${table.seidel.id}/${table.planId}`, nobody)).toBe(4401);
    expect(await closeCode(`/sync/${table.seidel.id}/another-meeting`, table.seidel)).toBe(4403);
  });

  it('[AC15] packets that killed other servers do not kill this one', async () => {
    const port = Number(new URL(app.url).port);
    const upgrade = 'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n';
    const lines = [
      `GET // HTTP/1.1\r\nHost: x\r\n${upgrade}Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      `GET http://[ HTTP/1.1\r\nHost: x\r\n${upgrade}Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      `GET /live/%E0%A4%A HTTP/1.1\r\nHost: x\r\nOrigin: ${app.url}\r\n${upgrade}\r\n`,
      `GET /live/${table.seidel.id} HTTP/1.1\r\nHost: x\r\nOrigin: ${app.url}\r\n${upgrade}Sec-WebSocket-Key: no\r\n\r\n`,
      `POST /api/links/exchange HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{`,
      '\x16\x03\x01 nothing of http\r\n\r\n',
    ];
    for (const line of lines) {
      await new Promise<void>((resolve) => {
        const socket = connectTcp(port, '127.0.0.1', () => {
          socket.write(line);
          // A reset in the middle of the upgrade, before the database has answered.
          setImmediate(() => socket.resetAndDestroy());
        });
        socket.on('error', () => undefined);
        socket.on('close', () => resolve());
      });
    }
    expect((await app.browser().get('/health')).status).toBe(200);
  });

  it('[AC11] one participation cannot open sockets without end', async () => {
    const leon = await table.seat('leon');
    const sockets = Array.from({ length: 14 }, () => new LiveSocket(leon.browser.socket(`/live/${leon.id}`)));
    await until(() => sockets.filter(({ closed }) => closed).length >= 2, 'some are closed');
    expect(sockets.flatMap(({ closed }) => closed?.code ?? [])).toEqual(expect.arrayContaining([4429, 4429]));
    for (const socket of sockets) {
      socket.close();
    }
    await until(() => sockets.every(({ closed }) => closed), 'all are closed');
  });
});
