import { get } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeRooms } from '#server/example/rooms.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import type { VersionRef } from '#shared/api/view.ts';
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
  tokenOf,
} from '../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../helpers/database.ts';
import { until } from '../../helpers/sync-server.ts';

/** What somebody with a leaked link, or a seat at the table and bad intentions, tries. */
describe.each(USE_CASE_KINDS)('attacks (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  beforeEach(async () => {
    await app.demo.ensure();
    await app.demo.reset();
    table = await openTable(app);
  });
  afterAll(() => app.stop());

  const post = (place: Place, path: string, body: unknown = {}) =>
    place.browser.post<ErrorBody>(`/api/p/${place.id}/${path}`, body);
  const exchange = (place: 'leon' | 'krueger', browser = app.browser()) =>
    browser.post<{ participationId: string }>('/api/links/exchange', {
      token: tokenOf(linkOf(table.demo, place)),
    });
  /** A personal link that the facilitator makes now. */
  const newLink = async (participationId: string): Promise<string> => {
    const { body } = await table.seidel.browser.post<{ url: string }>(
      `/api/p/${table.seidel.id}/people/${participationId}/link`,
    );
    return body.url;
  };
  const participationOf = async (name: string): Promise<string> => {
    const { participants: seats } = await table.seidel.live.untilTable();
    return seats.find(({ person }) => person.name === name)?.participationId ?? '';
  };

  it('[AC11] a device in the lobby cannot use up the sockets of the person at the table', async () => {
    const thief = await table.knock('leon');
    const sockets = Array.from(
      { length: 16 },
      () => new LiveSocket(thief.browser.socket(`/live/${thief.id}`)),
    );
    await until(() => sockets.filter(({ closed }) => closed).length >= 12, 'the thief is limited');
    const leon = await table.seat('leon');
    const view = await leon.live.untilTable();
    expect(view.me.person?.name).toBe('Leon');
    for (const socket of sockets) {
      socket.close();
    }
  });

  it('[AC17] a leaked link makes a bounded number of devices, and at most ten knock at once', async () => {
    const answers: number[] = [];
    for (let turn = 0; turn < 62; turn++) {
      const browser = app.browser();
      const { status, body } = await exchange('leon', browser);
      answers.push(status);
      if (status === 200) {
        await browser.post(`/api/p/${body.participationId}/confirm`);
      }
    }
    expect(answers.filter((status) => status === 429)).toHaveLength(2);
    const view = await table.seidel.live.untilTable(({ waiting }) => waiting.length >= 10);
    await app.live.settled();
    expect(view.waiting).toHaveLength(10);
    const rows = await app.database.sql<{ state: string; count: number }[]>`
      select state, count(*)::int from device where participation_id = ${await participationOf('Leon')}
      group by state`;
    expect(rows.find(({ state }) => state === 'asked')?.count).toBeLessThanOrEqual(20);
    // Nobody else is affected, and Leon himself comes in by a new link.
    expect((await exchange('krueger')).status).toBe(200);
    const leon = app.browser();
    const id = await openLink(leon, await newLink(await participationOf('Leon')));
    expect((await leon.post(`/api/p/${id}/confirm`)).status).toBe(200);
    await table.seidel.live.untilTable(({ waiting }) => waiting.length >= 11);
  });

  it('[AC11] whoever guesses links behind the same address keeps nobody out', async () => {
    const guess = () => app.browser().post('/api/links/exchange', { token: 'guess' });
    const answers: number[] = [];
    for (let turn = 0; turn < 22; turn++) {
      answers.push((await guess()).status);
    }
    expect(answers.at(-1)).toBe(429);
    expect((await exchange('leon')).status).toBe(200);
  });

  it('[SG10] a link for signing opens by itself once, though two devices opened it at the same moment', async () => {
    const krueger = await participationOf('Herr Krüger');
    await post(table.seidel, 'freeze', { step: 'begin' });
    await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const url = await newLink(krueger);
    const browsers = [app.browser(), app.browser()];
    for (const browser of browsers) {
      await openLink(browser, url);
    }
    await Promise.all(browsers.map((browser) => browser.post(`/api/p/${krueger}/confirm`)));
    const devices = await app.database.sql<{ state: string; second: boolean }[]>`
      select state, second_device as second from device
      where participation_id = ${krueger} and state in ('asked', 'waiting', 'admitted') order by state`;
    expect(devices).toEqual([
      { state: 'admitted', second: false },
      { state: 'waiting', second: true },
    ]);
  });

  it('[AC4] of two devices that opened a link at the same moment, the second that says yes is marked', async () => {
    const browsers = [app.browser(), app.browser()];
    const ids: string[] = [];
    for (const browser of browsers) {
      ids.push(await openLink(browser, linkOf(table.demo, 'leon')));
    }
    for (const browser of browsers) {
      await browser.post(`/api/p/${ids[0]}/confirm`);
    }
    const view = await table.seidel.live.untilTable(({ waiting }) => waiting.length === 2);
    expect(view.waiting.map(({ secondDevice }) => secondDevice)).toEqual([false, true]);
  });

  it('[SG10] a link for signing never opens a place that leads', async () => {
    await post(table.seidel, 'freeze', { step: 'begin' });
    await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const url = await newLink(table.seidel.id);
    // Her own device has ended by time; the link lies in somebody's letter box.
    await app.database.sql`update device set expires_at = now() where participation_id = ${table.seidel.id}`;
    const thief = app.browser();
    await openLink(thief, url);
    await thief.post(`/api/p/${table.seidel.id}/confirm`);
    const reopened = await thief.post<ErrorBody>(`/api/p/${table.seidel.id}/reopen`);
    expect(reopened.body.error).toBe('not_admitted');
  });

  it('[SG2] a freezing that is cancelled while it begins freezes nothing', async () => {
    const { refresh } = app.hub;
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let begun: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => {
      begun = resolve;
    });
    app.hub.refresh = () => {
      app.hub.refresh = refresh;
      begun();
      return held;
    };
    const begin = post(table.seidel, 'freeze', { step: 'begin' });
    await reached;
    expect((await post(table.seidel, 'freeze', { step: 'cancel' })).status).toBe(200);
    goOn();
    expect((await begin).body.error).toBe('wrong_state');
    const [plan] = await app.database.sql`select state from document where id = ${table.planId}`;
    expect(plan?.['state']).toBe('open');
    expect(
      await app.database.sql`select id from protocol_version where meeting_id = ${table.meetingId}`,
    ).toEqual([]);
  });

  it('[SG3] whatever two facilitators press at once, state, versions and answers agree', async () => {
    const browser = app.browser();
    await browser.post('/api/demo/sign-in');
    await browser.post(`/api/staff/meetings/${table.meetingId}/enter`);
    const other: Place = { ...table.seidel, browser };
    const leon = await table.seat('leon');
    const client = openPlan(app, leon, table.planId);
    await until(() => client.provider.synced, 'the plan is there');
    for (let round = 0; round < 6; round++) {
      await post(table.seidel, 'freeze', { step: 'begin' });
      const steps = ['now', 'cancel', 'wait', 'now', 'cancel'];
      await Promise.all(steps.map((step, at) => post(at % 2 ? other : table.seidel, 'freeze', { step })));
      const [row] = await app.database.sql<{ state: string; versions: number }[]>`
        select state, (select count(*)::int from protocol_version v where v.meeting_id = document.meeting_id) as versions
        from document where id = ${table.planId}`;
      expect(['open', 'frozen']).toContain(row?.state);
      if (row?.state === 'frozen') {
        const [sealed, reopened] = await Promise.all([
          post(table.seidel, `versions/unknown/seal`),
          post(other, 'reopen'),
        ]);
        expect(sealed.status).toBe(409);
        expect([200, 409]).toContain(reopened.status);
        await post(other, 'reopen');
      }
      await table.seidel.live.untilTable(({ state }) => state === 'open');
    }
    client.destroy();
  });

  it('[SG5] nobody signs for somebody else, from the lobby, for a version of another meeting, or by another hash', async () => {
    const leon = await table.seat('leon');
    const stranger = await table.knock('krueger');
    await post(table.seidel, 'freeze', { step: 'begin' });
    const { version, previous } = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const said = { sha256: version?.sha256, decision: 'einverstanden', method: 'bestaetigt' };
    const at = `versions/${version?.id}/signoff`;
    const forged = [
      await leon.browser.post<ErrorBody>(`/api/p/${table.seidel.id}/${at}`, said),
      await post(stranger, at, said),
      await post(leon, at, { ...said, sha256: 'a'.repeat(64) }),
      await post(leon, `versions/${previous?.id}/signoff`, { ...said, sha256: previous?.sha256 }),
      await post(leon, at, { ...said, method: 'name_getippt', typedName: 'Katrin Seidel' }),
      await post(leon, at, { ...said, personId: table.seidel.id }),
    ];
    expect(forged.map(({ body }) => body.error)).toEqual([
      'unauthenticated',
      'not_admitted',
      'wrong_version',
      'wrong_version',
      'name_mismatch',
      'bad_request',
    ]);
    const rows = () => app.database.sql`select id from signoff where version_id = ${version?.id ?? ''}`;
    expect(await rows()).toEqual([]);
    // A replay says the same once more: it is another row, and counts as often as one person may decide.
    const again = await Promise.all(Array.from({ length: 40 }, () => post(leon, at, said)));
    expect(again.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(30);
    expect((await rows()).length).toBeLessThanOrEqual(30);
  });

  it('[SG9] sealing and reopening at once: one of them, never both', async () => {
    await post(table.seidel, 'freeze', { step: 'begin' });
    const { version } = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const answers = await Promise.all([
      post(table.seidel, `versions/${version?.id}/seal`),
      post(table.seidel, 'reopen'),
      post(table.seidel, `versions/${version?.id}/seal`),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [row] = await app.database.sql<{ state: string; sealed: Date | null }[]>`
      select state, sealed_at as sealed from document plan
      join protocol_version v on v.meeting_id = plan.meeting_id where plan.id = ${table.planId}`;
    expect(row?.state === 'sealed').toBe(row?.sealed !== null);
  });

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

  it('[AC18] who says "not me" is told that the facilitator hears of it, and she does; nobody else', async () => {
    const leon = await table.seat('leon');
    const stranger = app.browser();
    const id = await openLink(stranger, linkOf(table.demo, 'krueger'));
    await stranger.post(`/api/p/${id}/not-me`);
    const told = await table.seidel.live.untilTable(({ notMe }) => notMe.length > 0);
    expect(told.notMe).toMatchObject([{ participationId: id, person: { name: 'Herr Krüger' } }]);
    await app.live.settled();
    expect((await leon.live.untilTable()).notMe).toEqual([]);
    // A new link is the answer: then there is nothing to tell any more.
    await post(table.seidel, `people/${id}/revoke`);
    await table.seidel.live.untilTable(({ notMe }) => notMe.length === 0);
  });

  it('[SG5] a clock that goes back changes neither which version is the latest nor whose last word counts', async () => {
    let time = new Date();
    const app = await openTestApp(kind, { now: () => time });
    try {
      const table = await openTable(app);
      const leon = await table.seat('leon');
      await post(table.seidel, 'freeze', { step: 'begin' });
      const first = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
      await post(table.seidel, 'reopen');
      time = new Date(time.getTime() - 3_600_000);
      await post(table.seidel, 'freeze', { step: 'begin' });
      const second = await table.seidel.live.untilTable(({ version }) => version?.number === '2.1');
      const sign = (version: VersionRef | null, decision: string) =>
        post(leon, `versions/${version?.id}/signoff`, {
          sha256: version?.sha256,
          decision,
          method: 'bestaetigt',
        });
      expect((await sign(first.version, 'einverstanden')).body.error).toBe('wrong_version');
      expect((await sign(second.version, 'einverstanden')).status).toBe(200);
      time = new Date(time.getTime() - 60_000);
      expect((await sign(second.version, 'nicht_einverstanden')).status).toBe(200);
      await leon.live.untilTable(({ signoffs }) =>
        signoffs.some(({ decision }) => decision === 'nicht_einverstanden'),
      );
      expect((await post(table.seidel, `versions/${first.version?.id}/seal`)).body.error).toBe(
        'wrong_version',
      );
      expect((await post(table.seidel, `versions/${second.version?.id}/seal`)).status).toBe(200);
    } finally {
      await app.stop();
    }
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
