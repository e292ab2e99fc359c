import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorBody } from '#shared/api/errors.ts';
import { LiveSocket } from '../../../helpers/app/live-socket.ts';
import {
  linkOf,
  newLink,
  openFreshTable,
  openLink,
  openTestApp,
  post,
  type Table,
  type TestApp,
  tokenOf,
} from '../../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../../helpers/database.ts';
import { until } from '../../../helpers/sync-server.ts';

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

  const exchange = (place: 'leon' | 'krueger', browser = app.browser()) =>
    browser.post<{ participationId: string }>('/api/links/exchange', {
      token: tokenOf(linkOf(table.demo, place)),
    });

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
      select state, count(*)::int from device where participation_id = ${await participationOf(table, 'Leon')}
      group by state`;
    expect(rows.find(({ state }) => state === 'asked')?.count).toBeLessThanOrEqual(20);
    // Nobody else is affected, and Leon himself comes in by a new link.
    expect((await exchange('krueger')).status).toBe(200);
    const leon = app.browser();
    const id = await openLink(leon, await newLink(table, await participationOf(table, 'Leon')));
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
    const krueger = await participationOf(table, 'Herr Krüger');
    await post(table.seidel, 'freeze', { step: 'begin' });
    await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const url = await newLink(table, krueger);
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
    const url = await newLink(table, table.seidel.id);
    // Her own device has ended by time; the link lies in somebody's letter box.
    await app.database.sql`update device set expires_at = now() where participation_id = ${table.seidel.id}`;
    const thief = app.browser();
    await openLink(thief, url);
    await thief.post(`/api/p/${table.seidel.id}/confirm`);
    const reopened = await thief.post<ErrorBody>(`/api/p/${table.seidel.id}/reopen`);
    expect(reopened.body.error).toBe('not_admitted');
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
});

/** The participation of somebody at the table. */
async function participationOf({ seidel }: Table, name: string): Promise<string> {
  const { participants: seats } = await seidel.live.untilTable();
  return seats.find(({ person }) => person.name === name)?.participationId ?? '';
}
