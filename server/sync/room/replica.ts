import * as Y from 'yjs';
import type { KindRules } from '../kinds.ts';
import { CommittedState, docOf } from '../log/committed.ts';
import type { StoredDocument } from '../log/store.ts';

/**
 * The staging replica of a document: it is ahead of the log only while a batch is being committed. During
 * that time nothing is read from it, and what has to be told meanwhile comes from the committed state. If
 * nothing was written, it is thrown away and made anew.
 */
export class Replica {
  readonly #limits: KindRules['limits'];
  readonly #committed: CommittedState;
  #doc: Y.Doc;
  #seq: number;
  #isAhead = false;
  #measuredAt = 0;
  #whenCommitted: (() => void)[] = [];
  /** The state vector as it was last asked for: many who join at once ask for the same. */
  #vector: { doc: Y.Doc; seq: number; bytes: Uint8Array } | null = null;

  /** Throws where what is stored cannot be read: such a document must not open. */
  constructor(stored: StoredDocument, rules: KindRules) {
    this.#limits = rules.limits;
    this.#doc = docOf(stored, rules);
    this.#committed = new CommittedState(Y.encodeStateAsUpdate(this.#doc), rules);
    this.#seq = stored.nextSeq - 1;
  }

  get doc(): Y.Doc {
    return this.#doc;
  }

  /** Number of the last committed row. */
  get seq(): number {
    return this.#seq;
  }

  /** How many bytes are committed, and how many of them are one state. */
  get bytes(): number {
    return this.#committed.bytes;
  }

  get stateBytes(): number {
    return this.#committed.baseBytes;
  }

  /** From now on it may be ahead, until `settle`. */
  goAhead(): void {
    this.#isAhead = true;
  }

  /** Takes over an update that is durable as this row; gives the frame that tells it. */
  took(update: Uint8Array, seq: number): Uint8Array {
    this.#seq = seq;
    return this.#committed.add(update);
  }

  /** It is exactly what is committed again, and all that was committed has been told. */
  settle(): void {
    this.#isAhead = false;
    if (this.#committed.isWorn()) {
      this.#committed.renew(this.#doc);
    }
    for (const task of this.#whenCommitted.splice(0)) {
      task();
    }
  }

  /** Throws away what was staged. */
  rebuild(): void {
    this.#doc.destroy();
    this.#doc = this.#committed.toDoc();
  }

  /** Goes on with this document, which is exactly what is committed. */
  goOnWith(doc: Y.Doc): void {
    if (doc !== this.#doc) {
      this.#doc.destroy();
      this.#doc = doc;
    }
  }

  /** Encodes anew what is committed. Only while it is not ahead. */
  renewState(): void {
    this.#committed.renew(this.#doc);
  }

  /** A document that is nearly full is measured exactly, or deleting would make no room; but not at each edit. */
  measure(now: number): void {
    const isNear = this.#committed.bytes > this.#limits.documentBytes * 0.8;
    if (isNear && !this.#committed.isExact && now - this.#measuredAt >= this.#limits.measureMs) {
      this.#measuredAt = now;
      this.#committed.renew(this.#doc);
    }
  }

  whenCommitted(task: () => void): void {
    if (this.#isAhead) {
      this.#whenCommitted.push(task);
    } else {
      task();
    }
  }

  joinFrames(): readonly Uint8Array[] {
    return this.#committed.joinFrames();
  }

  vector(): Uint8Array {
    if (this.#vector?.doc !== this.#doc || this.#vector.seq !== this.#seq) {
      this.#vector = { doc: this.#doc, seq: this.#seq, bytes: Y.encodeStateVector(this.#doc) };
    }
    return this.#vector.bytes;
  }

  read<T>(look: (doc: Y.Doc) => T): T {
    if (!this.#isAhead) {
      return look(this.#doc);
    }
    const doc = this.#committed.toDoc();
    const seen = look(doc);
    doc.destroy();
    return seen;
  }

  destroy(): void {
    this.#whenCommitted = [];
    this.#doc.destroy();
  }
}
