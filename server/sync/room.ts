import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import type { Plan } from '#shared/plan/plan.ts';
import type { CloseName } from '#shared/wire/close.ts';
import type { WireQuota } from '#shared/wire/messages.ts';
import { answer } from './answers.ts';
import { Audience } from './audience.ts';
import type { Connection, FrameTaker } from './connection.ts';
import { CutOff } from './cut-off.ts';
import { type ClientFrame, stateFrame, step1Frame, step2Frame } from './frames.ts';
import type { SyncLimits } from './limits.ts';
import { PlanLog, type PlanLogTools } from './plan-log.ts';
import { PresenceBoard } from './presence.ts';
import { Questions } from './questions.ts';
import { type Batch, Queue, type Queued } from './queue.ts';
import { Rights } from './rights.ts';
import { refuseChanges, soleWriter } from './stage.ts';
import { StaleOwnerError, type StoredPlan } from './store.ts';
import type { Timers } from './timers.ts';
import { Turns } from './turns.ts';
import type { FreezeWriter, PlanFacts } from './types.ts';

/** What a room needs around it. */
export interface RoomTools extends PlanLogTools {
  facts: (planId: string) => Promise<PlanFacts | null>;
  limits: SyncLimits;
  timers: Timers;
  /** Somebody came, went or has flushed. */
  onPresence(planId: string): void;
  /** The room cannot go on; it has closed its sockets and must be forgotten. */
  onFailed(room: Room, error: unknown): void;
}

/** One plan and everybody at it. In this process nobody else writes its log. */
export class Room implements FrameTaker {
  readonly planId: string;
  readonly #tools: RoomTools;
  readonly #schemaVersion: number;
  readonly #log: PlanLog;
  readonly #rights: Rights;
  readonly #turns: Turns;
  readonly #presence: PresenceBoard;
  readonly #audience = new Audience();
  readonly #queue = new Queue();
  readonly #questions: Questions;
  /** Whose line broke a short while ago. */
  readonly cutOff: CutOff;
  #isClosed = false;
  #quota: WireQuota = {};
  /** Row of the log at which it was computed. */
  #quotaAt = -1;
  #emptySince: number;

  constructor(planId: string, stored: StoredPlan, facts: PlanFacts, tools: RoomTools) {
    const { limits, timers } = tools;
    this.planId = planId;
    this.#tools = tools;
    this.cutOff = new CutOff(tools.timers);
    this.#schemaVersion = stored.schemaVersion;
    this.#questions = new Questions(timers);
    this.#log = new PlanLog(planId, stored, tools);
    this.#rights = new Rights(facts);
    this.#emptySince = timers.now();
    this.#turns = new Turns({
      tickMs: () => tickMs(limits, this.#audience.size),
      timers,
      waiting: () => this.#queue.length,
      work: () => this.#commitQueued(),
      tidy: () => this.#tidy(),
      failed: (error) => this.#fail(error),
    });
    this.#presence = new PresenceBoard({
      limits,
      timers,
      meter: tools.meter,
      ownerOf: (clientId) => this.#log.ownerOf(clientId),
      claim: (connection, clientId, done) => this.#claim(connection, clientId, done),
      audience: () => this.#audience.joined(),
    });
  }

  get connections(): ReadonlySet<Connection> {
    return this.#audience.all;
  }

  /** Messages that wait for a commit. */
  get waiting(): number {
    return this.#queue.length;
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
    connection.out.send(this.#stateFrameFor(connection));
    this.#log.whenCommitted(() => connection.out.send(step1Frame(this.#log.vector())));
    connection.attach(this);
    this.#tools.onPresence(this.planId);
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
    this.#tools.onPresence(this.planId);
  }

  /** Whether nobody has been here for long enough and nothing waits. */
  isIdle(): boolean {
    const { timers, limits } = this.#tools;
    const isQuiet = this.#audience.size === 0 && !this.#turns.isBusy;
    return isQuiet && timers.now() - this.#emptySince >= limits.roomIdleMs;
  }

  /** Looks after the sockets. */
  sweep(): void {
    this.#audience.sweep();
    this.#log.whenCommitted(() => this.#tellQuota());
  }

  /** Tells everybody when something becomes nearly full, or is so no longer. */
  #tellQuota(): void {
    if (this.#isClosed || this.#quotaAt === this.#log.seq) {
      return;
    }
    this.#quotaAt = this.#log.seq;
    const quota = this.#log.quota();
    if (!isDeepStrictEqual(quota, this.#quota)) {
      this.#quota = quota;
      this.#tellState();
    }
  }

  #tellState(): void {
    for (const connection of this.#audience.all) {
      connection.out.send(this.#stateFrameFor(connection));
    }
  }

  take(connection: Connection, frame: ClientFrame): void {
    switch (frame.type) {
      case 'step1':
        this.#welcome(connection, frame.vector);
        break;
      case 'edit':
        connection.waiting(frame.update.length);
        this.#enqueue({
          edit: { connection, n: connection.received, at: performance.now(), ...frame },
        });
        break;
      case 'presence':
        if (!this.#presence.receive(connection, frame.update)) {
          connection.close('malformed');
        }
        break;
      case 'queryPresence':
        this.#presence.greet(connection);
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
        connection.out.catchUp([this.#stateFrameFor(connection), step2Frame(this.#log.difference(vector))]);
        this.#presence.greet(connection);
        this.#pauseIfSlow(connection);
      }
    });
  }

  /** The committed plan as data. */
  readCommitted(): Plan {
    return this.#log.read();
  }

  /** Commits what is queued. */
  drain(): Promise<void> {
    return this.#turns.alone(async () => {});
  }

  /** See `SyncHub.withCommittedPlan`. */
  withCommittedPlan<T>(
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
        this.#fail(error);
      }
      return result;
    });
  }

  /**
   * Words that were taken back must be gone from the database of a frozen plan too, not only from the
   * screen. Does nothing where that is done, or where the plan takes edits.
   */
  async forget(): Promise<void> {
    const isDue = (): boolean => !this.#rights.isOpen && this.#log.hasTail;
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
    const facts = await this.#tools.facts(this.planId);
    if (!facts) {
      throw new Error(`plan ${this.planId} is gone`);
    }
    const stateChanged = this.#rights.change(facts);
    for (const connection of this.#audience.all) {
      connection.flushed &&= !stateChanged;
    }
    this.#tellState();
  }

  /** Ends the room; what is queued is dropped, so drain it before. */
  destroy(close: CloseName): void {
    this.#isClosed = true;
    this.#turns.stop(new StaleOwnerError(this.planId));
    for (const connection of [...this.#audience.all]) {
      connection.close(close);
    }
    this.#presence.stop();
    this.#log.destroy();
  }

  #fail(error: unknown): void {
    if (!this.#isClosed) {
      this.#turns.stop(error);
      this.destroy('restart');
      this.#tools.onFailed(this, error);
    }
  }

  /** Answers a sync step 1 from committed state only. */
  #welcome(connection: Connection, vector: Uint8Array): void {
    const size = sizeOfVector(vector, this.#tools.limits.stateVectorBytes);
    if (size === null) {
      connection.close('malformed');
    } else if (size === 0) {
      this.#sendPlan(connection, this.#log.joinFrames());
    } else {
      this.#questions.ask(connection, vector, (latest) => this.#tellDifference(connection, latest));
    }
  }

  #tellDifference(connection: Connection, vector: Uint8Array): void {
    this.#log.whenCommitted(() => {
      const started = performance.now();
      const difference = this.#log.difference(vector);
      this.#questions.took(connection, performance.now() - started);
      this.#sendPlan(connection, [step2Frame(difference)]);
    });
  }

  #sendPlan(connection: Connection, frames: readonly Uint8Array[]): void {
    for (const frame of frames) {
      connection.out.send(frame);
    }
    if (!connection.joined) {
      connection.joined = true;
      this.#presence.greet(connection);
    }
    this.#log.whenCommitted(() => this.#pauseIfSlow(connection));
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
    if (this.#rights.isOpen) {
      await this.#log.compactIfLong();
    }
  }

  /** Takes what is queued through guard, commit, broadcast and answer. Returns how much it took. */
  async #commitQueued(): Promise<number> {
    const batch = this.#queue.take(this.#tools.limits);
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
    for (const connection of answer(batch.edits, staged.outcomes, this.#log.seq, this.#tools.meter)) {
      connection.out.send(step1Frame(this.#log.vector()));
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
        this.#tools.onPresence(this.planId);
      }
    }
    for (const connection of this.#audience.joined()) {
      this.#pauseIfSlow(connection);
    }
  }

  async #transact<T>(write: FreezeWriter<T>): Promise<T> {
    let isWritten = false;
    try {
      return await this.#log.transact(async (tx, plan, doc) => {
        const result = await write(tx, plan, doc);
        isWritten = true;
        return result;
      });
    } catch (error) {
      // Lost at its commit, it may have happened all the same: nobody knows, so the plan is loaded again.
      if (isWritten || error instanceof StaleOwnerError) {
        this.#fail(error);
      }
      throw error;
    }
  }

  #pauseIfSlow(connection: Connection): void {
    if (connection.out.pausedAt === null && connection.out.isSlow()) {
      connection.out.pause(this.#log.vector());
    }
  }

  #stateFrameFor({ who: { role } }: Connection): Uint8Array {
    const { epoch } = this.#log;
    const [schemaVersion, quota] = [this.#schemaVersion, this.#quota];
    return stateFrame({ ...this.#rights.describe(role), role, epoch, schemaVersion, quota });
  }

  #guardFor({ who: { role } }: Connection): ReturnType<Parameters<PlanLog['stage']>[1]> {
    return {
      writable: this.#rights.writable(role),
      open: this.#rights.isOpen,
      limits: this.#tools.limits,
    };
  }
}

/** A crowd is told a little later, and so with fewer writes: each of them goes to everybody. */
function tickMs(limits: SyncLimits, people: number): number {
  return limits.tickMs * Math.min(limits.mostTicks, Math.ceil(people / limits.tickPeople) || 1);
}

/** How many clients a state vector names, null when it cannot be read. */
function sizeOfVector(vector: Uint8Array, maxBytes: number): number | null {
  try {
    return vector.length > maxBytes ? null : Y.decodeStateVector(vector).size;
  } catch {
    return null;
  }
}
