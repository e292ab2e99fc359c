import { isDeepStrictEqual } from 'node:util';
import { uint32 } from 'lib0/random';
import * as Y from 'yjs';
import { defineRoots } from '../guard/places.ts';
import type { KindRules } from '../kinds.ts';
import { emptyDoc, hasPending } from './committed.ts';
import { DamagedDocumentError } from './store.ts';

/** The whole document in its smallest form. What was deleted is not in it. */
function compactedBytes(doc: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdateV2(doc);
}

/** A state to put in the place of a log, and how to make sure that it is the document. */
export interface Compaction {
  /** What the room goes on with: the same document, or one made anew. */
  doc: Y.Doc;
  bytes: Uint8Array;
  /** Throws where what came back from the store is anything else. */
  verify(kept: Uint8Array): void;
}

/** The same document without its log. */
export function compaction(doc: Y.Doc, rules: KindRules): Compaction {
  return { doc, bytes: compactedBytes(doc), verify: (kept) => verifyCompacted(kept, doc, rules) };
}

/** A document made anew from what is on the table: nothing that was taken back is in it. */
export function renewal(doc: Y.Doc, rules: KindRules): Compaction {
  const { read, renew } = rules.kind;
  const fresh = renew(doc);
  defineRoots(fresh, rules);
  const verify = (kept: Uint8Array): void => {
    verifyCompacted(kept, fresh, rules);
    if (!isDeepStrictEqual(read(fresh), read(doc))) {
      throw new DamagedDocumentError('the renewed document is another one');
    }
  };
  return { doc: fresh, bytes: compactedBytes(fresh), verify };
}

/**
 * The document in the form of now, where the version before has written something. It goes on from the old
 * one, so whoever has that only gets what is new.
 * @param isFree whether nobody writes under this client id
 */
export function upgraded(doc: Y.Doc, rules: KindRules, isFree: (client: number) => boolean): Compaction {
  const { read, before } = rules.kind;
  const next = emptyDoc(rules);
  Y.applyUpdate(next, Y.encodeStateAsUpdate(doc));
  while (!isFree(next.clientID)) {
    next.clientID = uint32();
  }
  before?.upgrade(next);
  const verify = (kept: Uint8Array): void => {
    verifyCompacted(kept, next, rules);
    if (!isDeepStrictEqual(read(next), read(doc))) {
      throw new DamagedDocumentError('the document reads differently in the form of now');
    }
  };
  return { doc: next, bytes: compactedBytes(next), verify };
}

/**
 * Loads what came back from the store and compares it with the document whose log it shall replace:
 * clocks, deletions and content. Throws where anything differs, so nothing is ever deleted for less.
 */
function verifyCompacted(bytes: Uint8Array, doc: Y.Doc, rules: KindRules): void {
  const { read } = rules.kind;
  const loaded = emptyDoc(rules);
  try {
    Y.applyUpdateV2(loaded, bytes);
    const isSame =
      !hasPending(loaded) &&
      Y.equalSnapshots(Y.snapshot(loaded), Y.snapshot(doc)) &&
      isDeepStrictEqual(read(loaded), read(doc));
    if (!isSame) {
      throw new DamagedDocumentError('the compacted state is another document');
    }
  } finally {
    loaded.destroy();
  }
}
