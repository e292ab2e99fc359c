import { uint32 } from 'lib0/random';
import * as Y from 'yjs';
import type { WireQuota } from '#shared/wire/messages.ts';
import type { Judge } from '../guard/guard.ts';
import { headroomOf, isOverfull, quotaOf } from '../guard/quota.ts';
import type { KindRules } from '../kinds.ts';
import { CommittedState, docOf } from '../log/committed.ts';
import { type Compaction, compaction, renewal } from '../log/compaction.ts';
import { type Claim, type LogStore, StaleOwnerError, type StoredDocument } from '../log/store.ts';
import type { LogWriter } from '../log/writer.ts';
import type { SyncMeter } from '../meter.ts';
import type { Timers } from '../timers.ts';
import type { FreezeWriter } from '../types.ts';
import { type Edit, type Outcome, type StageContext, type Staged, stage } from './staging.ts';

/** What the log of a document needs around it. */
export interface DocumentLogTools {
  store: LogStore;
  writer: LogWriter;
  judge: Judge;
  meter: SyncMeter;
  timers: Timers;
  /** Something went wrong that the document can live with. */
  onTrouble(documentId: string, error: unknown): void;
}

/** Strikes for an update that had to be applied to be found wrong, beside the one for its refusal. */
const SPOILT_WEIGHT = 4;

/** What one commit did: the frame that tells others, or that it takes no edits any more. */
export type Committed = { kind: 'committed'; frame: Uint8Array | null } | { kind: 'locked' };

/**
 * A document and its log. The document is the staging replica: it is ahead of the log only
 * while a batch is being committed. During that time nothing is read from it, and what has to be told
 * meanwhile comes from the committed state. If nothing was written, it is thrown away and made anew.
 */
export class DocumentLog {
  readonly documentId: string;
  readonly epoch: number;
  readonly #rules: KindRules;
  readonly #tools: DocumentLogTools;
  readonly #owners: Map<number, string>;
  readonly #committed: CommittedState;
  #doc: Y.Doc;
  #seq: number;
  #tailBytes: number;
  #tailRows: number;
  #compactAbove = Number.POSITIVE_INFINITY;
  #isAhead = false;
  #measuredAt = 0;
  #whenCommitted: (() => void)[] = [];
  /** The state vector as it was last asked for: many who join at once ask for the same. */
  #vector: { doc: Y.Doc; seq: number; bytes: Uint8Array } | null = null;

  /** Throws where what is stored cannot be read: such a document must not open. */
  constructor(documentId: string, stored: StoredDocument, rules: KindRules, tools: DocumentLogTools) {
    this.documentId = documentId;
    this.epoch = stored.epoch;
    this.#rules = rules;
    this.#tools = tools;
    this.#doc = docOf(stored, rules);
    this.#committed = new CommittedState(Y.encodeStateAsUpdate(this.#doc), rules);
    this.#owners = new Map(stored.claims.map(({ clientId, participationId }) => [clientId, participationId]));
    this.#seq = stored.nextSeq - 1;
    this.#tailRows = stored.tail.length;
    this.#tailBytes = stored.tail.reduce((sum, row) => sum + row.bytes.length, 0);
    this.#compactAbove = this.#nextCompaction();
  }

  /** Number of the last committed row. */
  get seq(): number {
    return this.#seq;
  }

  /** Whether there are rows beside the state. */
  get hasTail(): boolean {
    return this.#tailBytes > 0;
  }

  ownerOf(clientId: number): string | undefined {
    return this.#owners.get(clientId);
  }

  /** Whether nobody owns this client id and nobody ever wrote under it. */
  isClaimable(clientId: number): boolean {
    return !this.#owners.has(clientId) && Y.getState(this.#doc.store, clientId) === 0;
  }

  /** How many client ids a participant may still claim. */
  claimsLeft(participationId: string): number {
    let used = 0;
    for (const owner of this.#owners.values()) {
      used += owner === participationId ? 1 : 0;
    }
    return this.#rules.limits.clientsPerParticipation - used;
  }

  /** Judges and applies edits. What comes out is not durable and must not be told yet. */
  stage(edits: readonly Edit[], guardFor: StageContext['guardFor']): Staged {
    this.#measure();
    const { limits } = this.#rules;
    const { updateBytes, messageBytes, skipped } = limits;
    const settled = new Map<Edit, Outcome>();
    for (;;) {
      const context: StageContext = {
        doc: this.#doc,
        judge: this.#tools.judge,
        updateBytes,
        messageBytes,
        skipped,
        ownerOf: (clientId) => this.ownerOf(clientId),
        claimsLeft: (participationId) => this.claimsLeft(participationId),
        guardFor,
        headroomWith: (bytes) => headroomOf(this.#doc, this.#committed.bytes + bytes, limits),
      };
      const staged = stage(edits, context, settled);
      if ('outcomes' in staged) {
        return staged;
      }
      settled.set(staged.culprit, { kind: 'refused', code: 'malformed', reason: staged.reason });
      // Making the document anew is dear, and nobody makes that necessary by typing.
      staged.culprit.connection.strike(SPOILT_WEIGHT);
      this.#rebuild();
    }
  }

  /**
   * Makes durable what was staged. Throws when the document has another owner or the database failed: then
   * nobody knows what is written, and the document must not be used any more.
   */
  async commit(update: Uint8Array | null, claims: readonly Claim[]): Promise<Committed> {
    if (update === null && claims.length === 0) {
      return { kind: 'committed', frame: null };
    }
    this.#isAhead = true;
    const { documentId, epoch } = this;
    const result = await this.#tools.writer.append({ documentId, epoch, update, claims });
    if (result.kind === 'stale') {
      throw new StaleOwnerError(documentId);
    }
    this.#keep(claims);
    if (result.kind === 'locked') {
      this.#rebuild();
      return result;
    }
    if (update === null || result.seq === null) {
      return { kind: 'committed', frame: null };
    }
    return { kind: 'committed', frame: this.took(update, result.seq) };
  }

  /** Takes over an update that is durable as this row; gives the frame that tells it. */
  took(update: Uint8Array, seq: number): Uint8Array {
    this.#seq = seq;
    this.#tailBytes += update.length;
    this.#tailRows++;
    return this.#committed.add(update);
  }

  /** The document for an edit of the server's own, under a client id that is nobody's. */
  beginEdit(): Y.Doc {
    this.#isAhead = true;
    while (this.#owners.has(this.#doc.clientID)) {
      this.#doc.clientID = uint32();
    }
    return this.#doc;
  }

  /** Whether the document holds more than its kind allows, with so many bytes that are not committed. */
  isOverfull(bytes: number): boolean {
    return isOverfull(this.#doc, this.#committed.bytes + bytes, this.#rules);
  }

  /** The document is what is committed again; what was staged is thrown away. */
  takeBack(): void {
    this.#rebuild();
    this.settle();
  }

  /** The document is exactly what is committed again, and all that was committed has been told. */
  settle(): void {
    this.#isAhead = false;
    if (this.#committed.isWorn()) {
      this.#committed.renew(this.#doc);
    }
    for (const task of this.#whenCommitted.splice(0)) {
      task();
    }
  }

  /** What people are told about the room that is left. Only inside `whenCommitted`. */
  quota(): WireQuota {
    return quotaOf(this.#doc, this.#committed.bytes, this.#rules);
  }

  /** A document that is nearly full is measured exactly, or deleting would make no room; but not at each edit. */
  #measure(): void {
    const { limits } = this.#rules;
    const { timers } = this.#tools;
    const isNear = this.#committed.bytes > limits.documentBytes * 0.8;
    if (isNear && !this.#committed.isExact && timers.now() - this.#measuredAt >= limits.measureMs) {
      this.#measuredAt = timers.now();
      this.#committed.renew(this.#doc);
    }
  }

  /** Runs `task` as soon as the document is exactly what is committed; at once when it is. */
  whenCommitted(task: () => void): void {
    if (this.#isAhead) {
      this.#whenCommitted.push(task);
    } else {
      task();
    }
  }

  /** The frames that bring an empty client to the committed state. */
  joinFrames(): readonly Uint8Array[] {
    return this.#committed.joinFrames();
  }

  /** What a client with this state vector lacks. Only inside `whenCommitted`. */
  difference(vector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, vector);
  }

  /** The state vector of the document. Only inside `whenCommitted`. */
  vector(): Uint8Array {
    if (this.#vector?.doc !== this.#doc || this.#vector.seq !== this.#seq) {
      this.#vector = { doc: this.#doc, seq: this.#seq, bytes: Y.encodeStateVector(this.#doc) };
    }
    return this.#vector.bytes;
  }

  /** Looks at what is committed, at any time. */
  read<T>(look: (doc: Y.Doc) => T): T {
    if (!this.#isAhead) {
      return look(this.#doc);
    }
    const doc = this.#committed.toDoc();
    const seen = look(doc);
    doc.destroy();
    return seen;
  }

  /** Runs `write` in a transaction that holds the document's row. Only while nothing else runs. */
  transact<T>(write: FreezeWriter<T>): Promise<T> {
    const { documentId, epoch } = this;
    return this.#tools.writer.exclusive(() =>
      this.#tools.store.transact(documentId, epoch, (tx) => write(tx, this.#doc)),
    );
  }

  /** Compacts when the log has outgrown the state. Only while nothing else runs. */
  async compactIfLong(): Promise<void> {
    if (this.#tailBytes > this.#compactAbove || this.#tailRows > this.#rules.limits.compactAboveRows) {
      await this.compact();
    }
  }

  /**
   * Puts one state in the place of the log. A failure leaves the log as it was, which is as good, only
   * longer: it is told, and the next try comes later.
   */
  compact(): Promise<void> {
    return this.#putInPlace(compaction(this.#doc, this.#rules));
  }

  /**
   * The same with a document made anew, for one that takes no edits: what was taken back or removed
   * is in no row any more. Who has the old document must load this one.
   */
  renew(): Promise<void> {
    return this.#putInPlace(renewal(this.#doc, this.#rules));
  }

  async #putInPlace({ doc, bytes, verify }: Compaction): Promise<void> {
    const { documentId, epoch, seq } = this;
    try {
      await this.#tools.writer.exclusive(() =>
        this.#tools.store.compact(documentId, epoch, seq, bytes, verify),
      );
      this.#tailBytes = 0;
      this.#tailRows = 0;
      this.#takeOver(doc);
      this.#tools.meter.compacted(true);
    } catch (error) {
      if (error instanceof StaleOwnerError) {
        throw error;
      }
      this.#tools.meter.compacted(false);
      this.#tools.onTrouble(documentId, error);
      this.#tailRows = 0;
    }
    this.#committed.renew(this.#doc);
    this.#compactAbove = this.#nextCompaction();
  }

  #takeOver(doc: Y.Doc): void {
    if (doc !== this.#doc) {
      this.#doc.destroy();
      this.#doc = doc;
    }
  }

  destroy(): void {
    this.#whenCommitted = [];
    this.#doc.destroy();
  }

  #nextCompaction(): number {
    return Math.max(
      this.#rules.limits.compactAboveBytes,
      this.#committed.baseBytes,
      // After a failure, not at every tick again.
      this.#tailBytes > this.#compactAbove ? this.#tailBytes * 2 : 0,
    );
  }

  #keep(claims: readonly Claim[]): void {
    for (const { clientId, participationId } of claims) {
      if (!this.#owners.has(clientId)) {
        this.#owners.set(clientId, participationId);
      }
    }
  }

  #rebuild(): void {
    this.#doc.destroy();
    this.#doc = this.#committed.toDoc();
  }
}
