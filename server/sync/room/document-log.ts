import { uint32 } from 'lib0/random';
import * as Y from 'yjs';
import type { WireQuota } from '#shared/wire/messages.ts';
import { DocumentUse } from '../guard/document-use.ts';
import type { Judge } from '../guard/guard.ts';
import { isOverfull, quotaOf, weightOf } from '../guard/quota.ts';
import { isOverShare } from '../guard/share-of-one.ts';
import type { KindRules } from '../kinds.ts';
import { type Compaction, compaction, renewal, upgraded } from '../log/compaction.ts';
import { type Claim, type LogStore, StaleOwnerError, type StoredDocument } from '../log/store.ts';
import type { LogWriter } from '../log/writer.ts';
import type { SyncMeter } from '../meter.ts';
import type { Timers } from '../timers.ts';
import type { FreezeWriter } from '../types.ts';
import { ClientOwners } from './client-owners.ts';
import { LogTail } from './log-tail.ts';
import { Replica } from './replica.ts';
import { type Edit, type Outcome, type StageContext, type Staged, stage } from './staging.ts';

/** What the log of a document needs around it. */
export interface DocumentLogTools {
  store: LogStore;
  writer: LogWriter;
  judge: Judge;
  meter: SyncMeter;
  timers: Timers;
  /** Which life of the database this is. */
  generation: number;
  /** Something went wrong that the document can live with. */
  onTrouble(documentId: string, error: unknown): void;
}

/** Strikes for an update that had to be applied to be found wrong, beside the one for its refusal. */
const SPOILT_WEIGHT = 4;

/** What one commit did: the frame that tells others, or that it takes no edits any more. */
export type Committed = { kind: 'committed'; frame: Uint8Array | null } | { kind: 'locked' };

/** A document and its log, from a row that is judged to a log that is put away. */
export class DocumentLog {
  readonly documentId: string;
  readonly epoch: number;
  readonly #rules: KindRules;
  readonly #tools: DocumentLogTools;
  readonly #owners: ClientOwners;
  readonly #replica: Replica;
  readonly #tail: LogTail;
  readonly #use: DocumentUse;

  /** Throws where what is stored cannot be read: such a document must not open. */
  constructor(documentId: string, stored: StoredDocument, rules: KindRules, tools: DocumentLogTools) {
    this.documentId = documentId;
    this.epoch = stored.epoch;
    this.#rules = rules;
    this.#tools = tools;
    this.#replica = new Replica(stored, rules);
    this.#owners = new ClientOwners(stored.claims);
    this.#use = new DocumentUse(
      this.#replica,
      (participationId) => this.#owners.clientsOf(participationId),
      rules.limits,
      () => tools.timers.now(),
    );
    this.#tail = new LogTail(stored.tail, this.#replica.stateBytes, rules.limits);
  }

  /** Number of the last committed row. */
  get seq(): number {
    return this.#replica.seq;
  }

  /** Which life of the database this is. */
  get generation(): number {
    return this.#tools.generation;
  }

  /** Whether there are rows beside the state. */
  get hasTail(): boolean {
    return this.#tail.isThere;
  }

  ownerOf(clientId: number): string | undefined {
    return this.#owners.of(clientId);
  }

  /** Whether nobody owns this client id and nobody ever wrote under it. */
  isClaimable(clientId: number): boolean {
    return !this.#owners.has(clientId) && Y.getState(this.#replica.doc.store, clientId) === 0;
  }

  /** How many client ids a participant may still claim. */
  claimsLeft(participationId: string): number {
    return this.#rules.limits.clientsPerParticipation - this.#owners.countOf(participationId);
  }

  /** Judges and applies edits. What comes out is not durable and must not be told yet. */
  stage(edits: readonly Edit[], guardFor: StageContext['guardFor']): Staged {
    this.#replica.measure(this.#tools.timers.now());
    const { updateBytes, messageBytes, skipped } = this.#rules.limits;
    const settled = new Map<Edit, Outcome>();
    for (;;) {
      const context: StageContext = {
        doc: this.#replica.doc,
        judge: this.#tools.judge,
        updateBytes,
        messageBytes,
        skipped,
        ownerOf: (clientId) => this.#owners.of(clientId),
        claimsLeft: (participationId) => this.claimsLeft(participationId),
        guardFor,
        use: this.#use,
      };
      const staged = stage(edits, context, settled);
      if ('outcomes' in staged) {
        return staged;
      }
      settled.set(staged.culprit, { kind: 'refused', code: 'malformed', reason: staged.reason });
      // Making the document anew is dear, and nobody makes that necessary by typing.
      staged.culprit.connection.strike(SPOILT_WEIGHT);
      this.#replica.rebuild();
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
    this.#replica.goAhead();
    const { documentId, epoch } = this;
    const result = await this.#tools.writer.append({ documentId, epoch, update, claims });
    if (result.kind === 'stale') {
      throw new StaleOwnerError(documentId);
    }
    this.#owners.keep(claims);
    if (result.kind === 'locked') {
      this.#replica.rebuild();
      return result;
    }
    if (update === null || result.seq === null) {
      return { kind: 'committed', frame: null };
    }
    return { kind: 'committed', frame: this.took(update, result.seq) };
  }

  /** Takes over an update that is durable as this row; gives the frame that tells it. */
  took(update: Uint8Array, seq: number): Uint8Array {
    this.#tail.grew(update.length);
    return this.#replica.took(update, seq);
  }

  /** The document for an edit that the server makes for somebody, under a client id of theirs: it counts as theirs. */
  beginEdit(participationId: string): Y.Doc {
    this.#replica.goAhead();
    const { doc } = this.#replica;
    doc.clientID = this.#owners.clientFor(participationId, (clientId) => Y.getState(doc.store, clientId) > 0);
    return doc;
  }

  /** The client id to claim with what was written since `beginEdit`. */
  claimOfEdit(participationId: string): Claim {
    return { clientId: this.#replica.doc.clientID, participationId };
  }

  /** Whether the document holds more than its kind allows, or more of one person, with so many bytes that are not committed. */
  isOverfull(bytes: number, { clientId, participationId }: Claim): boolean {
    const { doc } = this.#replica;
    const theirs = new Set([clientId, ...this.#owners.clientsOf(participationId)]);
    const isNobodys = (id: number): boolean => !theirs.has(id) && !this.#owners.has(id);
    return (
      isOverfull(doc, this.#use.partNow(bytes), this.#rules) ||
      isOverShare(doc, { theirs, isNobodys }, this.#rules)
    );
  }

  /** Takes over an edit of the server's own that is durable as this row; gives the frame that tells it. */
  tookEdit(update: Uint8Array, seq: number, claim: Claim): Uint8Array {
    const { doc } = this.#replica;
    this.#owners.keep([claim]);
    const { paper } = weightOf(doc, [claim.clientId]);
    this.#use.grew({ bytes: update.length, paper }, claim.participationId);
    // What pages send from now on is nobody's here.
    doc.clientID = uint32();
    return this.took(update, seq);
  }

  /** The document is what is committed again; what was staged is thrown away. */
  takeBack(): void {
    this.#replica.rebuild();
    this.settle();
  }

  /** The document is exactly what is committed again, and all that was committed has been told. */
  settle(): void {
    this.#replica.settle();
  }

  /** What people are told about the room that is left. Only inside `whenCommitted`. */
  quota(): WireQuota {
    return quotaOf(this.#replica.doc, this.#use.part, this.#rules);
  }

  /** Runs `task` as soon as the document is exactly what is committed; at once when it is. */
  whenCommitted(task: () => void): void {
    this.#replica.whenCommitted(task);
  }

  /** The frames that bring an empty client to the committed state. */
  joinFrames(): readonly Uint8Array[] {
    return this.#replica.joinFrames();
  }

  /** What a client with this state vector lacks. Only inside `whenCommitted`. */
  difference(vector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#replica.doc, vector);
  }

  /** The state vector of the document. Only inside `whenCommitted`. */
  vector(): Uint8Array {
    return this.#replica.vector();
  }

  /** Looks at what is committed, at any time. */
  read<T>(look: (doc: Y.Doc) => T): T {
    return this.#replica.read(look);
  }

  /** Runs `write` in a transaction that holds the document's row. Only while nothing else runs. */
  transact<T>(write: FreezeWriter<T>): Promise<T> {
    const { documentId, epoch } = this;
    return this.#tools.writer.exclusive(() =>
      this.#tools.store.transact(documentId, epoch, (tx) => write(tx, this.#replica.doc)),
    );
  }

  /** Compacts when the log has outgrown the state. Only while nothing else runs. */
  async compactIfLong(): Promise<void> {
    if (this.#tail.isLong) {
      await this.compact();
    }
  }

  /**
   * Puts one state in the place of the log. A failure leaves the log as it was, which is as good, only
   * longer: it is told, and the next try comes later.
   */
  compact(): Promise<void> {
    return this.#putInPlace(compaction(this.#replica.doc, this.#rules));
  }

  /**
   * The same with a document made anew, for one that takes no edits: what was taken back or removed
   * is in no row any more. Who has the old document must load this one.
   */
  renew(): Promise<void> {
    return this.#putInPlace(renewal(this.#replica.doc, this.#rules));
  }

  /** Whether the version before has written something in a form of its own. */
  get isOutdated(): boolean {
    return this.#rules.kind.before?.isIn(this.#replica.doc) === true;
  }

  /** Brings that into the form of now, so that the document reads the same. */
  upgrade(): Promise<void> {
    return this.#putInPlace(upgraded(this.#replica.doc, this.#rules, (client) => this.isClaimable(client)));
  }

  async #putInPlace({ doc, bytes, verify }: Compaction): Promise<void> {
    const { documentId, epoch, seq } = this;
    try {
      await this.#tools.writer.exclusive(() =>
        this.#tools.store.compact(documentId, epoch, seq, bytes, verify),
      );
      this.#tail.clear();
      this.#replica.goOnWith(doc);
      this.#tools.meter.compacted(true);
    } catch (error) {
      if (error instanceof StaleOwnerError) {
        throw error;
      }
      this.#tools.meter.compacted(false);
      this.#tools.onTrouble(documentId, error);
      this.#tail.wait();
    }
    this.#replica.renewState();
    this.#tail.measure(this.#replica.stateBytes);
  }

  destroy(): void {
    this.#replica.destroy();
  }
}
