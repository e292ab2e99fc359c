import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge } from '#server/sync/guard/guard.ts';
import type { LogStore } from '#server/sync/log/store.ts';
import type { SyncHubOptions } from '#server/sync/room/hub.ts';
import { FUZZ_BASES, type FuzzBase, openFuzzBase } from '../../helpers/fuzz/base.ts';
import { happen } from '../../helpers/fuzz/events.ts';
import { fuzzKindOf } from '../../helpers/fuzz/kinds.ts';
import { World } from '../../helpers/fuzz/world.ts';

/** `FUZZ_SEED=… FUZZ_RUNS=…` runs that many seeds from there on; without them the seeds are fixed. A seed
 * chooses the kind of document too. */
const FIRST = Number(process.env['FUZZ_SEED'] ?? 1);
const RUNS = Number(process.env['FUZZ_RUNS'] ?? (process.env['FUZZ_SEED'] ? 1 : 3));
const SEEDS = Array.from({ length: RUNS }, (_, index) => FIRST + index);
const HAPPENINGS = 250;
// Each stock provider listens for the end of the process; that many at once are no leak.
process.setMaxListeners(200);

/** A meeting in which everything goes wrong that can; what is wrong after healing, in words. */
async function meet(base: FuzzBase, seed: number, weaken?: Weaken): Promise<string[]> {
  const world = new World(base, `plan-${seed}-${weaken?.name ?? ''}`, seed, weaken);
  try {
    await world.open();
    for (let step = 0; step < HAPPENINGS; step++) {
      await happen(world);
      if (world.random.below(3) === 0) {
        await new Promise((resolve) => setTimeout(resolve, world.random.below(12)));
      }
    }
    await world.heal();
    return [...(await world.faults()), ...world.idleness()];
  } finally {
    await world.close();
  }
}

describe.each(FUZZ_BASES)('sync under everything that happens (%s)', (kind) => {
  let base: FuzzBase;
  beforeAll(async () => {
    base = await openFuzzBase(kind);
  });
  afterAll(() => base.close());

  it.each(SEEDS)('[DU11] [DU13] FUZZ_SEED=%i', async (seed) => {
    expect(await meet(base, seed)).toEqual([]);
  });
});

type Weaken = (options: SyncHubOptions) => SyncHubOptions;

/** Says that an insert is durable before it is. */
function acknowledgeBeforeCommit(options: SyncHubOptions): SyncHubOptions {
  const { store } = options;
  const eager: LogStore = {
    ...store,
    async append(entries) {
      const before = await Promise.all(entries.map(({ documentId }) => store.read(documentId)));
      setTimeout(() => store.append(entries).catch(() => {}), 5);
      return entries.map((_, index) => ({ kind: 'committed', seq: before[index]?.nextSeq ?? 1 }));
    },
  };
  return { ...options, store: eager };
}

/** Lets through what only deletes, wherever it does. */
function guardWithoutDeletions(options: SyncHubOptions): SyncHubOptions {
  return {
    ...options,
    judge(update, context) {
      const verdict = judge(update, context);
      const isRefused =
        verdict.kind === 'refuse' && (verdict.code === 'forbidden_part' || verdict.code === 'schema');
      return isRefused && update[0] === 0 ? { kind: 'pass', update, claims: [] } : verdict;
    },
  };
}

/** The first faults that a weak server makes over a kind of document; none after twenty runs. */
async function firstFaults(kind: string, weaken: Weaken): Promise<string[]> {
  const base = await openFuzzBase('memory');
  const seeds = Array.from({ length: 60 }, (_, index) => index + 1).filter(
    (seed) => fuzzKindOf(seed).rules.kind.name === kind,
  );
  let faults: string[] = [];
  for (const seed of seeds.slice(0, 20)) {
    faults = await meet(base, seed, weaken).catch((error: Error) => [error.message]);
    if (faults.length > 0) {
      break;
    }
  }
  await base.close();
  return faults;
}

describe('the run sees a weak server', () => {
  it.each([
    ['acknowledges before its commit', 'plan', acknowledgeBeforeCommit],
    ['does not look at deletions', 'plan', guardWithoutDeletions],
    ['does not look at deletions', 'own', guardWithoutDeletions],
  ])(
    '[DU13] that %s (%s)',
    async (_what, kind, weaken) => {
      expect(await firstFaults(kind, weaken)).not.toEqual([]);
    },
    60_000,
  );
});
