import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { freshCopy } from '#shared/documents/plan/fresh-copy.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { defineRoots } from '../guard/places.ts';
import { hasPending, planDoc } from './committed.ts';
import { DamagedDocumentError } from './store.ts';

/** The whole plan in its smallest form. What was deleted is not in it. */
function compactedBytes(doc: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdateV2(doc);
}

/** A state to put in the place of a log, and how to make sure that it is the plan. */
export interface Compaction {
  /** What the room goes on with: the same document, or one made anew. */
  doc: Y.Doc;
  bytes: Uint8Array;
  /** Throws where what came back from the store is anything else. */
  verify(kept: Uint8Array): void;
}

/** The same document without its log. */
export function compaction(doc: Y.Doc): Compaction {
  return { doc, bytes: compactedBytes(doc), verify: (kept) => verifyCompacted(kept, doc) };
}

/** A document made anew from what is on the table: nothing that was taken back is in it. */
export function renewal(doc: Y.Doc): Compaction {
  const fresh = freshCopy(doc);
  defineRoots(fresh);
  const verify = (kept: Uint8Array): void => {
    verifyCompacted(kept, fresh);
    if (!isDeepStrictEqual(readPlan(fresh), readPlan(doc))) {
      throw new DamagedDocumentError('the renewed document is not the plan');
    }
  };
  return { doc: fresh, bytes: compactedBytes(fresh), verify };
}

/**
 * Loads what came back from the store and compares it with the plan that it shall replace the log of:
 * clocks, deletions and content. Throws where anything differs, so nothing is ever deleted for less.
 */
function verifyCompacted(bytes: Uint8Array, doc: Y.Doc): void {
  const loaded = planDoc();
  try {
    Y.applyUpdateV2(loaded, bytes);
    const isSame =
      !hasPending(loaded) &&
      Y.equalSnapshots(Y.snapshot(loaded), Y.snapshot(doc)) &&
      isDeepStrictEqual(readPlan(loaded), readPlan(doc));
    if (!isSame) {
      throw new DamagedDocumentError('the compacted state is not the plan');
    }
  } finally {
    loaded.destroy();
  }
}
