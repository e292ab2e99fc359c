import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VersionAnswer } from '#shared/api/answers.ts';
import { addGoal, flatten, readGoals, setScale } from '#shared/documents/plan/goals.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { canonicalBytes, contentHash } from '#shared/protocol/canonical.ts';
import { linkOf, openLink, type Place, personAt, post } from '../../../helpers/app.ts';
import { DATABASE_KINDS } from '../../../helpers/database.ts';
import { saved, until } from '../../../helpers/sync-server.ts';
import { type House, openHouse, read, sign } from './meeting.ts';

describe.each(DATABASE_KINDS)('from open to sealed (%s)', (kind) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(kind);
  });
  afterAll(() => house.close());

  it('[SG4] reopening keeps the version with its decisions; the next freeze names it', async () => {
    const { app, database, table, plan, freeze, frozenVersion } = await house.fresh();
    const leon = await table.seat('leon');
    await freeze('begin');
    const first = await frozenVersion('2.0');
    expect((await sign(leon, first)).status).toBe(200);
    expect((await post(table.seidel, 'reopen')).status).toBe(200);
    const open = await leon.live.untilTable(({ state }) => state === 'open');
    expect(open.version?.id).toBe(first.id);
    expect((await sign(leon, first)).body.error).toBe('wrong_state');
    const client = await plan(leon);
    addGoal(client.doc, null, { textOwn: 'Noch ein Ziel' }, ORIGIN.list);
    await saved(client);
    client.destroy();
    await until(() => app.hub.connections(table.planId).length === 0, 'nobody is missing');
    await freeze('begin');
    const second = await frozenVersion('2.1');
    expect((await sign(leon, first)).body.error).toBe('wrong_version');
    const { body } = await read(table.seidel, second.id);
    expect(body.content.previousSha256).toBe(first.sha256);
    expect(body.signoffs).toEqual([]);
    const old = await read(table.seidel, first.id);
    expect(old.body.signoffs.map(({ person, decision }) => `${person.name} ${decision}`)).toEqual([
      'Leon einverstanden',
    ]);
    const [row] = await database.sql`select supersedes from protocol_version where id = ${second.id}`;
    expect(row?.['supersedes']).toBe(first.id);
  });

  it('[SG10] a link that is made after the freeze leads straight to signing, and back to the lobby on reopening', async () => {
    const { app, table, freeze, frozenVersion } = await house.fresh();
    const before = app.browser();
    const early = await openLink(before, linkOf(table.demo, 'krueger'));
    await freeze('begin');
    const version = await frozenVersion('2.0');
    await before.post(`/api/p/${early}/confirm`);
    const waits = before.live(early);
    await waits.until((view) => view.kind === 'lobby' && view.step === 'waiting');
    await before.post(`/api/p/${early}/leave`);

    const { body } = await post(table.seidel, `people/${early}/link`);
    const browser = app.browser();
    const id = await openLink(browser, (body as unknown as { url: string }).url);
    await browser.post(`/api/p/${id}/confirm`);
    const krueger: Place = { browser, id, live: browser.live(id) };
    await krueger.live.untilTable(({ state }) => state === 'frozen');
    expect((await read(krueger, version.id)).status).toBe(200);
    expect((await sign(krueger, version)).status).toBe(200);
    await post(table.seidel, 'reopen');
    await krueger.live.until((view) => view.kind === 'lobby');
    expect((await read(krueger, version.id)).body).toMatchObject({ error: 'not_admitted' });
  });

  it('[SG10] a signing link still works after sealing; on a second device it leads to the lobby', async () => {
    const { app, table, freeze, frozenVersion } = await house.fresh();
    await freeze('begin');
    const version = await frozenVersion('2.0');
    await post(table.seidel, `versions/${version.id}/seal`);
    await table.seidel.live.untilTable(({ state }) => state === 'sealed');
    const demo = await app.demo.freshLinks(app.url);
    const first = app.browser();
    const id = await openLink(first, linkOf(demo, 'krueger'));
    await first.post(`/api/p/${id}/confirm`);
    expect((await sign({ browser: first, id, live: first.live(id) }, version)).status).toBe(200);
    const second = app.browser();
    await openLink(second, linkOf(demo, 'krueger'));
    await second.post(`/api/p/${id}/confirm`);
    await second.live(id).until((view) => view.kind === 'lobby' && view.me.secondDevice);
  });

  it('[SG11] the protocol can be taken along as exact JSON and as PDF', async () => {
    const { app, table, freeze, frozenVersion } = await house.fresh();
    const leon = await table.seat('leon');
    await freeze('begin');
    const version = await frozenVersion('2.0');
    const path = `/api/p/${leon.id}/versions/${version.id}`;
    const json = await leon.browser.get<{ content: VersionAnswer['content'] }>(`${path}/protocol.json`);
    expect(json.headers.get('content-disposition')).toMatch(
      /^attachment; filename="hilfeplan-.*-v2\.0\.json"$/,
    );
    expect(contentHash(canonicalBytes(json.body.content))).toBe(version.sha256);
    const pdf = await fetch(`${app.url}${path}/protocol.pdf`, {
      headers: { cookie: leon.browser.cookieHeader() },
    });
    expect(pdf.status).toBe(200);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await leon.browser.get(`/api/p/${leon.id}/versions/unknown`)).status).toBe(404);
  });

  it('[ME7] the next meeting starts from the sealed version: same goals and people, fresh document, no links', async () => {
    const { app, database, table, plan, freeze, frozenVersion } = await house.fresh();
    const leon = await table.seat('leon');
    const client = await plan(leon);
    const goals = flatten(readGoals(client.doc));
    const goal = goals.find(({ number }) => number === '1.1');
    setScale(client.doc, goal?.id ?? '', await personAt(leon), 6, ORIGIN.list);
    await saved(client);
    client.destroy();
    await until(() => app.hub.connections(table.planId).length === 0, 'nobody is missing');
    const wanted = {
      type: 'fortschreibung',
      date: '2099-05-20',
      start: '16:00',
      end: '17:00',
      place: 'Anker',
    };
    expect((await post(table.seidel, 'next-meeting', wanted)).body.error).toBe('wrong_state');
    await freeze('begin');
    const version = await frozenVersion('2.0');
    await post(table.seidel, `versions/${version.id}/seal`);
    const wrong = await post(table.seidel, 'next-meeting', { ...wanted, end: '15:00', date: '2020-01-01' });
    expect(wrong.body.fields?.[0]?.field).toBe('date');
    const answers = await Promise.all([1, 2].map(() => post(table.seidel, 'next-meeting', wanted)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const made = answers.find(({ status }) => status === 200)?.body as unknown as {
      meetingId: string;
      participationId: string;
    };
    const live = table.seidel.browser.live(made.participationId);
    const next = await live.untilTable();
    expect(next.meeting).toMatchObject({ number: 3, date: '2099-05-20', place: 'Anker', childName: 'Leon' });
    expect(next.previous?.id).toBe(version.id);
    expect(next.participants.map(({ person }) => person.name)).toContain('Herr Krüger');
    expect(next.state).toBe('open');
    const there = await app.hub.readCommitted(next.documents.plan, readPlan);
    expect(flatten(there.goals).map(({ id }) => id)).toEqual(
      expect.arrayContaining(goals.filter(({ depth }) => depth < 2).map(({ id }) => id)),
    );
    expect(flatten(there.goals).find(({ id }) => id === goal?.id)?.before?.version).toBe('2.0');
    const links =
      await database.sql`select l.id from join_link l join participation p on p.id = l.participation_id
      where p.meeting_id = ${made.meetingId}`;
    expect(links).toEqual([]);
    await table.seidel.live.untilTable(({ nextMeetingId }) => nextMeetingId === made.meetingId);
    expect((await leon.browser.get(`/api/p/${made.participationId}/versions/${version.id}`)).status).toBe(
      401,
    );
  });
});
