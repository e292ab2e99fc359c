import { get } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeRooms } from '#server/example/rooms.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import { LiveSocket } from '../../../helpers/app/live-socket.ts';
import {
  openFreshTable,
  openTestApp,
  type Place,
  post,
  type Table,
  type TestApp,
} from '../../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../../helpers/database.ts';

/** What somebody with a leaked link, or a seat at the table and bad intentions, tries. */
describe.each(USE_CASE_KINDS)('attacks (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  beforeEach(async () => {
    table = await openFreshTable(app);
  });
  afterAll(() => app.stop());

  it('[AC10] a zero byte anywhere gets 400, not a broken server', async () => {
    const { browser, id } = table.seidel;
    for (const path of [
      `/api/p/${id}/admissions/%00`,
      `/api/p/${id}/people/%00/link`,
      `/api/p/${id}/people/%00/revoke`,
      `/api/staff/meetings/%00/enter`,
    ]) {
      const answer = await browser.post<ErrorBody>(path, { decision: 'admit' });
      expect(`${path} ${answer.status} ${answer.body.error}`).toBe(`${path} 400 bad_request`);
    }
    expect((await browser.post(`/api/p/${id}/turn`, { personId: '\u0000' })).status).toBe(400);
    expect((await browser.get(`/api/p/${id}/versions/%00`)).status).toBe(400);
    expect((await browser.get('/api/p/%00/versions/x')).status).toBe(401);
  });

  it('[AC12] of the library for accounts nothing is there but signing in and out', async () => {
    const { browser } = table.seidel;
    for (const path of ['error?error=<b>', 'ok', 'get-session', 'list-sessions', 'list-accounts']) {
      expect(`${path} ${(await browser.get(`/api/auth/${path}`)).status}`).toBe(`${path} 404`);
    }
    for (const path of ['update-user', 'change-password', 'revoke-sessions', 'request-password-reset']) {
      const answer = await browser.post(`/api/auth/${path}`, { name: 'Frau Anders' });
      expect(`${path} ${answer.status}`).toBe(`${path} 404`);
    }
  });

  it('[AC20] a page that points its own name at this machine learns no link of the example', async () => {
    const ask = (host: string): Promise<number> =>
      new Promise((resolve, reject) => {
        get(`${app.url}/api/demo`, { headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        }).on('error', reject);
      });
    expect(await ask('evil.example:3000')).toBe(403);
    expect(await ask('127.0.0.1.evil.example')).toBe(403);
    expect(await ask('localhost:8080')).toBe(200);
    expect(await ask('[::1]:3000')).toBe(200);
    expect(await ask('192.168.1.7:3000')).toBe(200);
  });

  it('[AC16] who leads one meeting reaches nothing of another', async () => {
    const [room] = await makeRooms(app.ctx, { meetings: 1, participants: 3, admit: true }, app.url);
    const [boss, guest] = room?.places ?? [];
    const foreign = app.browser();
    const [name = '', value = ''] = (boss?.cookie ?? '').split('=');
    foreign.cookies.set(name, value);
    const evil: Place = {
      browser: foreign,
      id: boss?.participationId ?? '',
      live: foreign.live(boss?.participationId ?? ''),
    };
    expect((await evil.live.untilTable()).me.role).toBe('moderation');
    const victim = await table.knock('leon');
    const { version, previous, persons } = await table.seidel.live.untilTable();
    expect(version).toBeNull();
    const tries: [string, unknown][] = [
      [`admissions/${victim.deviceId}`, { decision: 'admit' }],
      [`admissions/${victim.deviceId}`, { decision: 'refuse' }],
      [`people/${victim.id}/link`, {}],
      [`people/${victim.id}/revoke`, {}],
      [`people/${victim.id}/remove`, {}],
      ['turn', { personId: persons[0]?.id }],
      [`versions/${previous?.id}/seal`, {}],
      [
        `versions/${previous?.id}/signoff`,
        { sha256: previous?.sha256, decision: 'einverstanden', method: 'bestaetigt' },
      ],
    ];
    for (const [path, body] of tries) {
      const { status } = await post(evil, path, body);
      expect([400, 404, 409], `${path} ${status}`).toContain(status);
    }
    for (const file of ['', '/protocol.json', '/protocol.pdf']) {
      const answer = await foreign.get(`/api/p/${evil.id}/versions/${previous?.id}${file}`);
      expect(answer.status).toBe(404);
    }
    const socket = foreign.socket(`/sync/${evil.id}/${table.planId}`);
    expect(await new LiveSocket(socket).untilClosed()).toBe(4403);
    const lobby = await victim.live.until((view) => view.kind === 'lobby');
    expect(lobby).toMatchObject({ step: 'waiting' });
    expect(guest?.role).not.toBe('moderation');
  });
});
