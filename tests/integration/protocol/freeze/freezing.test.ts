import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#server/audit/chain.ts';
import { leitzielText } from '#shared/documents/plan/arrangements.ts';
import { addGoal, readGoals, setGoalText } from '#shared/documents/plan/goals.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { canonicalBytes, contentHash } from '#shared/protocol/canonical.ts';
import { openTestApp } from '../../../helpers/app.ts';
import { DATABASE_KINDS } from '../../../helpers/database.ts';
import { until } from '../../../helpers/sync-server.ts';
import { type House, openHouse, read } from './meeting.ts';

describe.each(DATABASE_KINDS)('from open to sealed (%s)', (kind) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(kind);
  });
  afterAll(() => house.close());

  it('[SG1] freezing takes what was typed last, then goes on by itself when all have sent theirs', async () => {
    const { table, plan, freeze, frozenVersion } = await house.fresh();
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
    const quick = await openHouse(kind, { database: house.database, flushMs: 400 });
    try {
      const { table, plan, freeze, frozenVersion } = await quick.fresh();
      const client = await plan(await table.seat('leon'));
      const began = Date.now();
      await freeze('begin');
      await frozenVersion('2.0');
      expect(Date.now() - began).toBeGreaterThanOrEqual(400);
      await until(() => client.frozen.length === 1, 'who was late hears of it too');
      client.destroy();
    } finally {
      await quick.close();
    }
  });

  it('[SG13] who has just lost the network is waited for, and comes in with the last words', async () => {
    const { app, table, plan, freeze, frozenVersion } = await house.fresh();
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
    const { table, plan, freeze, frozenVersion } = await house.fresh();
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
    const { database, table } = await house.fresh();
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
    const { database, table, freeze, frozenVersion } = await house.fresh();
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
    const { app, table, plan, freeze, frozenVersion } = await house.fresh();
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
});
