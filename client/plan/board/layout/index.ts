/**
 * Where cards lie: pure functions of the plan, the same on every side. No DOM; heights come in as
 * a measuring function, so that a view may measure and a test may compute.
 */
export { fromCommon, toCommon } from './common.ts';
export { type DropTarget, dropTarget } from './drop.ts';
export { estimateHeight } from './estimate.ts';
export {
  type CardKind,
  type GoalLayout,
  type Look,
  type Looks,
  layoutGoals,
  type Measure,
  type PlacedCard,
  type Wire,
} from './goals.ts';
export { FOLD_LEVELS, fitWall, tableLooks, wallLooks } from './looks.ts';
export { type GoalMetrics, tableMetrics, WALL_METRICS } from './metrics.ts';
export {
  freeSpot,
  fromMap,
  layoutResources,
  type MapLayout,
  type MapMetrics,
  mapMetrics,
  type PlacedResource,
  toMap,
  WALL_MAP,
} from './resources.ts';
