import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPlan, openTable } from '../../../helpers/app.ts';
import { type DatabaseLine, openDatabaseLine } from '../../../helpers/database/line.ts';
import { createServerDatabase } from '../../../helpers/database.ts';
import { amount } from '../../../helpers/metrics-text.ts';
import { openWholeServer, type WholeServer } from '../../../helpers/whole-server.ts';
import { LONG, SOON, scrape } from './scrape.ts';

describe('metrics of slow readers', () => {
  it(
    '[OP18] counts a socket that is paused because too much is on the way to it',
    async () => {
      // The plan of the example alone is more than that, so the first answer makes everybody slow.
      const seams = { limits: { bufferedPauseBytes: 2_000 } };
      const server = await openWholeServer({ env: { METRICS_PORT: '0' }, seams });
      try {
        const table = await openTable(server);
        const client = openPlan(server, table.seidel, table.planId);
        await vi.waitFor(async () => {
          expect(amount(await scrape(server), 'planrunde_readers_paused_total')).toBeGreaterThan(0);
        }, SOON);
        client.destroy();
      } finally {
        await server.stop();
      }
    },
    LONG,
  );
});

describe('metrics while the database is frozen', () => {
  let database: { url: string; drop(): Promise<void> };
  let line: DatabaseLine;
  let server: WholeServer;

  beforeAll(async () => {
    database = await createServerDatabase();
    line = await openDatabaseLine(database.url);
    server = await openWholeServer({ databaseUrl: line.url, env: { METRICS_PORT: '0' } });
  }, LONG);

  afterAll(async () => {
    line?.thaw();
    await server?.stop();
    await line?.close();
    await database?.drop();
  }, LONG);

  it('[OP14] [OP18] a scrape still answers within two seconds and says that the database is away', async () => {
    expect(amount(await scrape(server), 'planrunde_database_up')).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    line.freeze();
    const began = performance.now();
    const families = await scrape(server);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(amount(families, 'planrunde_database_up')).toBe(0);
    expect(amount(families, 'planrunde_problem', { code: 'database_unreachable' })).toBe(1);
    line.thaw();
    await vi.waitFor(async () => {
      expect(amount(await scrape(server), 'planrunde_database_up')).toBe(1);
    }, SOON);
  });
});
