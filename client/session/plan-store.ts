import { type Plan, readPlan } from '#shared/documents/plan/plan.ts';
import { createStore } from '../app/store.ts';
import { keepSame } from './keep-same.ts';
import type { OpenDocument, Store } from './types.ts';

/** The plan as plain data, read again after changes, at most once a frame. What has not changed stays the same. */
export interface PlanStore extends Store<Plan> {
  /** The plan was complete once. From then on the last complete picture stays while a new one loads. */
  loaded: Store<boolean>;
  destroy(): void;
}

/** Follows the live document of a session, also when it is replaced. */
export function createPlanStore(
  session: Pick<OpenDocument, 'doc' | 'ready'>,
  nextFrame: (read: () => void) => void = (read) => requestAnimationFrame(read),
): PlanStore {
  let doc = session.doc.get();
  const plan = createStore(readPlan(doc));
  const loaded = createStore(session.ready.get());
  let waiting = false;
  let destroyed = false;
  const read = (): void => {
    waiting = false;
    if (!destroyed && session.ready.get()) {
      plan.set(keepSame(plan.get(), readPlan(doc)));
      loaded.set(true);
    }
  };
  const changed = (): void => {
    if (!waiting) {
      waiting = true;
      nextFrame(read);
    }
  };
  const stops = [
    session.doc.subscribe(() => {
      doc.off('update', changed);
      doc = session.doc.get();
      doc.on('update', changed);
    }),
    session.ready.subscribe(read),
  ];
  doc.on('update', changed);
  return {
    get: plan.get,
    subscribe: plan.subscribe,
    loaded,
    destroy() {
      destroyed = true;
      doc.off('update', changed);
      for (const stop of stops) {
        stop();
      }
    },
  };
}
