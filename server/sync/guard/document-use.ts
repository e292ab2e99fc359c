import type * as Y from 'yjs';
import type { SyncLimits } from '../limits.ts';
import { type Headroom, headroomOf, partOf, structsOf, type Weight, weightOf } from './quota.ts';
import { EVERYBODY, type Growth, Shares } from './shares.ts';

/** The document as it is staged, and its encoded size. */
interface Held {
  readonly doc: Y.Doc;
  readonly bytes: number;
}

/** Yjs client ids of a participation. */
type ClientsOf = (participationId: string) => Iterable<number>;

/** How much of a document is used, and by whom. */
export class DocumentUse {
  readonly #held: Held;
  readonly #clientsOf: ClientsOf;
  readonly #limits: SyncLimits;
  readonly #shares: Shares;

  /** `held` is looked at whenever something is asked. */
  constructor(held: Held, clientsOf: ClientsOf, limits: SyncLimits, now: () => number) {
    this.#held = held;
    this.#clientsOf = clientsOf;
    this.#limits = limits;
    this.#shares = new Shares(limits, now);
  }

  /** What it takes of a participation when so many bytes more are staged. */
  headroomWith(bytes: number, participationId: string): Headroom {
    const own = (): number => this.#shares.of(participationId, () => this.#weightOf(participationId));
    return headroomOf(this.#partWith(bytes, this.#paper()), this.#limits, own);
  }

  /** How much paper is left for the words of a participation, in characters. */
  paperLeft(participationId: string): number {
    const { paperChars, shareOfOne } = this.#limits;
    const own = this.#shares.paperOf(participationId, () => this.#weightOf(participationId));
    return Math.min(paperChars - this.#paper(), paperChars * shareOfOne - own);
  }

  /** An edit of a participation has been taken. */
  grew(growth: Growth, participationId: string): void {
    this.#shares.grew(participationId, growth);
  }

  /** The part of its size that is used. */
  get part(): number {
    return this.#partWith(0, this.#paper());
  }

  /** The same at this moment, with so many bytes more, added up anew. */
  partNow(bytes: number): number {
    return this.#partWith(bytes, this.#weigh().paper);
  }

  #partWith(bytes: number, paper: number): number {
    const { doc, bytes: held } = this.#held;
    return partOf({ bytes: held + bytes, pieces: structsOf(doc), paper }, this.#limits);
  }

  #paper(): number {
    return this.#shares.paperOf(EVERYBODY, () => this.#weigh());
  }

  #weigh(): Weight {
    const { doc } = this.#held;
    return weightOf(doc, doc.store.clients.keys());
  }

  #weightOf(participationId: string): Weight {
    return weightOf(this.#held.doc, this.#clientsOf(participationId));
  }
}
