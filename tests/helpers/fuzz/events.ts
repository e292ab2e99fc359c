import { AT_THE_TABLE, ON_THE_LINE } from './at-the-table.ts';
import { IN_THE_HOUSE, LED } from './in-the-house.ts';
import type { World } from './world.ts';

const ALL = Object.entries({ ...AT_THE_TABLE, ...ON_THE_LINE, ...LED, ...IN_THE_HOUSE });
const TOTAL = ALL.reduce((sum, [, [weight]]) => sum + weight, 0);

/** Something happens, chosen by chance. */
export async function happen(world: World): Promise<void> {
  let at = world.random.below(TOTAL);
  for (const [name, [weight, run]] of ALL) {
    at -= weight;
    if (at < 0) {
      world.count(name);
      await run(world);
      return;
    }
  }
}
