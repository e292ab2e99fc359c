import type * as Y from 'yjs';
import { type Plan, readPlan } from '#shared/plan/plan.ts';
import { createStore } from '../app/store.ts';
import type { Store } from './types.ts';

/** The plan as plain data, read again after changes, at most once a frame. */
export interface PlanStore extends Store<Plan> {
  destroy(): void;
}

/** Follows the live document, also when it is replaced. */
export function createPlanStore(
  docs: Store<Y.Doc>,
  nextFrame: (read: () => void) => void = (read) => requestAnimationFrame(read),
): PlanStore {
  const plan = createStore(readPlan(docs.get()));
  let doc = docs.get();
  let waiting = false;
  let destroyed = false;
  const read = (): void => {
    waiting = false;
    if (!destroyed) {
      plan.set(readPlan(doc));
    }
  };
  const changed = (): void => {
    if (!waiting) {
      waiting = true;
      nextFrame(read);
    }
  };
  const unsubscribe = docs.subscribe(() => {
    doc.off('update', changed);
    doc = docs.get();
    doc.on('update', changed);
    read();
  });
  doc.on('update', changed);
  return {
    get: plan.get,
    subscribe: plan.subscribe,
    destroy() {
      destroyed = true;
      unsubscribe();
      doc.off('update', changed);
    },
  };
}
