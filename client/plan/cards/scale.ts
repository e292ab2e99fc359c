import type { ScaleValue } from '../words/scale.ts';

/** People who give the same value stand together. */
export interface ScaleGroup {
  value: number;
  initials: string;
}

/** Groups of today's values, lowest first. No mean: each value stays with its people. */
export function groupsNow(values: readonly ScaleValue[]): ScaleGroup[] {
  const groups = new Map<number, string[]>();
  for (const { now, initials } of values) {
    if (now !== null) {
      groups.set(now, [...(groups.get(now) ?? []), initials]);
    }
  }
  return [...groups]
    .map(([value, people]) => ({ value, initials: people.join(' ') }))
    .sort((a, b) => a.value - b.value);
}

/** The values of last time, each once, lowest first. */
export function valuesBefore(values: readonly ScaleValue[]): number[] {
  const before = values.map((value) => value.before).filter((value) => value !== null);
  return [...new Set(before)].sort((a, b) => a - b);
}

/** Which words would touch if they all stood in one row: each gets the lowest free row. */
export function rowsOf(words: readonly { x: number; width: number }[]): number[] {
  const ends: number[] = [];
  return words.map(({ x, width }) => {
    const start = x - width / 2;
    const found = ends.findIndex((end) => end + 4 <= start);
    const row = found === -1 ? ends.length : found;
    ends[row] = x + width / 2;
    return row;
  });
}
