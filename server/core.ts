import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import type { Database } from './db/database.ts';
import { readGeneration } from './db/generation.ts';
import { watchPool } from './db/pool.ts';
import { watchCommits } from './health/commits.ts';
import { createHealth, type Health } from './health/health.ts';
import { type LoopWatch, watchLoop } from './health/loop.ts';
import { createProbe } from './health/probe.ts';
import type { Log } from './log/log.ts';
import type { Metrics, MetricsSources } from './metrics/metrics.ts';
import type { Seams } from './seams.ts';
import { createPgFacts, createPgStore } from './sync/log/pg-store.ts';
import { createSyncHub, type SyncHubOptions } from './sync/room/hub.ts';
import type { SyncHub } from './sync/types.ts';

/** The sync core on its database, and what watches both. */
export interface Core {
  /** Which life of the database this is. */
  generation: number;
  hub: SyncHub;
  health: Health;
  loop: LoopWatch;
  /** Null where nobody wants them. */
  metrics: Metrics | null;
}

/**
 * Opens the sync core.
 * @param migration number of the last one, for the metrics; null: no metrics
 */
export async function openCore(
  { sql, kind }: Database,
  seams: Seams,
  log: Log,
  migration: number | null,
): Promise<Core> {
  const { number: generation } = await readGeneration(sql);
  const store = createPgStore(sql);
  const commits = watchCommits(seams.store?.(store) ?? store);
  const loop = watchLoop();
  const probe = createProbe(sql);
  const health = createHealth({ probe, commits, loop });
  const stats = (): ReturnType<SyncHub['stats']> => hub.stats();
  const metrics =
    migration === null
      ? null
      : await openMetrics({ stats, pool: watchPool(sql), probe, health, loop, database: kind, migration });
  const hub = openHub(
    {
      store: commits.store,
      kinds: DOCUMENT_KINDS,
      facts: createPgFacts(sql),
      generation,
      onTrouble: (documentId, error) => log('document.failed', { documentId, error }),
      ...(metrics ? { meter: metrics.meter } : {}),
    },
    seams,
  );
  return { generation, hub, health, loop, metrics };
}

/** Loaded only where somebody wants metrics: loading takes longer than all the rest of this file. */
async function openMetrics(sources: MetricsSources): Promise<Metrics> {
  const { createMetrics } = await import('./metrics/metrics.ts');
  return createMetrics(sources);
}

function openHub(options: SyncHubOptions, { hub, limits, timers, judge }: Seams): SyncHub {
  const opened = createSyncHub({
    ...options,
    ...(limits ? { limits } : {}),
    ...(timers ? { timers } : {}),
    ...(judge ? { judge } : {}),
  });
  return hub?.(opened) ?? opened;
}
