import { expect, it } from 'vitest';
import { lengthWithin } from '#server/sync/guard/ranges.ts';
import { seededRandom } from '../../helpers/random.ts';

/** Ranges in ascending clocks, apart from each other. */
function rangesOf(count: number, random = seededRandom(7)): { clock: number; len: number }[] {
  let clock = 0;
  return Array.from({ length: count }, () => {
    clock += 1 + random.below(3);
    const range = { clock, len: 1 + random.below(4) };
    clock += range.len;
    return range;
  });
}

it('[GU14] what of a piece is deleted again is what its ranges cover', () => {
  const random = seededRandom(11);
  const ranges = rangesOf(200);
  const covered = new Set(
    ranges.flatMap(({ clock, len }) => Array.from({ length: len }, (_, n) => clock + n)),
  );
  for (let round = 0; round < 500; round++) {
    const from = random.below(900);
    const end = from + random.below(60);
    const expected = Array.from({ length: end - from }, (_, n) => from + n).filter((at) => covered.has(at));
    expect(lengthWithin(ranges, from, end)).toBe(expected.length);
  }
  expect(lengthWithin(undefined, 0, 10)).toBe(0);
});

it('[GU14] a piece looks at its own ranges only, however many an update has', () => {
  let looked = 0;
  const ranges = new Proxy(rangesOf(50_000), {
    get(target, key) {
      looked += typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0;
      return Reflect.get(target, key);
    },
  });
  lengthWithin(ranges, 120_000, 120_001);
  expect(looked).toBeGreaterThan(0);
  expect(looked).toBeLessThan(40);
});
