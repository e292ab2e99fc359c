import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#server/audit/chain.ts';
import type { VersionAnswer } from '#shared/api/answers.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import { leitzielText } from '#shared/documents/plan/arrangements.ts';
import { addGoal, flatten, readGoals, setGoalText, setScale } from '#shared/documents/plan/goals.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { canonicalBytes, contentHash } from '#shared/protocol/canonical.ts';
import {
  linkOf,
  openLink,
  openPlan,
  openTable,
  openTestApp,
  type Place,
  personAt,
  type Table,
  type TestApp,
} from '../../helpers/app.ts';
import { DATABASE_KINDS, openTestDatabase, type TestDatabase } from '../../helpers/database.ts';
import { type SyncClient, saved, until } from '../../helpers/sync-server.ts';

describe.each(DATABASE_KINDS)('from open to sealed (%s)', (kind) => {
  let database: TestDatabase;
  let app: TestApp;
  let table: Table;
  const clients: SyncClient[] = [];
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    app = await openTestApp(kind, { database });
  });
  afterAll(async () => {
    for (const client of clients) {
      client.destroy();
    }
    await app.stop();
    await database.close();
  });

  /** A fresh example for a test of its own. */
  const fresh = async (): Promise<Table> => {
    await app.demo.reset();
    table = await openTable(app);
    return table;
  };
  const plan = async (place: Place): Promise<SyncClient> => {
    const client = openPlan(app, place, table.planId);
    clients.push(client);
    await until(() => client.provider.synced, 'the plan is there');
    return client;
  };
  const post = (place: Place, path: string, body: unknown = {}) =>
    place.browser.post<ErrorBody>(`/api/p/${place.id}/${path}`, body);
  const freeze = (step: string) => post(table.seidel, 'freeze', { step });
  const read = (place: Place, versionId: string) =>
    place.browser.get<VersionAnswer>(`/api/p/${place.id}/versions/${versionId}`);
  const frozenVersion = async (number: string) => {
    const view = await table.seidel.live.untilTable(
      ({ state, version }) => state === 'frozen' && version?.number === number,
    );
    return view.version as NonNullable<typeof view.version>;
  };
  const sign = (place: Place, version: { id: string; sha256: string }, said: Record<string, unknown> = {}) =>
    post(place, `versions/${version.id}/signoff`, {
      sha256: version.sha256,
      decision: 'einverstanden',
      method: 'bestaetigt',
      ...said,
    });

  it('[SG1] freezing takes what was typed last, then goes on by itself when all have sent theirs', async () => {
    await fresh();
    const leon = await table.seat('leon');
    const client = await plan(leon);
    expect((await freeze('begin')).status).toBe(200);
    await until(() => client.states.at(-1)?.state === 'freezing', 'clients hear of freezing');
    const seen = await table.seidel.live.untilTable(({ freeze: progress }) => progress !== null);
    expect(seen.freeze?.missing.map(({ name }) => name)).toEqual(['Leon']);
    const leonSees = await leon.live.untilTable(({ freeze: progress }) => progress !== null);
    expect(leonSees.freeze).toMatchObject({ missing: [], missingCount: 1 });
    addGoal(client.doc, null, { textOwn: 'Im letzten Moment getippt' }, ORIGIN.list);
    client.flush();
    const version = await frozenVersion('2.0');
    await until(() => client.frozen.length > 0, 'clients hear of the version');
    expect(client.frozen[0]).toEqual({ versionId: version.id, sha256: version.sha256 });
    const { body } = await read(leon, version.id);
    expect(body.content.goals?.map(({ text }) => text)).toContain('Im letzten Moment getippt');
    expect(contentHash(canonicalBytes(body.content))).toBe(version.sha256);
    expect(body.content.previousSha256).toBe(seen.previous?.sha256);
  });

  it('[SG2] it goes on when the time is up, though somebody has not answered', async () => {
    const patient = app;
    app = await openTestApp(kind, { database, flushMs: 400 });
    try {
      await fresh();
      const client = await plan(await table.seat('leon'));
      const began = Date.now();
      await freeze('begin');
      await frozenVersion('2.0');
      expect(Date.now() - began).toBeGreaterThanOrEqual(400);
      await until(() => client.frozen.length === 1, 'who was late hears of it too');
      client.destroy();
    } finally {
      await app.stop();
      app = patient;
    }
  });

  it('[SG13] who has just lost the network is waited for, and comes in with the last words', async () => {
    await fresh();
    const leon = await table.seat('leon');
    const client = await plan(leon);
    const participationId = leon.id;
    const here = (): boolean =>
      app.hub.connections(table.planId).some((one) => one.participationId === participationId);
    client.provider.shouldConnect = false;
    (client.provider.ws as unknown as { terminate(): void } | null)?.terminate();
    await until(() => !here(), 'the line is broken');
    await freeze('begin');
    const view = await table.seidel.live.untilTable(({ freeze: progress }) => progress !== null);
    expect(view.freeze?.missing.map(({ name }) => name)).toEqual(['Leon']);
    client.doc.transact(() => leitzielText(client.doc)?.insert(0, 'Noch schnell: '));
    client.provider.connect();
    await until(() => client.states.at(-1)?.state === 'freezing', 'back while freezing');
    await until(() => client.acked() > 0, 'what was written is saved');
    client.flush();
    await frozenVersion('2.0');
    expect((await app.hub.readCommitted(table.planId, readPlan)).leitziel).toContain('Noch schnell: ');
    client.destroy();
  });

  it('[SG2] the facilitator can go on at once, wait longer, or cancel', async () => {
    await fresh();
    const client = await plan(await table.seat('leon'));
    await freeze('begin');
    const first = await table.seidel.live.untilTable(({ freeze: progress }) => progress !== null);
    await freeze('wait');
    const later = await table.seidel.live.untilTable(
      ({ freeze: progress }) => progress !== null && progress.deadline !== first.freeze?.deadline,
    );
    expect(Date.parse(later.freeze?.deadline ?? '')).toBeGreaterThan(
      Date.parse(first.freeze?.deadline ?? ''),
    );
    expect((await freeze('cancel')).status).toBe(200);
    await table.seidel.live.untilTable(
      ({ state, freeze: progress }) => state === 'open' && progress === null,
    );
    await until(() => client.states.at(-1)?.state === 'open', 'editors open again');
    expect((await freeze('now')).body.error).toBe('wrong_state');
    await freeze('begin');
    expect((await freeze('begin')).body.error).toBe('wrong_state');
    await freeze('now');
    await frozenVersion('2.0');
    expect((await freeze('cancel')).body.error).toBe('wrong_state');
  });

  it.each([
    ['is due', '0 s'],
    ['lies an hour ahead, because the clock was set back', '1 h'],
  ])('[SG12] a freezing that a restart interrupted goes on when its end %s', async (_when, ahead) => {
    await fresh();
    await database.sql`update document set state = 'freezing', freeze_deadline = now() + ${ahead}::interval
      where id = ${table.planId}`;
    const restarted = await openTestApp(kind, { database, flushMs: 300 });
    try {
      const stateNow = async () => {
        const [row] = await database.sql`select state from document where id = ${table.planId}`;
        return row?.['state'];
      };
      const end = Date.now() + 10_000;
      while ((await stateNow()) !== 'frozen' && Date.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const versions =
        await database.sql`select number from protocol_version where meeting_id = ${table.meetingId}`;
      expect(versions).toEqual([{ number: '2.0' }]);
    } finally {
      await restarted.stop();
    }
  });

  it('[SG3] twenty presses make one version, whole, with state and audit', async () => {
    await fresh();
    await freeze('begin');
    await Promise.all(Array.from({ length: 20 }, () => freeze('now')));
    const version = await frozenVersion('2.0');
    const versions =
      await database.sql`select id, code, supersedes from protocol_version where meeting_id = ${table.meetingId}`;
    expect(versions).toEqual([{ id: version.id, code: version.code, supersedes: null }]);
    const events =
      await database.sql`select type from audit_event where subject_id = ${table.meetingId} and type = 'version_frozen'`;
    expect(events.length).toBe(1);
    expect(await verifyChain(database.sql, { kind: 'meeting', id: table.meetingId })).toMatchObject({
      valid: true,
    });
  });

  it('[SG3] an edit after the freeze is refused, and the version stays byte for byte', async () => {
    await fresh();
    const client = await plan(await table.seat('leon'));
    await freeze('begin');
    await freeze('now');
    const version = await frozenVersion('2.0');
    const before = (await read(table.seidel, version.id)).text;
    const [goal] = readGoals(client.doc);
    setGoalText(client.doc, goal?.id ?? '', 'textAgreed', 'Nachträglich geändert', ORIGIN.list);
    await until(() => client.nacks.length > 0, 'the edit is refused');
    expect(client.nacks[0]?.code).toBe('locked');
    expect((await read(table.seidel, version.id)).text).toBe(before);
    expect(JSON.stringify(await app.hub.readCommitted(table.planId, readPlan))).not.toContain('Nachträglich');
  });

  it('[SG4] reopening keeps the version with its decisions; the next freeze names it', async () => {
    await fresh();
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

  it('[SG5] only the hash that was read can be signed, only by who is expected to', async () => {
    await fresh();
    const leon = await table.seat('leon');
    await freeze('begin');
    const version = await frozenVersion('2.0');
    const other = { id: version.id, sha256: 'a'.repeat(64) };
    expect((await sign(leon, other)).body.error).toBe('wrong_version');
    const { previous } = await leon.live.untilTable();
    expect((await sign(leon, previous as typeof version)).body.error).toBe('wrong_version');
    const screen = await table.seat('screen');
    expect((await sign(screen, version)).body.error).toBe('forbidden');
    expect(
      (await screen.browser.get(`/api/p/${screen.id}/versions/${version.id}/protocol.json`)).status,
    ).toBe(403);
    expect((await sign(leon, version, { decision: 'vielleicht' })).status).toBe(400);
    expect((await sign(leon, version, { decision: 'mit_anmerkung' })).body.fields?.[0]?.field).toBe('remark');
    expect((await sign(leon, version, { decision: 'bedenkzeit' })).body.fields?.[0]?.field).toBe(
      'thinkUntil',
    );
    const late = await sign(leon, version, { decision: 'bedenkzeit', thinkUntil: '2020-01-01' });
    expect(late.body.fields?.[0]?.reason).toBe('Dieser Tag liegt schon zurück.');
    expect(await database.sql`select id from signoff where version_id = ${version.id}`).toEqual([]);
  });

  it('[SG6] a typed name must be the own one', async () => {
    await fresh();
    const krueger = await table.seat('krueger');
    await freeze('begin');
    const version = await frozenVersion('2.0');
    const typed = (typedName: string) => sign(krueger, version, { method: 'name_getippt', typedName });
    const wrong = await typed('Sandra Wegner');
    expect(wrong.status).toBe(422);
    expect(wrong.body.error).toBe('name_mismatch');
    expect((await typed('  thomas KRUEGER')).status).toBe(200);
  });

  it('[SG7] a later decision is a new row; [SG8] others’ decisions stay closed until sealing', async () => {
    await fresh();
    const [leon, wegner, screen] = [
      await table.seat('leon'),
      await table.seat('wegner'),
      await table.seat('screen'),
    ];
    await freeze('begin');
    const version = await frozenVersion('2.0');
    await sign(leon, version, { decision: 'bedenkzeit', thinkUntil: '2099-01-01' });
    await sign(leon, version, { decision: 'mit_anmerkung', remark: 'Lieber jedes zweite Wochenende.' });
    const stateOf = async (place: Place) => {
      const view = await place.live.untilTable(({ signoffs }) =>
        signoffs.some(({ state }) => state === 'entschieden'),
      );
      return view.signoffs.find(({ person }) => person.name === 'Leon')?.decision;
    };
    expect(await stateOf(wegner)).toBeNull();
    expect(await stateOf(screen)).toBeNull();
    await leon.live.untilTable(({ signoffs }) =>
      signoffs.some(({ decision }) => decision === 'mit_anmerkung'),
    );
    await table.seidel.live.untilTable(({ signoffs }) =>
      signoffs.some(({ decision }) => decision === 'mit_anmerkung'),
    );
    expect((await read(wegner, version.id)).body.signoffs).toEqual([]);
    expect(wegner.live.texts.join('')).not.toContain('mit_anmerkung');
    const rows =
      await database.sql`select decision from signoff where version_id = ${version.id} order by at`;
    expect(rows.map((row) => row['decision'])).toEqual(['bedenkzeit', 'mit_anmerkung']);
    await expect(database.sql`update signoff set decision = 'einverstanden'`).rejects.toThrow(/append-only/);

    expect((await post(wegner, `versions/${version.id}/seal`)).body.error).toBe('forbidden');
    expect((await post(table.seidel, `versions/${version.id}/seal`)).status).toBe(200);
    const open = await wegner.live.untilTable(
      ({ state, signoffs }) => state === 'sealed' && signoffs.some(({ decision }) => decision !== null),
    );
    expect(open.signoffs.map(({ person, state, decision }) => `${person.name} ${state} ${decision}`)).toEqual(
      [
        'Leon entschieden mit_anmerkung',
        'Frau Wegner offen null',
        'Herr Krüger offen null',
        'Herr Aydın offen null',
        'Frau Seidel offen null',
      ],
    );
    expect((await read(wegner, version.id)).body.signoffs.map(({ remark }) => remark)).toEqual([
      null,
      'Lieber jedes zweite Wochenende.',
    ]);
    expect(screen.live.texts.join('')).not.toContain('mit_anmerkung');
    expect((await read(screen, version.id)).body.signoffs).toEqual([]);
    // [SG9] The father comes six days later; a refusal blocks nothing.
    expect((await sign(wegner, version, { decision: 'nicht_einverstanden' })).status).toBe(200);
    expect((await post(table.seidel, 'reopen')).body.error).toBe('wrong_state');
    expect((await post(table.seidel, `versions/${version.id}/seal`)).body.error).toBe('wrong_state');
  });

  it('[SG10] a link that is made after the freeze leads straight to signing, and back to the lobby on reopening', async () => {
    await fresh();
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
    await fresh();
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
    await fresh();
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
    await fresh();
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
