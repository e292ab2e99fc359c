import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { readPlan } from '#shared/plan/plan.ts';
import { hasPending, planDoc } from './committed.ts';
import { DamagedPlanError } from './store.ts';

/** The whole plan in its smallest form. What was deleted is not in it. */
export function compactedBytes(doc: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdateV2(doc);
}

/**
 * Loads what came back from the store and compares it with the plan that it shall replace the log of:
 * clocks, deletions and content. Throws where anything differs, so nothing is ever deleted for less.
 */
export function verifyCompacted(bytes: Uint8Array, doc: Y.Doc): void {
  const loaded = planDoc();
  try {
    Y.applyUpdateV2(loaded, bytes);
    const isSame =
      !hasPending(loaded) &&
      Y.equalSnapshots(Y.snapshot(loaded), Y.snapshot(doc)) &&
      isDeepStrictEqual(readPlan(loaded), readPlan(doc));
    if (!isSame) {
      throw new DamagedPlanError('the compacted state is not the plan');
    }
  } finally {
    loaded.destroy();
  }
}
