/**
 * Where cards lie: pure functions of the plan, the same on every side. No DOM; heights come in as
 * a measuring function, so that a view may measure and a test may compute.
 */
export { fromCommon, toCommon } from './common.ts';
export { dropTarget } from './drop.ts';
export { estimateHeight } from './estimate.ts';
export {
  type GoalLayout,
  layoutGoals,
  type Measure,
  type PlacedCard,
} from './goals.ts';
export { FOLD_LEVELS, fitWall, tableLooks, wallLooks } from './looks.ts';
export { tableMetrics, WALL_METRICS } from './metrics.ts';
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
