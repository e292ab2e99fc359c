import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { openPlan, openTable, openTestApp, type Table, type TestApp } from '../../helpers/app.ts';
import { DATABASE_KINDS } from '../../helpers/database.ts';
import { type SyncClient, saved, until } from '../../helpers/sync-server.ts';

const RECHECK_MS = 100;

describe.each(DATABASE_KINDS)('a session of an account (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  let client: SyncClient | null = null;
  beforeAll(async () => {
    app = await openTestApp(kind, { recheckMs: RECHECK_MS });
    table = await openTable(app);
  });
  afterAll(async () => {
    client?.destroy();
    await app.stop();
  });

  const endIn = (minutes: number) =>
    app.database.sql`update "session" set "expiresAt" = now() + make_interval(mins => ${minutes})`;
  const minutesLeft = async (): Promise<number> => {
    const [row] = await app.database.sql<{ minutes: number }[]>`
      select extract(epoch from max("expiresAt") - now())::float8 / 60 as minutes from "session"`;
    return row?.minutes ?? 0;
  };

  it('[AC23] is not renewed while nobody sits at a table', async () => {
    await endIn(5);
    await new Promise((resolve) => setTimeout(resolve, RECHECK_MS * 4));
    expect(await minutesLeft()).toBeLessThan(6);
  });

  it('[AC23] does not run out in the middle of a meeting', async () => {
    client = openPlan(app, table.seidel, table.planId);
    const { provider, doc } = client;
    await until(() => provider.synced, 'the plan is there');
    await expect.poll(minutesLeft, { timeout: 5_000 }).toBeGreaterThan(700);
    addGoal(doc, null, { textOwn: 'Nach der zwölften Stunde' }, ORIGIN.list);
    await saved(client);
    expect(client.closes).toEqual([]);
  });

  it('[AC23] that has ended stays ended, and its sockets close', async () => {
    await endIn(-1);
    await until(() => (client?.closes.length ?? 0) > 0, 'the socket is closed');
    expect(client?.closes[0]).toBe(4403);
    expect(await minutesLeft()).toBeLessThan(0);
  });
});
