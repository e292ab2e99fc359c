import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#server/config.ts';
import { connect } from '#server/db/database.ts';
import type { Seams } from '#server/seams.ts';
import { type RunningServer, startServer } from '#server/start.ts';
import { TestBrowser } from './app/browser.ts';
import type { TestApp } from './app.ts';
import { createServerDatabase } from './database.ts';

/** The server as `npm start` makes it, in this process, on a PostgreSQL database of its own. */
export interface WholeServer extends TestApp {
  running: RunningServer;
}

export interface WholeServerOptions {
  /** Environment beside what every start needs, such as METRICS_PORT. */
  env?: Record<string, string>;
  seams?: Seams;
  /** A database that is there already; it stays when the server stops. */
  databaseUrl?: string;
}

/** Starts it. `stop` ends the server, if it still runs, and drops the database. */
export async function openWholeServer({
  env,
  seams,
  databaseUrl,
}: WholeServerOptions = {}): Promise<WholeServer> {
  const made = databaseUrl ? null : await createServerDatabase();
  const url = databaseUrl ?? made?.url ?? '';
  const dataDir = mkdtempSync(join(tmpdir(), 'planrunde-whole-'));
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    SECRET: 'a secret for tests only, long enough to pass',
    ...env,
  });
  const running = await startServer(config, () => {}, seams);
  const sql = connect(url, 1);
  const browsers: TestBrowser[] = [];
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= running.close();
    return closing;
  };
  return {
    ...running.planrunde,
    running: { ...running, close },
    url: running.baseUrl,
    database: { kind: 'postgres', sql, url, close: () => sql.end({ timeout: 5 }) },
    hub: running.planrunde.ctx.hub,
    browser() {
      const browser = new TestBrowser(running.baseUrl, running.baseUrl);
      browsers.push(browser);
      return browser;
    },
    async stop() {
      for (const browser of browsers) {
        browser.close();
      }
      await close();
      await sql.end({ timeout: 5 });
      await made?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
