import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { photograph } from '../e2e/round.ts';
import { seededRandom } from '../helpers/random.ts';
import { CLOSED_WAYS } from './closed-ways.ts';
import { DISTURBANCES, type Disturbance, QUICK, WHILE_CLOSED } from './disturb.ts';
import type { Field } from './find.ts';
import { House } from './house.ts';
import { comeTo, play } from './play.ts';
import { WAYS, type Way } from './ways.ts';
import { createWords } from './words.ts';

const LONG = process.env['TEST_LONG'] === '1';
const LONGEST_MS = LONG ? 3_600_000 : 400_000;
/** The same run each time, but for the long one. */
const SEED = Number(process.env['FIELDS_SEED'] ?? (LONG ? Date.now() % 1_000_000 : 20_261_129));
/** Of so many views the usual run comes to one: which ones, the seed says. */
const ONE_OF = LONG ? 1 : 3;
/** For whoever looks for the cause: only views of this name, only what is called so. */
const ONLY = new RegExp(process.env['FIELDS_ONLY'] ?? '');
const DO = process.env['FIELDS_DO'];

/**
 * Every field of every page is found by what it is, and typed into while something happens. The usual run
 * draws a third of the views and one thing a field; the long one lets everything happen to each of all.
 */
describe(`[UI49] [UI150] nothing typed is ever only local (FIELDS_SEED=${SEED})`, () => {
  let house: House;
  const random = seededRandom(SEED);
  const word = createWords(random);
  const met = new Set<string>();

  beforeAll(async () => {
    house = await House.open();
  });
  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph([house.desk, house.phone], `fields-${task.name}`));
  });
  afterAll(async () => {
    await house?.close();
  });

  it('while the plan is open', () => walk(WAYS, DISTURBANCES), LONGEST_MS);

  it(
    '[SG48] [UI151] while it is read, and after it was sealed',
    () => walk(CLOSED_WAYS, WHILE_CLOSED),
    LONGEST_MS,
  );

  it('many fields were met, and no page made an error', () => {
    expect(met.size).toBeGreaterThan(process.env['FIELDS_ONLY'] ? 0 : 40 / ONE_OF);
    expect(house.troubles()).toEqual([]);
  });

  async function walk(ways: readonly Way[], things: readonly Disturbance[]): Promise<void> {
    const lost: string[] = [];
    for (const way of ways.filter(isDrawn)) {
      await noting(way, lost, way.name, async () => {
        for (const field of (await comeTo(house, way)).filter(isNew(way))) {
          for (const disturbance of chosen(things)) {
            const typed = word(field.kind);
            const what = `${way.name}: ${field.key}, ${disturbance}`;
            await noting(way, lost, what, () => play(house, { way, field, disturbance, typed }));
          }
        }
      });
    }
    expect(lost).toEqual([]);
  }

  function isDrawn({ name }: Way, index: number): boolean {
    return process.env['FIELDS_ONLY'] ? ONLY.test(name) : (index + SEED) % ONE_OF === 0;
  }

  /** One line under a list is the same line wherever it stands; passwords are looked for in [UI67]. */
  function isNew({ who, state }: Way): (field: Field) => boolean {
    return ({ key, kind }) => {
      const name = `${state} ${who} ${key}`;
      const is = kind !== 'secret' && !met.has(name);
      met.add(name);
      return is;
    };
  }

  function chosen(things: readonly Disturbance[]): readonly Disturbance[] {
    const wanted = DO === undefined ? null : new RegExp(DO);
    const drawn = random.pick([...things, ...QUICK.filter((one) => things.includes(one))]) ?? 'reload';
    return wanted ? things.filter((one) => wanted.test(one)) : LONG ? things : [drawn];
  }

  /** What fails is noted and photographed; the page is loaded anew, and the walk goes on. */
  async function noting(way: Way, lost: string[], what: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      lost.push(`${what}: ${String(error)}`);
      const { page, context } = house.placeOf(way);
      await photograph([house.placeOf(way)], `fields-${what}`);
      await context.setOffline(false);
      await page.reload();
    }
  }
});
