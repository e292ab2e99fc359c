import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorBody } from '#shared/api/errors.ts';
import type { VersionRef } from '#shared/api/view.ts';
import {
  openFreshTable,
  openPlan,
  openTable,
  openTestApp,
  type Place,
  post,
  type Table,
  type TestApp,
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
});
