import { expect, it } from 'vitest';
import { runFaults } from './suite.ts';

/** Always the same run; `npm run test:faults` takes a seed by chance and more time. */
const SEED = 20_261_121;
const MS = 60_000;

it(`[DU8] [DU11] [DU16] [DU18] acknowledged means kept, for a minute of faults (seed ${SEED})`, async () => {
  const lines: string[] = [];
  const { violations, seen } = await runFaults({
    seed: SEED,
    ms: MS,
    database: 'postgres',
    say: (line) => {
      lines.push(line);
      console.error(line);
    },
  });
  expect(violations, lines.join('\n')).toEqual([]);
  const rounds = [...seen.values()].reduce((sum, one) => sum + one.rounds, 0);
  const kept = [...seen.values()].reduce((sum, one) => sum + one.kept, 0);
  expect(rounds).toBeGreaterThan(3);
  expect(kept).toBeGreaterThan(rounds * 10);
  const own = [...seen.values()].reduce((sum, one) => sum + one.own, 0);
  const moved = [...seen.values()].reduce((sum, one) => sum + one.moved, 0);
  expect(own).toBeGreaterThan(rounds);
  // On a busy machine a minute holds few rounds.
  expect(moved).toBeGreaterThan(0);
});
