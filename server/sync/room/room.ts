import type * as Y from 'yjs';
import type { CloseName } from '#shared/wire/close.ts';
import type { KindRules } from '../kinds.ts';
import type { SyncLimits } from '../limits.ts';
import { StaleOwnerError, type StoredDocument } from '../log/store.ts';
import type { Timers } from '../timers.ts';
import type { DocumentFacts, DocumentRef, FreezeWriter } from '../types.ts';
import type { Connection, FrameTaker } from '../wire/connection.ts';
import { type ClientFrame, step1Frame, step2Frame } from '../wire/frames.ts';
import { acknowledge } from './acknowledge.ts';
import { Audience } from './audience.ts';
import { CutOff } from './cut-off.ts';
import { DocumentLog, type DocumentLogTools } from './document-log.ts';
import { InitialSync } from './initial-sync.ts';
import { PresenceBoard } from './presence.ts';
import { type Batch, Queue, type Queued } from './queue.ts';
import { SerialExecutor } from './serial-executor.ts';
import { refuseChanges, soleWriter } from './staging.ts';
import { Status } from './status.ts';

/** What a room needs around it. */
export interface RoomTools extends DocumentLogTools {
  facts: (documentId: string) => Promise<DocumentFacts | null>;
  timers: Timers;
  /** Somebody came, went or has flushed. */
  onPresence(document: DocumentRef): void;
  /** The room cannot go on; it has closed its sockets and must be forgotten. */
  onFailed(room: Room, error: unknown): void;
}

/** One document and everybody at it. In this process nobody else writes its log. */
export class Room implements FrameTaker {
  readonly ref: DocumentRef;
  readonly #rules: KindRules;
  readonly #tools: RoomTools;
  readonly #log: DocumentLog;
  readonly #status: Status;
  readonly #turns: SerialExecutor;
  readonly #presence: PresenceBoard;
  readonly #audience = new Audience();
  readonly #queue = new Queue();
  readonly #welcome: InitialSync;
  /** Whose line broke a short while ago. */
  readonly cutOff: CutOff;
  #checkedAt: number;
  #nextCheck: Promise<void> | null = null;
  #lastCheck: Promise<void> = Promise.resolve();
  #isClosed = false;
  #emptySince: number;

  constructor(
    documentId: string,
    stored: StoredDocument,
    facts: DocumentFacts,
    rules: KindRules,
    tools: RoomTools,
  ) {
    const { timers } = tools;
    const { limits } = rules;
    this.ref = { documentId, kind: stored.kind, meetingId: stored.meetingId };
    this.#rules = rules;
    this.#tools = tools;
    this.cutOff = new CutOff(tools.timers);
    this.#log = new DocumentLog(documentId, stored, rules, tools);
    this.#status = new Status(facts, rules, stored.schemaVersion, this.#log, this.#audience);
    this.#emptySince = this.#checkedAt = timers.now();
    this.#turns = new SerialExecutor({
      tickMs: () => tickMs(limits, this.#audience.size),
      timers,
      waiting: () => this.#queue.length,
      work: () => this.#commitQueued(),
      tidy: () => this.#tidy(),
      failed: (error) => this.fail(error),
    });
    this.#presence = new PresenceBoard({
      limits,
      timers,
      meter: tools.meter,
      ownerOf: (clientId) => this.#log.ownerOf(clientId),
      claim: (connection, clientId, done) => this.#claim(connection, clientId, done),
      audience: () => this.#audience.joined(),
    });
    this.#welcome = new InitialSync({ limits, timers, log: this.#log, presence: this.#presence });
  }

  get connections(): ReadonlySet<Connection> {
    return this.#audience.all;
  }

  /** Messages that wait for a commit. */
  get waiting(): number {
    return this.#queue.length;
  }

  /**
   * Ends the room when another process has taken the plan over. Asked by several at once, it puts one
   * question to the database, never one that was put before they asked.
   */
  mustBeOwn(): Promise<void> {
    this.#nextCheck ??= this.#lastCheck.then(async () => {
      this.#nextCheck = null;
      const check = this.#checkOwner();
      this.#lastCheck = check.catch(() => undefined);
      await check;
    });
    return this.#nextCheck;
  }

  async #checkOwner(): Promise<void> {
    this.#checkedAt = this.#tools.timers.now();
    const facts = await this.#tools.facts(this.ref.documentId);
    if (facts?.epoch !== undefined && facts.epoch !== this.#log.epoch) {
      this.fail(new StaleOwnerError(this.ref.documentId));
    }
  }

  /** Lets a connection in: first the state, then the question what it has and we lack. */
  enter(connection: Connection): void {
    if (connection.closed) {
      return;
    }
    if (this.#isClosed) {
      connection.close('restart');
      return;
    }
    this.#audience.add(connection);
    this.cutOff.forget({ deviceId: connection.who.deviceId });
    connection.out.send(this.#status.frameFor(connection));
    this.#log.whenCommitted(() => connection.out.send(step1Frame(this.#log.vector())));
    connection.attach(this);
    this.#tools.onPresence(this.ref);
  }

  left(connection: Connection): void {
    if (!this.#audience.delete(connection)) {
      return;
    }
    if (connection.cut) {
      this.cutOff.add(connection.describe());
    }
    this.#queue.drop(connection);
    this.#presence.remove(connection);
    this.#emptySince = this.#tools.timers.now();
    this.#tools.onPresence(this.ref);
  }

  /** Whether nobody has been here for long enough and nothing waits. */
  isIdle(): boolean {
    const { timers } = this.#tools;
    const isQuiet = this.#audience.size === 0 && !this.#turns.isBusy;
    return isQuiet && timers.now() - this.#emptySince >= this.#rules.limits.roomIdleMs;
  }

  /** Looks after the sockets. */
  sweep(): void {
    this.#audience.sweep();
    // Those who only read would never learn that another process goes on with their plan.
    if (this.#tools.timers.now() - this.#checkedAt >= this.#rules.limits.ownerCheckMs) {
      // Where the database is away, there is no other owner either.
      this.mustBeOwn().catch(() => undefined);
    }
    this.#log.whenCommitted(() => {
      if (!this.#isClosed) {
        this.#status.tellQuota();
      }
    });
  }

  take(connection: Connection, frame: ClientFrame): void {
    switch (frame.type) {
      case 'step1':
        this.#welcome.answer(connection, frame.vector);
        break;
      case 'edit':
        connection.waiting(frame.update.length);
        this.#enqueue({
          edit: { connection, n: connection.received, at: performance.now(), ...frame },
        });
        break;
      case 'presence':
        if (this.#rules.kind.presence && !this.#presence.receive(connection, frame.update)) {
          connection.close('malformed');
        }
        break;
      case 'queryPresence':
        if (this.#rules.kind.presence) {
          this.#presence.answer(connection);
        }
        break;
      case 'flushed':
        if (!connection.flushed) {
          this.#enqueue({ flushedBy: connection });
        }
        break;
    }
  }

  drained(connection: Connection): void {
    this.#log.whenCommitted(() => {
      const vector = connection.out.pausedAt;
      if (vector !== null && !connection.closed) {
        connection.out.catchUp([this.#status.frameFor(connection), step2Frame(this.#log.difference(vector))]);
        this.#presence.greet(connection);
        connection.out.pauseIfSlow(this.#log);
      }
    });
  }

  /** Looks at the committed document. */
  readCommitted<T>(read: (doc: Y.Doc) => T): T {
    return this.#log.read(read);
  }

  /** Runs `job` alone, after everything that waits now. */
  alone<T>(job: () => Promise<T>): Promise<T> {
    return this.#turns.alone(job);
  }

  get epoch(): number {
    return this.#log.epoch;
  }

  /** The document for an edit of the server's own; only in `alone`, until `settle` or `takeBack`. */
  beginEdit(): Y.Doc {
    return this.#log.beginEdit();
  }

  /** Whether what was changed since `beginEdit` is more than the document may hold. */
  isOverfull(bytes: number): boolean {
    return this.#log.isOverfull(bytes);
  }

  /** Takes over an edit of the server's own that is durable by now, and tells everybody. */
  wrote(update: Uint8Array, seq: number): void {
    this.#audience.broadcast(this.#log.took(update, seq), null);
  }

  /** Ends an edit of the server's own. */
  settle(): void {
    this.#log.settle();
    for (const connection of this.#audience.joined()) {
      connection.out.pauseIfSlow(this.#log);
    }
  }

  /** Throws an edit of the server's own away. */
  takeBack(): void {
    this.#log.takeBack();
  }

  /** Commits what is queued. */
  drain(): Promise<void> {
    return this.#turns.alone(async () => {});
  }

  /** See `SyncHub.withCommittedDocument`. */
  withCommittedDocument<T>(
    write: FreezeWriter<T>,
    frozen?: (result: T) => { versionId: string; sha256: string },
  ): Promise<T> {
    return this.#turns.alone(async () => {
      const result = await this.#transact(write);
      try {
        await this.refresh();
        if (frozen) {
          // Before it is told: whoever hears of it loads the document that the plan goes on with.
          await this.#log.renew();
          this.#audience.tellFrozen(frozen(result));
        }
      } catch (error) {
        // It is done, whatever happens to the room: who comes back is told.
        this.fail(error);
      }
      return result;
    });
  }

  /**
   * Words that were taken back must be gone from the database of a frozen plan too, not only from the
   * screen. Does nothing where that is done, or where the plan takes edits.
   */
  async forget(): Promise<void> {
    const isDue = (): boolean => !this.#status.rights.isOpen && this.#log.hasTail;
    if (isDue()) {
      await this.#turns.alone(async () => {
        if (isDue()) {
          await this.#log.renew();
        }
      });
    }
  }

  /** Reads phase and state again and tells everybody. */
  async refresh(): Promise<void> {
    const facts = await this.#tools.facts(this.ref.documentId);
    if (!facts) {
      throw new Error(`document ${this.ref.documentId} is gone`);
    }
    this.#status.change(facts);
  }

  /** Ends the room; what is queued is dropped, so drain it before. */
  destroy(close: CloseName): void {
    this.#isClosed = true;
    this.#turns.stop(new StaleOwnerError(this.ref.documentId));
    for (const connection of [...this.#audience.all]) {
      connection.close(close);
    }
    this.#presence.stop();
    this.#log.destroy();
  }

  /** The room cannot go on: whoever is here comes back to a document that is loaded again. */
  fail(error: unknown): void {
    if (!this.#isClosed) {
      this.#turns.stop(error);
      this.destroy('restart');
      this.#tools.onFailed(this, error);
    }
  }

  #enqueue(queued: Queued): void {
    this.#queue.push(queued);
    this.#turns.request();
  }

  #claim({ who: { participationId } }: Connection, clientId: number, done: () => void): void {
    if (this.#log.isClaimable(clientId) && this.#log.claimsLeft(participationId) > 0) {
      this.#enqueue({ claim: { clientId, participationId }, done });
    }
  }

  async #tidy(): Promise<void> {
    if (this.#status.rights.isOpen) {
      await this.#log.compactIfLong();
    }
  }

  /** Takes what is queued through guard, commit, broadcast and answer. Returns how much it took. */
  async #commitQueued(): Promise<number> {
    const batch = this.#queue.take(this.#rules.limits);
    const staged = this.#log.stage(batch.edits, (connection) => this.#guardFor(connection));
    const committed = await this.#log.commit(staged.update, [...batch.claims, ...staged.claims]);
    if (committed.kind === 'locked') {
      refuseChanges(staged);
      await this.refresh();
    } else if (committed.frame) {
      this.#audience.broadcast(committed.frame, soleWriter(staged.outcomes));
      this.#presence.flushWithEdit();
    }
    this.#log.settle();
    for (const connection of acknowledge(batch.edits, staged.outcomes, this.#log.seq, this.#tools.meter)) {
      connection.out.sendSurely(step1Frame(this.#log.vector()));
    }
    this.#finish(batch);
    return batch.size;
  }

  #finish(batch: Batch): void {
    for (const { connection, update } of batch.edits) {
      connection.waiting(-update.length);
    }
    for (const queued of batch.after) {
      if ('done' in queued) {
        queued.done();
      } else if (!queued.flushedBy.flushed) {
        queued.flushedBy.flushed = true;
        this.#tools.onPresence(this.ref);
      }
    }
    for (const connection of this.#audience.joined()) {
      connection.out.pauseIfSlow(this.#log);
    }
  }

  async #transact<T>(write: FreezeWriter<T>): Promise<T> {
    let isWritten = false;
    try {
      return await this.#log.transact(async (tx, doc) => {
        const result = await write(tx, doc);
        isWritten = true;
        return result;
      });
    } catch (error) {
      // Lost at its commit, it may have happened all the same: nobody knows, so the plan is loaded again.
      if (isWritten || error instanceof StaleOwnerError) {
        this.fail(error);
      }
      throw error;
    }
  }

  #guardFor({ who: { role } }: Connection): ReturnType<Parameters<DocumentLog['stage']>[1]> {
    return {
      writable: this.#status.rights.writable(role),
      open: this.#status.rights.isOpen,
      limits: this.#rules.limits,
    };
  }
}

/** A crowd is told a little later, and so with fewer writes: each of them goes to everybody. */
function tickMs(limits: SyncLimits, people: number): number {
  return limits.tickMs * Math.min(limits.mostTicks, Math.ceil(people / limits.tickPeople) || 1);
}
