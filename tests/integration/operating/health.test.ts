import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import { connect } from '#server/db/database.ts';
import type { Sql } from '#server/db/sql.ts';
import { HEALTH_CODES } from '#server/health/health.ts';
import type { HealthAnswer } from '#server/health/routes.ts';
import type { LogStore } from '#server/sync/log/store.ts';
import { openPlan, openTable } from '../../helpers/app.ts';
import { type DatabaseLine, openDatabaseLine } from '../../helpers/database/line.ts';
import { createServerDatabase, testServerUrl } from '../../helpers/database.ts';
import type { SyncClient } from '../../helpers/sync-server.ts';
import { openWholeServer, type WholeServer } from '../../helpers/whole-server.ts';

/** What the health page promises. */
const ANSWERS_WITHIN_MS = 2_000;
/** What a busy machine may make of it. */
const CEILING = 10;
/** The driver waits up to twenty seconds before it tries a database again that was away. */
const BACK = { timeout: 40_000, interval: 200 };
const LONG = 90_000;

interface Heard {
  status: number;
  body: HealthAnswer;
  ms: number;
}

async function ask(url: string): Promise<Heard> {
  const began = performance.now();
  const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(10_000) });
  const body = (await answer.json()) as HealthAnswer;
  return { status: answer.status, body, ms: performance.now() - began };
}

/** Waits until health names exactly these problems, and gives the answer. */
async function until(url: string, ...codes: string[]): Promise<HealthAnswer> {
  return vi.waitFor(async () => {
    const { status, body } = await ask(url);
    expect(body.problems.map(({ code }) => code)).toEqual(codes);
    expect(status).toBe(codes.length === 0 ? 200 : 503);
    expect(body).toMatchObject({ status: codes.length === 0 ? 'ok' : 'failing', ok: codes.length === 0 });
    return body;
  }, BACK);
}

/** A log that does what the test says. */
function troubledLog() {
  const trouble = { code: null as string | null, hold: null as Promise<void> | null, reached: () => {} };
  const store = (log: LogStore): LogStore => ({
    read: (documentId) => log.read(documentId),
    claim: (documentId) => log.claim(documentId),
    transact: (documentId, epoch, write) => log.transact(documentId, epoch, write),
    appendTogether: (...args) => log.appendTogether(...args),
    compact: (...args) => log.compact(...args),
    async append(entries) {
      trouble.reached();
      await trouble.hold;
      if (trouble.code) {
        throw Object.assign(new Error('could not extend file'), { code: trouble.code });
      }
      return log.append(entries);
    },
  });
  return { trouble, store };
}

describe('health of a server whose database gets into trouble', () => {
  let database: { url: string; drop(): Promise<void> };
  let admin: Sql;
  let line: DatabaseLine;
  let server: WholeServer;
  let looks = 0;
  const role = `planrunde_test_${randomBytes(6).toString('hex')}`;

  beforeAll(async () => {
    database = await createServerDatabase();
    admin = connect(database.url, 1);
    const name = new URL(database.url).pathname.slice(1);
    await admin.unsafe(`create role ${role} login`);
    await admin.unsafe(`alter database ${name} owner to ${role}`);
    const url = new URL(database.url);
    url.username = role;
    line = await openDatabaseLine(url.href);
    server = await openWholeServer({
      databaseUrl: line.url,
      seams: {
        onQuery: (text) => {
          looks += text.includes('transaction_read_only') ? 1 : 0;
        },
      },
    });
  }, LONG);

  afterAll(async () => {
    line.thaw();
    line.mend();
    await server?.stop();
    await line?.close();
    await admin.end({ timeout: 5 });
    await database.drop();
    const cluster = connect(testServerUrl(), 1);
    await cluster.unsafe(`drop role if exists ${role}`);
    await cluster.end({ timeout: 5 });
  }, LONG);

  afterEach(async () => {
    line.thaw();
    line.mend();
    await until(server.url);
  }, LONG);

  it('[OP13] says ok while everything works, with a status that a proxy understands', async () => {
    const { status, body } = await ask(server.url);
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'ok', ok: true, database: 'postgres', problems: [], messages: [] });
  });

  it('[OP14] answers within two seconds while the database is frozen, and asks it once for all', async () => {
    await until(server.url);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    looks = 0;
    line.freeze();
    const heard = await Promise.all(Array.from({ length: 100 }, () => ask(server.url)));
    for (const { status, body, ms } of heard) {
      expect(status).toBe(503);
      expect(body.problems.map(({ code }) => code)).toEqual(['database_unreachable']);
      expect(ms).toBeLessThan(ANSWERS_WITHIN_MS * CEILING);
    }
    // A hundred at once wait for each other on this side too; a server that is late is late for the first.
    expect(Math.min(...heard.map(({ ms }) => ms))).toBeLessThan(ANSWERS_WITHIN_MS);
    const later = await ask(server.url);
    expect(later.status).toBe(503);
    expect(looks).toBe(1);
  });

  it('[OP14] many who ask at once are one question to the database', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    looks = 0;
    const heard = await Promise.all(Array.from({ length: 100 }, () => ask(server.url)));
    expect(heard.filter(({ status }) => status === 200)).toHaveLength(100);
    expect(looks).toBe(1);
  });

  it(
    '[OP13] says that the database is away, and that it is back',
    async () => {
      line.cut();
      const body = await until(server.url, 'database_unreachable');
      expect(body.messages[0]).toMatch(/does not answer.*Check that PostgreSQL runs/);
      line.mend();
      await until(server.url);
    },
    LONG,
  );

  it(
    '[OP13] says that the database takes no writes',
    async () => {
      const name = new URL(database.url).pathname.slice(1);
      await admin.unsafe(`alter database ${name} set default_transaction_read_only = on`);
      line.cut();
      line.mend();
      const body = await until(server.url, 'database_read_only');
      expect(body.messages[0]).toMatch(/takes no writes.*default_transaction_read_only/);
      await admin.unsafe('set default_transaction_read_only = off');
      await admin.unsafe(`alter database ${name} reset default_transaction_read_only`);
      line.cut();
    },
    LONG,
  );

  it(
    '[OP13] says that the database gives out no more connections',
    async () => {
      await admin.unsafe(`alter role ${role} connection limit 0`);
      line.cut();
      line.mend();
      const body = await until(server.url, 'database_out_of_connections');
      expect(body.messages[0]).toMatch(/no more connections.*max_connections/);
      await admin.unsafe(`alter role ${role} connection limit -1`);
    },
    LONG,
  );
});

describe('health of a server whose commits fail', () => {
  const { trouble, store } = troubledLog();
  let server: WholeServer;
  let client: SyncClient;
  let meetingId: string;

  beforeAll(async () => {
    server = await openWholeServer({ seams: { store } });
    const table = await openTable(server);
    meetingId = table.meetingId;
    client = openPlan(server, table.seidel, table.planId);
    await vi.waitFor(() => expect(client.provider.synced).toBe(true), BACK);
  }, LONG);

  afterAll(async () => {
    trouble.code = null;
    client?.destroy();
    await server?.stop();
  }, LONG);

  function edit(): void {
    const goals = client.doc.getMap('goals');
    const [goal] = goals.values();
    ((goal as Y.Map<unknown>).get('textOwn') as Y.Text).insert(0, 'x');
  }

  it(
    '[OP13] names a full disk, and since when nothing was saved, until a commit succeeds',
    async () => {
      await until(server.url);
      const before = Date.now();
      trouble.code = '53100';
      edit();
      const body = await until(server.url, 'disk_full', 'commits_failing');
      expect(body.messages[0]).toMatch(/disk of the database was full/);
      const since = Date.parse(/since (\S+Z);/.exec(body.messages[1] ?? '')?.[1] ?? '');
      expect(since).toBeGreaterThanOrEqual(before);
      expect(since).toBeLessThanOrEqual(Date.now());
      expect(JSON.stringify(body)).not.toContain(meetingId);
      trouble.code = null;
      await until(server.url);
    },
    LONG,
  );

  it(
    '[OP13] says that commits fail for a reason of which it has no own words',
    async () => {
      trouble.code = '57014';
      edit();
      await until(server.url, 'commits_failing');
      trouble.code = null;
      await until(server.url);
    },
    LONG,
  );

  it(
    '[OP13] says that the process stood still',
    async () => {
      const end = performance.now() + 2_300;
      while (performance.now() < end) {
        // Nothing else runs meanwhile: that is the point.
      }
      const body = await until(server.url, 'event_loop_stalled');
      expect(body.messages[0]).toMatch(/stood still for \d+\.\d s/);
      await until(server.url);
    },
    LONG,
  );

  it(
    '[OP13] says that it is shutting down while the last commit is on its way',
    async () => {
      await vi.waitFor(() => expect(client.provider.synced).toBe(true), BACK);
      let release = (): void => {};
      trouble.hold = new Promise((resolve) => {
        release = resolve;
      });
      const reached = new Promise<void>((resolve) => {
        trouble.reached = resolve;
      });
      edit();
      await reached;
      const closed = server.running.close();
      await until(server.url, 'shutting_down');
      release();
      await closed;
      await expect(ask(server.url)).rejects.toThrow();
    },
    LONG,
  );
});

describe('what health can say', () => {
  it('[OP13] is a closed list, and each code stands on the page for operators', () => {
    const page = readFileSync(new URL('../../../docs/operating.md', import.meta.url), 'utf8');
    const section = page.slice(page.indexOf('## Health'), page.indexOf('## Metrics'));
    const told = [...section.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, code]) => code);
    expect(told.sort()).toEqual([...HEALTH_CODES].sort());
  });
});
