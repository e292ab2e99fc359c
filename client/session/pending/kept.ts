import * as Y from 'yjs';

/** Origin of changes that were kept beside the tab and are sent again. */
const KEPT = 'kept';

/**
 * Puts kept changes into a complete plan, from where they are sent again. False, and the plan
 * untouched, where they build upon something that the plan does not have any more.
 */
export function applyKept(doc: Y.Doc, update: Uint8Array): boolean {
  const trial = new Y.Doc();
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(trial, update);
  const fits = trial.store.pendingStructs === null && trial.store.pendingDs === null;
  trial.destroy();
  if (fits) {
    Y.applyUpdate(doc, update, KEPT);
  }
  return fits;
}
