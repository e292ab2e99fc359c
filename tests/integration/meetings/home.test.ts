import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HomeAnswer, HomeMeeting } from '#shared/api/answers.ts';
import { openTable, openTestApp, type Table, type TestApp } from '../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../helpers/database.ts';

describe.each(USE_CASE_KINDS)('who waits, on the home of who leads (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  beforeAll(async () => {
    app = await openTestApp(kind);
    table = await openTable(app);
  });
  afterAll(() => app.stop());

  const waiting = async (): Promise<HomeMeeting['waiting']> => {
    const { body } = await table.seidel.browser.get<HomeAnswer>('/api/staff/home');
    return body.meetings.find(({ facts }) => facts.id === table.meetingId)?.waiting ?? [];
  };

  it('[UI221] says it in every state of the plan, and whoever waits can still be let in', async () => {
    const { sql } = app.database;
    expect(await waiting()).toEqual([]);
    const father = await table.knock('krueger');
    for (const state of ['open', 'frozen', 'sealed']) {
      await sql`update document set state = ${state} where id = ${table.planId}`;
      expect(await waiting()).toEqual([
        { person: expect.objectContaining({ name: 'Herr Krüger' }), since: expect.any(String) },
      ]);
    }
    const path = `/api/p/${table.seidel.id}/admissions/${father.deviceId}`;
    expect((await table.seidel.browser.post(path, { decision: 'admit' })).status).toBe(200);
    expect(await waiting()).toEqual([]);
  });

  it('[UI221] a seat that does not lead learns of nobody outside', async () => {
    await table.knock('aydin');
    expect(await waiting()).toHaveLength(1);
    await app.database.sql`update participation set role = 'fachkraft_traeger' where id = ${table.seidel.id}`;
    expect(await waiting()).toEqual([]);
  });
});
