import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorBody } from '#shared/api/errors.ts';
import {
  closeCode,
  linkOf,
  openLink,
  openTable,
  openTestApp,
  type Place,
  type Table,
  type TestApp,
} from '../../../helpers/app.ts';
import { DATABASE_KINDS } from '../../../helpers/database.ts';

describe.each(DATABASE_KINDS)('lobby and sockets (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  beforeAll(async () => {
    app = await openTestApp(kind);
    table = await openTable(app);
  });
  afterAll(() => app.stop());

  const waitingDevice = async (place: Place): Promise<string> => {
    const seen = ({ deviceId }: { deviceId: string }): boolean => deviceId === place.deviceId;
    const view = await table.seidel.live.untilTable(({ waiting }) => waiting.some(seen));
    return view.waiting.find(seen)?.deviceId ?? '';
  };

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
});
