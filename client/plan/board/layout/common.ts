import type { GoalLayout } from './goals.ts';

/**
 * People see the tree at different widths and with different cards open, so a pointer travels in
 * common coordinates: x in parts of a column, y in parts of a row. Rows are the cards themselves,
 * in order: 3.25 is a quarter down the fourth row.
 */

/** From board units to common coordinates. */
export function toCommon(layout: GoalLayout, [x, y]: readonly [number, number]): [number, number] {
  return [parts(columns(layout), x), parts(rows(layout), y)];
}

/** From common coordinates to board units of this layout. */
export function fromCommon(layout: GoalLayout, [x, y]: readonly [number, number]): [number, number] {
  return [units(columns(layout), x), units(rows(layout), y)];
}

function columns(layout: GoalLayout): number[] {
  const starts = (['direction', 'action'] as const).map(
    (kind) => layout.cards.find((card) => card.kind === kind)?.x ?? 0,
  );
  const end = layout.cards.find((card) => card.kind === 'action');
  return unique([...starts, end ? end.x + end.width : layout.width]);
}

function rows(layout: GoalLayout): number[] {
  const tops = layout.cards.filter((card) => card.kind !== 'steps').map((card) => card.y);
  return unique([...tops, layout.height]);
}

function unique(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Outside the marks a part is this many units, so that far away stays far away. */
const OUTSIDE = 1000;

function parts(marks: readonly number[], value: number): number {
  const last = marks.length - 1;
  const [first, end] = [marks[0] ?? 0, marks[last] ?? 0];
  if (last < 1 || value <= first) {
    return (value - first) / OUTSIDE;
  }
  if (value >= end) {
    return last + (value - end) / OUTSIDE;
  }
  const index = marks.findLastIndex((mark) => mark <= value);
  const [from, to] = [marks[index] ?? 0, marks[index + 1] ?? 0];
  return index + (value - from) / (to - from);
}

function units(marks: readonly number[], part: number): number {
  const last = marks.length - 1;
  const [first, end] = [marks[0] ?? 0, marks[last] ?? 0];
  if (last < 1 || part <= 0) {
    return first + part * OUTSIDE;
  }
  if (part >= last) {
    return end + (part - last) * OUTSIDE;
  }
  const index = Math.floor(part);
  const [from, to] = [marks[index] ?? 0, marks[index + 1] ?? 0];
  return from + (part - index) * (to - from);
}
