import type { ClockRange } from './decode.ts';

/**
 * How much of the clocks from `from` to before `end` lies in these ranges, which are sorted and apart. One update
 * may hold thousands of pieces and of ranges: each piece looks at its own ones only.
 */
export function lengthWithin(ranges: readonly ClockRange[] | undefined, from: number, end: number): number {
  let length = 0;
  for (let index = firstEndingBehind(ranges ?? [], from); ranges && index < ranges.length; index++) {
    const { clock, len } = ranges[index] as ClockRange;
    if (clock >= end) {
      break;
    }
    length += Math.min(clock + len, end) - Math.max(clock, from);
  }
  return length;
}

function firstEndingBehind(ranges: readonly ClockRange[], clock: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle] as ClockRange;
    if (range.clock + range.len <= clock) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
