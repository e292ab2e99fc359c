import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { lanAddresses } from '#server/config.ts';
import { HEALTH_CODES } from '#server/health/health.ts';
import type { LogStore } from '#server/sync/log/store.ts';
import { CLOSE } from '#shared/wire/close.ts';
import { NACK_NAMES } from '#shared/wire/messages.ts';
import { openPlan, openTable, type Place, type Table } from '../../../helpers/app.ts';
import { amount } from '../../../helpers/metrics-text.ts';
import type { SyncClient } from '../../../helpers/sync-server.ts';
import { openWholeServer, type WholeServer } from '../../../helpers/whole-server.ts';
import { answerOf, LONG, SOON, scrape } from './scrape.ts';

/** Everything that a label of ours may say. */
const LABELS: Record<string, readonly string[]> = {
  state: ['open', 'loading', 'waiting'],
  kind: ['leading', 'writing', 'reading', 'screen', 'postgres', 'embedded'],
  code: [...NACK_NAMES, ...HEALTH_CODES],
  reason: Object.keys(CLOSE),
  result: ['done', 'failed'],
  stat: ['p50', 'p99', 'max'],
};
function write(client: SyncClient, text: string): void {
  const [goal] = client.doc.getMap('goals').values();
  ((goal as Y.Map<unknown>).get('textOwn') as Y.Text).insert(0, text);
}

/** Opens the plan and waits until everything that this client has is acknowledged. */
async function joined(server: WholeServer, place: Place, planId: string): Promise<SyncClient> {
  const client = openPlan(server, place, planId);
  await settled(client);
  return client;
}

async function settled(client: SyncClient): Promise<void> {
  await vi.waitFor(() => {
    expect(client.provider.synced).toBe(true);
    expect(client.sent()).toBeGreaterThan(0);
    expect(client.acked()).toBe(client.sent());
  }, SOON);
}

describe('metrics on a port of their own', () => {
  const failing = { append: false, compact: false };
  const store = (log: LogStore): LogStore => ({
    read: (documentId) => log.read(documentId),
    claim: (documentId) => log.claim(documentId),
    transact: (documentId, epoch, task) => log.transact(documentId, epoch, task),
    appendTogether: (...args) => log.appendTogether(...args),
    append: async (entries) => {
      if (failing.append) {
        throw Object.assign(new Error('no'), { code: '53100' });
      }
      return log.append(entries);
    },
    compact: async (...args) => {
      if (failing.compact) {
        throw new Error('no');
      }
      return log.compact(...args);
    },
  });
  let server: WholeServer;
  let table: Table;
  let leon: Place;
  let leading: SyncClient;
  let writing: SyncClient;

  beforeAll(async () => {
    server = await openWholeServer({ env: { METRICS_PORT: '0' }, seams: { store } });
    table = await openTable(server);
    leon = await table.seat('leon');
    leading = await joined(server, table.seidel, table.planId);
    writing = await joined(server, leon, table.planId);
  }, LONG);

  afterAll(async () => {
    leading?.destroy();
    writing?.destroy();
    await server?.stop();
  }, LONG);

  it('[OP16] is valid text format, and every family stands on the page for operators', async () => {
    const families = await scrape(server);
    const page = readFileSync(new URL('../../../../docs/operating.md', import.meta.url), 'utf8');
    const rows = [
      ...page.matchAll(/^\| `((?:planrunde|process|nodejs)_\w+)` \| (\w+) \| [^|]+ \| [^|]+ \|$/gm),
    ];
    const told = rows.map(([, name, type]) => `${name} ${type}`);
    expect(told.sort()).toEqual([...families].map(([name, { type }]) => `${name} ${type}`).sort());
    for (const [name, { help, type }] of families) {
      expect(help.length, name).toBeGreaterThan(5);
      expect(name.startsWith('planrunde_') && type === 'counter' && !name.endsWith('_total')).toBe(false);
    }
  });

  it('[OP17] labels come from closed lists: no id, no name, nothing that somebody wrote', async () => {
    write(writing, 'Kanarienvogel');
    await settled(writing);
    const families = await scrape(server);
    for (const [name, { samples }] of families) {
      for (const [label, value] of samples.flatMap(({ labels }) => Object.entries(labels))) {
        const allowed = LABELS[label];
        if (name.startsWith('planrunde_') && label !== 'le' && label !== 'version') {
          expect(allowed, `${name} ${label}`).toContain(value);
        } else {
          // Names of Node, bounds of buckets, versions: short, and none of ours.
          expect(value, name).toMatch(/^[\w.+-]{1,40}$/);
        }
      }
    }
    const text = await (await fetch(server.running.metricsUrl ?? '')).text();
    for (const secret of [table.meetingId, leon.id, leon.deviceId ?? '', 'Kanarienvogel', 'Leon', 'Seidel']) {
      expect(secret).not.toBe('');
      expect(text).not.toContain(secret);
    }
  });

  it('[OP18] counts what real sockets do: edits, acknowledgements, rows, bytes, frames', async () => {
    await Promise.all([settled(leading), settled(writing)]);
    const before = await scrape(server);
    expect(amount(before, 'planrunde_rooms', { state: 'open' })).toBe(1);
    expect(amount(before, 'planrunde_sockets', { kind: 'leading' })).toBe(1);
    expect(amount(before, 'planrunde_sockets', { kind: 'writing' })).toBe(1);
    for (let n = 0; n < 7; n++) {
      write(writing, 'abc ');
      await settled(writing);
    }
    const after = await scrape(server);
    const grown = (name: string): number => amount(after, name) - amount(before, name);
    expect(grown('planrunde_edits_received_total')).toBe(7);
    expect(grown('planrunde_edits_acknowledged_total')).toBe(7);
    expect(grown('planrunde_acknowledgement_seconds_count')).toBe(7);
    expect(grown('planrunde_log_rows_committed_total')).toBe(7);
    expect(grown('planrunde_commit_seconds_count')).toBe(7);
    expect(grown('planrunde_commit_rooms_sum')).toBe(7);
    expect(grown('planrunde_acknowledgement_seconds_sum')).toBeGreaterThan(0);
    expect(grown('planrunde_commit_seconds_sum')).toBeGreaterThan(0);
    expect(grown('planrunde_edit_bytes_received_total')).toBeGreaterThan(7 * 'abc '.length);
    expect(grown('planrunde_log_bytes_committed_total')).toBeGreaterThan(7 * 'abc '.length);
    // Each edit is told to the other one and acknowledged to its sender.
    expect(grown('planrunde_frames_sent_total')).toBeGreaterThanOrEqual(14);
    expect(grown('planrunde_socket_writes_total')).toBeLessThanOrEqual(grown('planrunde_frames_sent_total'));
    expect(grown('planrunde_frame_bytes_sent_total')).toBeGreaterThan(7 * 'abc '.length);
  });

  it('[OP18] counts presence, refusals by code and closes by name', async () => {
    const before = await scrape(server);
    const screen = await table.seat('screen');
    const reading = openPlan(server, screen, table.planId);
    await vi.waitFor(() => expect(reading.provider.synced).toBe(true), SOON);
    writing.provider.awareness.setLocalState({ cursor: { board: 'goals', x: 1, y: 2 } });
    reading.doc.getMap('goals').set('x', new Y.Map());
    await vi.waitFor(() => expect(reading.nacks.map(({ code }) => code)).toEqual(['forbidden_part']), SOON);
    const during = await scrape(server);
    expect(amount(during, 'planrunde_sockets', { kind: 'screen' })).toBe(1);
    server.hub.revoke({ participationId: screen.id }, 'forbidden');
    await vi.waitFor(() => expect(reading.closes).toContain(4403), SOON);
    reading.destroy();
    const after = await scrape(server);
    const grown = (name: string, labels = {}): number =>
      amount(after, name, labels) - amount(before, name, labels);
    expect(grown('planrunde_edits_refused_total', { code: 'forbidden_part' })).toBe(1);
    expect(grown('planrunde_edits_refused_total', { code: 'schema' })).toBe(0);
    expect(grown('planrunde_sockets_closed_total', { reason: 'forbidden' })).toBe(1);
    expect(grown('planrunde_presence_frames_sent_total')).toBeGreaterThan(0);
    expect(amount(after, 'planrunde_sockets', { kind: 'screen' })).toBe(0);
  });

  it('[OP18] counts failed commits, rooms that could not go on, and compactions', async () => {
    const before = await scrape(server);
    failing.append = true;
    write(writing, 'x');
    const grown = async (name: string, labels = {}): Promise<number> =>
      amount(await scrape(server), name, labels) - amount(before, name, labels);
    await vi.waitFor(async () => {
      expect(await grown('planrunde_commits_failed_total')).toBeGreaterThanOrEqual(1);
      expect(await grown('planrunde_rooms_failed_total')).toBeGreaterThanOrEqual(1);
    }, SOON);
    expect(amount(await scrape(server), 'planrunde_problem', { code: 'disk_full' })).toBe(1);
    failing.append = false;
    await Promise.all([settled(writing), settled(leading)]);
    expect(amount(await scrape(server), 'planrunde_problem', { code: 'disk_full' })).toBe(0);
    const refreshed = (): Promise<unknown> =>
      server.hub.withCommittedDocument(
        table.planId,
        async () => null,
        () => ({
          versionId: 'v',
          sha256: '00'.repeat(32),
        }),
      );
    await refreshed();
    expect(await grown('planrunde_compactions_total', { result: 'done' })).toBe(1);
    failing.compact = true;
    await refreshed();
    failing.compact = false;
    expect(await grown('planrunde_compactions_total', { result: 'failed' })).toBe(1);
  });

  it('[OP18] shows transactions that wait for a connection of the pool', async () => {
    const { sql } = server.ctx;
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const open = Array.from({ length: 12 }, () => sql.begin(() => held));
    await vi.waitFor(async () => {
      // The question to the database waits for a connection too, so it counts as away meanwhile.
      const families = await scrape(server);
      expect(amount(families, 'planrunde_database_transactions', { state: 'open' })).toBe(10);
      expect(amount(families, 'planrunde_database_transactions', { state: 'waiting' })).toBe(2);
    }, SOON);
    release();
    await Promise.all(open);
    const failed = sql.begin(async () => {
      throw new Error('on purpose');
    });
    await expect(failed).rejects.toThrow('on purpose');
    const families = await scrape(server);
    expect(amount(families, 'planrunde_database_transactions', { state: 'open' })).toBe(0);
    expect(amount(families, 'planrunde_database_transactions', { state: 'waiting' })).toBe(0);
  });

  it('[OP16] the port knows nothing else, is this machine’s own, and the public port has no metrics', async () => {
    const own = new URL(server.running.metricsUrl ?? '');
    expect(own.hostname).toBe('127.0.0.1');
    for (const path of ['/', '/health', '/metrics/', '/metricsx', '/api/demo']) {
      expect((await fetch(own.origin + path)).status, path).toBe(404);
    }
    expect((await fetch(own, { method: 'POST' })).status).toBe(404);
    for (const address of lanAddresses()) {
      await expect(fetch(`http://${address}:${own.port}/metrics`)).rejects.toThrow();
    }
    expect(await answerOf(server.url, '/metrics')).toEqual(await answerOf(server.url, '/no-such-path'));
  });
});
