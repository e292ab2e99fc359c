import * as Y from 'yjs';
import { defineRoots } from '../guard/places.ts';
import type { KindRules } from '../kinds.ts';
import { step2Frame, updateFrame } from '../wire/frames.ts';
import { DamagedDocumentError, type StoredDocument } from './store.ts';

/** Small updates after the base are cheap to send one by one; many are not. */
const TAIL_ROWS = 200;
const TAIL_MIN_BYTES = 65_536;

/**
 * The committed document in encoded form: a base and the committed updates after it. Joins are answered
 * from it without encoding anything, and a staging document that went wrong is made anew from it.
 */
export class CommittedState {
  readonly #rules: KindRules;
  #base: Uint8Array;
  #baseFrame: Uint8Array | null = null;
  #tail: Uint8Array[] = [];
  #tailFrames: Uint8Array[] = [];
  #tailBytes = 0;

  constructor(base: Uint8Array, rules: KindRules) {
    this.#rules = rules;
    this.#base = base;
  }

  get baseBytes(): number {
    return this.#base.length;
  }

  /** Base and tail. The document itself may be smaller: what the tail deletes is still in the base. */
  get bytes(): number {
    return this.#base.length + this.#tailBytes;
  }

  /** Whether `bytes` is exact. */
  get isExact(): boolean {
    return this.#tail.length === 0;
  }

  /** Notes a committed update and gives the frame that tells it. */
  add(update: Uint8Array): Uint8Array {
    const frame = updateFrame(update);
    this.#tail.push(update);
    this.#tailFrames.push(frame);
    this.#tailBytes += update.length;
    return frame;
  }

  /** Whether encoding anew would pay. */
  isWorn(): boolean {
    return this.#tail.length > TAIL_ROWS || this.#tailBytes > Math.max(TAIL_MIN_BYTES, this.#base.length);
  }

  /** Starts from `doc`, which must be exactly what is committed. */
  renew(doc: Y.Doc): void {
    this.#base = Y.encodeStateAsUpdate(doc);
    this.#baseFrame = null;
    this.#tail = [];
    this.#tailFrames = [];
    this.#tailBytes = 0;
  }

  /** The frames that bring an empty client here; shared by all who join. */
  joinFrames(): readonly Uint8Array[] {
    this.#baseFrame ??= step2Frame(this.#base);
    return [this.#baseFrame, ...this.#tailFrames];
  }

  /** A fresh document with exactly what is committed. */
  toDoc(): Y.Doc {
    const doc = emptyDoc(this.#rules);
    doc.transact(() => {
      Y.applyUpdate(doc, this.#base);
      for (const update of this.#tail) {
        Y.applyUpdate(doc, update);
      }
    });
    return doc;
  }
}

/** An empty document with all the roots of its kind. */
export function emptyDoc(rules: KindRules): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  defineRoots(doc, rules);
  return doc;
}

/** The document of what is stored. Throws where a row is missing or cannot be read. */
export function docOf(stored: StoredDocument, rules: KindRules): Y.Doc {
  const doc = emptyDoc(rules);
  let seq = stored.compacted?.uptoSeq ?? 0;
  try {
    doc.transact(() => {
      if (stored.compacted) {
        Y.applyUpdateV2(doc, stored.compacted.bytes);
      }
      for (const row of stored.tail) {
        if (row.seq !== ++seq) {
          throw new DamagedDocumentError(`row ${seq} of the log is missing`);
        }
        Y.applyUpdate(doc, row.bytes);
      }
    });
  } catch (error) {
    doc.destroy();
    throw error instanceof DamagedDocumentError
      ? error
      : new DamagedDocumentError(`the log cannot be read at row ${seq}`, { cause: error });
  }
  if (seq !== stored.nextSeq - 1 || hasPending(doc)) {
    doc.destroy();
    throw new DamagedDocumentError(`the log ends at row ${seq} and should end at ${stored.nextSeq - 1}`);
  }
  return doc;
}

/** Whether something waits for what never came; such a document is never served. */
export function hasPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}
