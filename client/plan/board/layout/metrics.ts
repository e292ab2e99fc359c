/** Widths and distances of the goal tree, in board units (CSS pixels at 100 %). */
export interface GoalMetrics {
  /** Width of a Richtungsziel. */
  direction: number;
  /** Between the first two columns; the wires run here. */
  gap: number;
  /** Width of a Handlungsziel. */
  action: number;
  /** Between a Handlungsziel and its sheet of steps in the third column. */
  between: number;
  /** Width of a sheet of steps; 0: there is no third column, the sheet lies under its goal. */
  steps: number;
  /** Indent of a sheet that lies under its goal. */
  indent: number;
  /** Between siblings, and between branches: always more than between siblings. */
  siblings: number;
  branches: number;
  /** How far below its top a card takes its wire, and how round the wire turns. */
  anchor: number;
  turn: number;
}

/** From this width on the table shows steps in a column of their own. */
const THREE_COLUMNS = 1120;
/** Narrower than this the tree is panned, never squeezed. */
const NARROWEST = 640;

/** Measures of the tree on a laptop, for the width the board has. */
export function tableMetrics(width: number): GoalMetrics {
  const space = Math.max(NARROWEST, Math.round(width));
  const common = { gap: 32, between: 16, indent: 26, siblings: 16, branches: 22, anchor: 26, turn: 12 };
  if (space >= THREE_COLUMNS) {
    const direction = 250;
    const action = Math.round((space - direction - common.gap - common.between) * 0.52);
    return { ...common, direction, action, steps: space - direction - common.gap - common.between - action };
  }
  const direction = space < 740 ? 200 : 236;
  return { ...common, direction, action: space - direction - common.gap, steps: 0 };
}

/** Measures of the tree on the shared screen, 1920 px wide with margins of 40. */
export const WALL_METRICS: GoalMetrics = {
  direction: 400,
  gap: 48,
  action: 704,
  between: 16,
  steps: 672,
  indent: 0,
  siblings: 18,
  branches: 30,
  anchor: 30,
  turn: 12,
};
