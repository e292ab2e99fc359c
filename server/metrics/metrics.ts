import { readFileSync } from 'node:fs';
import { collectDefaultMetrics, Registry } from '@prometheus-io/client';
import * as z from 'zod/mini';
import { readJson } from '#shared/json.ts';
import type { PoolStats } from '../db/pool.ts';
import { HEALTH_CODES, type Health } from '../health/health.ts';
import type { LoopWatch } from '../health/loop.ts';
import type { DatabaseProbe } from '../health/probe.ts';
import type { SyncMeter, SyncStats } from '../sync/meter.ts';
import { gauge, gaugeBy } from './families.ts';
import { createMeter } from './meter.ts';

/** What is looked at when somebody asks. */
export interface MetricsSources {
  stats(): SyncStats;
  pool(): PoolStats;
  probe: DatabaseProbe;
  health: Health;
  loop: LoopWatch;
  database: 'embedded' | 'postgres';
  /** Number of the last migration. */
  migration: number;
}

/** The metrics of one server. */
export interface Metrics {
  /** What the sync core counts into. */
  meter: SyncMeter;
  page: MetricsPage;
}

/** What a scrape gets. */
export interface MetricsPage {
  contentType: string;
  /** Everything in Prometheus' text format. Answers within two seconds. */
  render(): Promise<string>;
}

/** Makes a registry of its own, with Node's own metrics in it. */
export function createMetrics(sources: MetricsSources): Metrics {
  const registry = new Registry();
  const meter = createMeter(registry);
  addRooms(registry, sources);
  addDatabase(registry, sources);
  addProcess(registry, sources);
  collectDefaultMetrics({ register: registry });
  return { meter, page: { contentType: registry.contentType, render: () => registry.metrics() } };
}

function addRooms(registry: Registry, { stats }: MetricsSources): void {
  gaugeBy(registry, 'planrunde_rooms', 'Rooms in memory.', 'state', () => {
    const { rooms, loading } = stats();
    return { open: rooms, loading };
  });
  gaugeBy(
    registry,
    'planrunde_sockets',
    'Open sync sockets by what they are for.',
    'kind',
    () => stats().socketsByKind,
  );
  gauge(registry, 'planrunde_edits_waiting', 'Messages that wait for a commit.', () => stats().waiting);
}

function addDatabase(registry: Registry, { pool, probe, database, migration }: MetricsSources): void {
  gauge(registry, 'planrunde_database_up', '1 while the database answers, else 0.', async () => {
    const { up } = await probe.look();
    return up ? 1 : 0;
  });
  gaugeBy(registry, 'planrunde_database_info', 'Always 1; the label says which kind it is.', 'kind', () => ({
    [database]: 1,
  }));
  gauge(registry, 'planrunde_database_migration', 'Number of the last migration.', () => migration);
  gaugeBy(
    registry,
    'planrunde_database_transactions',
    'Transactions that hold a connection of the pool, and that wait for one.',
    'state',
    () => ({ ...pool() }),
  );
}

function addProcess(registry: Registry, { health, loop }: MetricsSources): void {
  gaugeBy(
    registry,
    'planrunde_problem',
    '1 while /health tells of this problem, else 0.',
    'code',
    async () => {
      const told = new Set((await health.problems()).map(({ code }) => code));
      return Object.fromEntries(HEALTH_CODES.map((code) => [code, told.has(code) ? 1 : 0]));
    },
  );
  gaugeBy(
    registry,
    'planrunde_loop_delay_seconds',
    'How late the event loop was: the worst five seconds of the last minute.',
    'stat',
    () => {
      const { p50, p99, max } = loop.lastMinute();
      return { p50: p50 / 1000, p99: p99 / 1000, max: max / 1000 };
    },
  );
  const version = programVersion();
  gaugeBy(
    registry,
    'planrunde_build_info',
    'Always 1; the label says which version runs.',
    'version',
    () => ({
      [version]: 1,
    }),
  );
}

function programVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return readJson(z.object({ version: z.string() }), text)?.version ?? 'unknown';
}
