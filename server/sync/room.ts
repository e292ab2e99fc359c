import * as Y from 'yjs';
import { writableParts } from '#shared/access/parts.ts';
import { type Plan, readPlan } from '#shared/plan/plan.ts';
import type { PlanPart } from '#shared/plan/roots.ts';
import type { CloseName } from '#shared/wire/close.ts';
import { answer } from './answers.ts';
import { CommittedState, docOf } from './committed.ts';
import { compactedBytes, verifyCompacted } from './compaction.ts';
import type { Connection, FrameTaker } from './connection.ts';
import {
  type ClientFrame,
  frozenFrame,
  presenceFrame,
  stateFrame,
  step1Frame,
  step2Frame,
} from './frames.ts';
import type { SyncLimits } from './limits.ts';
import { PresenceBoard } from './presence.ts';
import { type Edit, type Outcome, type Staged, stage } from './stage.ts';
import { type AppendResult, type Claim, type LogStore, StaleOwnerError, type StoredPlan } from './store.ts';
import type { Timers } from './timers.ts';
import type { FreezeWriter, PlanFacts } from './types.ts';
import type { LogWriter } from './writer.ts';

/** What a room needs around it. */
export interface RoomTools {
  store: LogStore;
  writer: LogWriter;
  facts: (planId: string) => Promise<PlanFacts | null>;
  limits: SyncLimits;
  timers: Timers;
  /** Somebody came, went or has flushed. */
  onPresence(planId: string): void;
  /** Something went wrong that the room can live with. */
  onTrouble(planId: string, error: unknown): void;
  /** The room cannot go on; it has closed its sockets and must be forgotten. */
  onFailed(room: Room, error: unknown): void;
}

const KEEP_ALIVE = presenceFrame([]);
/** What waits for the next tick, in the order in which it came. */
type Queued = { edit: Edit } | { flushedBy: Connection };

interface Job {
  run(): Promise<void>;
  reject(error: unknown): void;
}

/**
 * One plan and everybody at it: the only writer of its log in this process.
 *
 * Its document is the staging replica. It is ahead of the log only while a batch is being committed;
 * during that time nothing is read from it, and if the commit fails it is thrown away. What has to
 * leave the room meanwhile comes from `#committed`.
 */
export class Room implements FrameTaker {
  readonly planId: string;
  readonly #tools: RoomTools;
  readonly #epoch: number;
  readonly #schemaVersion: number;
  readonly #connections = new Set<Connection>();
  readonly #owners: Map<number, string>;
  readonly #presence: PresenceBoard;
  readonly #committed: CommittedState;
  #doc: Y.Doc;
  #facts: PlanFacts;
  #writable = new Map<string, ReadonlySet<PlanPart>>();
  #seq: number;
  #logBytes: number;
  #compactAbove: number;
  #queue: Queued[] = [];
  #claims: { claim: Claim; done: () => void }[] = [];
  #jobs: Job[] = [];
  #whenCommitted: (() => void)[] = [];
  #inFlight = false;
  #running = false;
  #failed = false;
  #lastTick = 0;
  #cancelTick: (() => void) | null = null;
  #emptySince: number;

  constructor(planId: string, stored: StoredPlan, facts: PlanFacts, tools: RoomTools) {
    this.planId = planId;
    this.#tools = tools;
    this.#facts = facts;
    this.#epoch = stored.epoch;
    this.#schemaVersion = stored.schemaVersion;
    this.#doc = docOf(stored);
    this.#committed = new CommittedState(Y.encodeStateAsUpdate(this.#doc));
    this.#owners = new Map(stored.claims.map(({ clientId, participationId }) => [clientId, participationId]));
    this.#seq = stored.nextSeq - 1;
    this.#logBytes = stored.tail.reduce((sum, row) => sum + row.bytes.length, 0);
    this.#compactAbove = Math.max(tools.limits.compactAboveBytes, this.#committed.baseBytes);
    this.#emptySince = tools.timers.now();
    this.#presence = new PresenceBoard({
      limits: tools.limits,
      timers: tools.timers,
      ownerOf: (clientId) => this.#owners.get(clientId),
      claim: (connection, clientId, done) => this.#claim(connection, clientId, done),
      audience: () => this.#joined(),
    });
  }

  // --- who is here ---

  get connections(): ReadonlySet<Connection> {
    return this.#connections;
  }

  /** Lets a connection in: first the state, then a question for what it has and we lack. */
  enter(connection: Connection): void {
    if (connection.closed) {
      return;
    }
    if (this.#failed) {
      connection.close('restart');
      return;
    }
    this.#connections.add(connection);
    connection.send(this.#stateFrameFor(connection));
    this.#atCommit(() => connection.send(step1Frame(Y.encodeStateVector(this.#doc))));
    connection.attach(this);
    this.#tools.onPresence(this.planId);
  }

  left(connection: Connection): void {
    if (!this.#connections.delete(connection)) {
      return;
    }
    this.#queue = this.#queue.filter((queued) =>
      'edit' in queued ? queued.edit.connection !== connection : queued.flushedBy !== connection,
    );
    this.#presence.remove(connection);
    this.#emptySince = this.#tools.timers.now();
    this.#tools.onPresence(this.planId);
  }

  /** Whether nobody is here and nothing waits, for long enough. */
  isIdle(): boolean {
    const { timers, limits } = this.#tools;
    return (
      this.#connections.size === 0 &&
      !this.#running &&
      this.#queue.length === 0 &&
      this.#claims.length === 0 &&
      this.#jobs.length === 0 &&
      timers.now() - this.#emptySince >= limits.roomIdleMs
    );
  }

  /** Ends the room; what is queued is dropped, so drain it before. */
  destroy(close: CloseName): void {
    this.#failed = true;
    this.#cancelTick?.();
    this.#presence.stop();
    for (const connection of [...this.#connections]) {
      connection.close(close);
    }
    this.#doc.destroy();
  }

  sweep(): void {
    for (const connection of this.#connections) {
      connection.sweep(KEEP_ALIVE);
    }
  }

  // --- what comes in ---

  take(connection: Connection, frame: ClientFrame): void {
    switch (frame.type) {
      case 'step1':
        this.#welcome(connection, frame.vector);
        break;
      case 'edit':
        this.#enqueueEdit(connection, frame.full, frame.update);
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
        this.#queue.push({ flushedBy: connection });
        this.#schedule();
        break;
    }
  }

  drained(connection: Connection): void {
    this.#atCommit(() => {
      const vector = connection.pausedAt;
      if (vector === null || connection.closed) {
        return;
      }
      connection.catchUp([
        this.#stateFrameFor(connection),
        step2Frame(Y.encodeStateAsUpdate(this.#doc, vector)),
      ]);
      this.#presence.greet(connection);
      this.#pauseIfSlow(connection);
    });
  }

  /** Answers a sync step 1 from committed state only. */
  #welcome(connection: Connection, vector: Uint8Array): void {
    const state = readVector(vector, this.#tools.limits.stateVectorBytes);
    if (state === null) {
      connection.close('malformed');
      return;
    }
    const isNew = !connection.joined;
    if (state.size === 0) {
      for (const frame of this.#committed.joinFrames()) {
        connection.send(frame);
      }
      this.#joinedNow(connection, isNew);
    } else {
      this.#atCommit(() => {
        connection.send(step2Frame(Y.encodeStateAsUpdate(this.#doc, vector)));
        this.#joinedNow(connection, isNew);
      });
    }
  }

  #joinedNow(connection: Connection, isNew: boolean): void {
    connection.joined = true;
    if (isNew) {
      this.#presence.greet(connection);
    }
    this.#atCommit(() => this.#pauseIfSlow(connection));
  }

  #enqueueEdit(connection: Connection, full: boolean, update: Uint8Array): void {
    const edit: Edit = { connection, n: connection.received, full, update };
    this.#queue.push({ edit });
    connection.waiting(update.length);
    this.#schedule();
  }

  #claim(connection: Connection, clientId: number, done: () => void): void {
    const { participationId } = connection.who;
    if (this.#claimsLeft(participationId) <= 0 || Y.getState(this.#doc.store, clientId) > 0) {
      return;
    }
    this.#claims.push({ claim: { clientId, participationId }, done });
    this.#schedule();
  }

  #claimsLeft(participationId: string): number {
    let used = 0;
    for (const owner of this.#owners.values()) {
      used += owner === participationId ? 1 : 0;
    }
    return this.#tools.limits.clientsPerParticipation - used;
  }

  // --- the writer's turn ---

  /** Runs `job` alone, after everything that is queued now is committed. */
  #alone<T>(job: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#failed) {
        reject(new StaleOwnerError(this.planId));
        return;
      }
      this.#jobs.push({ run: () => job().then(resolve, reject), reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#running || this.#failed || this.#cancelTick) {
      return;
    }
    const wait = this.#lastTick + this.#tools.limits.tickMs - this.#tools.timers.now();
    if (wait <= 0 || this.#jobs.length > 0) {
      void this.#run();
    } else {
      this.#cancelTick = this.#tools.timers.after(wait, () => {
        this.#cancelTick = null;
        void this.#run();
      });
    }
  }

  async #run(): Promise<void> {
    this.#running = true;
    this.#lastTick = this.#tools.timers.now();
    try {
      // A job starts when everything that came before it is committed.
      let due = this.#queue.length;
      do {
        due -= await this.#commitQueued();
      } while (this.#jobs.length > 0 && due > 0);
      await this.#jobs.shift()?.run();
      if (this.#logBytes > this.#compactAbove) {
        await this.#compact();
      }
    } catch (error) {
      this.#fail(error);
    }
    this.#running = false;
    if (this.#queue.length > 0 || this.#claims.length > 0 || this.#jobs.length > 0) {
      this.#schedule();
    }
  }

  /** Takes what is queued through guard, commit, broadcast and answer. Returns how much it took. */
  async #commitQueued(): Promise<number> {
    const batch = this.#takeBatch();
    const claims = this.#claims;
    this.#claims = [];
    if (batch.length === 0 && claims.length === 0) {
      return 0;
    }
    const edits = batch.flatMap((queued) => ('edit' in queued ? [queued.edit] : []));
    const staged = this.#stage(edits);
    const allClaims = [...claims.map(({ claim }) => claim), ...staged.claims];
    if (staged.update !== null || allClaims.length > 0) {
      const result = await this.#append(staged.update, allClaims);
      await this.#settle(staged, result);
    }
    this.#keepClaims(allClaims);
    this.#commitPoint();
    for (const { done } of claims) {
      done();
    }
    this.#answer(edits, staged.outcomes);
    this.#markFlushed(batch);
    return batch.length;
  }

  #takeBatch(): Queued[] {
    let bytes = 0;
    let count = 0;
    while (count < this.#queue.length && bytes <= this.#tools.limits.batchBytes) {
      const queued = this.#queue[count++];
      bytes += queued && 'edit' in queued ? queued.edit.update.length : 0;
    }
    return this.#queue.splice(0, count);
  }

  #stage(edits: readonly Edit[]): Staged {
    const settled = new Map<Edit, Outcome>();
    for (;;) {
      const staged = stage(
        edits,
        {
          doc: this.#doc,
          updateBytes: this.#tools.limits.updateBytes,
          messageBytes: this.#tools.limits.messageBytes,
          ownerOf: (clientId) => this.#owners.get(clientId),
          claimsLeft: (participationId) => this.#claimsLeft(participationId),
          guardFor: (connection) => this.#guardFor(connection),
        },
        settled,
      );
      if ('outcomes' in staged) {
        return staged;
      }
      settled.set(staged.culprit, { kind: 'refused', code: 'malformed', reason: staged.reason });
      this.#rebuild();
    }
  }

  async #append(update: Uint8Array | null, claims: Claim[]): Promise<AppendResult> {
    this.#inFlight = true;
    return this.#tools.writer.append({ planId: this.planId, epoch: this.#epoch, update, claims });
  }

  /** After the commit: tells what was written; takes everything back where nothing was. */
  async #settle(staged: Staged, result: AppendResult): Promise<void> {
    if (result.kind === 'stale') {
      throw new StaleOwnerError(this.planId);
    }
    if (result.kind === 'locked') {
      this.#rebuild();
      for (const [edit, outcome] of staged.outcomes) {
        if (outcome.kind === 'kept' && outcome.changed) {
          staged.outcomes.set(edit, { kind: 'refused', code: 'locked', reason: 'the plan is closed' });
        }
      }
      await this.refresh();
      return;
    }
    if (staged.update !== null && result.seq !== null) {
      this.#seq = result.seq;
      this.#logBytes += staged.update.length;
      this.#broadcast(staged.update, soleWriter(staged.outcomes));
    }
  }

  #broadcast(update: Uint8Array, except: Connection | null): void {
    const frame = this.#committed.add(update);
    for (const connection of this.#joined()) {
      if (connection !== except) {
        connection.send(frame);
      }
    }
    this.#presence.flush();
  }

  #answer(edits: readonly Edit[], outcomes: ReadonlyMap<Edit, Outcome>): void {
    for (const { connection, update } of edits) {
      connection.waiting(-update.length);
    }
    for (const connection of answer(edits, outcomes, this.#seq)) {
      connection.send(step1Frame(Y.encodeStateVector(this.#doc)));
    }
    for (const connection of new Set(edits.map((edit) => edit.connection))) {
      this.#pauseIfSlow(connection);
    }
  }

  #markFlushed(batch: readonly Queued[]): void {
    for (const queued of batch) {
      if ('flushedBy' in queued && !queued.flushedBy.flushed) {
        queued.flushedBy.flushed = true;
        this.#tools.onPresence(this.planId);
      }
    }
  }

  #keepClaims(claims: readonly Claim[]): void {
    for (const { clientId, participationId } of claims) {
      if (!this.#owners.has(clientId)) {
        this.#owners.set(clientId, participationId);
      }
    }
  }

  // --- committed state ---

  /** Runs `task` as soon as the document is exactly what is committed. */
  #atCommit(task: () => void): void {
    if (this.#inFlight) {
      this.#whenCommitted.push(task);
    } else {
      task();
    }
  }

  #commitPoint(): void {
    this.#inFlight = false;
    if (this.#committed.isWorn(this.#tools.limits.planBytes)) {
      this.#committed.renew(this.#doc);
    }
    const tasks = this.#whenCommitted;
    this.#whenCommitted = [];
    for (const task of tasks) {
      task();
    }
    for (const connection of this.#joined()) {
      this.#pauseIfSlow(connection);
    }
  }

  #rebuild(): void {
    this.#doc.destroy();
    this.#doc = this.#committed.toDoc();
  }

  #pauseIfSlow(connection: Connection): void {
    if (connection.pausedAt === null && connection.isSlow()) {
      connection.pause(Y.encodeStateVector(this.#doc));
    }
  }

  /** The committed plan as data. */
  readCommitted(): Plan {
    if (!this.#inFlight) {
      return readPlan(this.#doc);
    }
    const doc = this.#committed.toDoc();
    const plan = readPlan(doc);
    doc.destroy();
    return plan;
  }

  /** See `SyncHub.withCommittedPlan`. */
  withCommittedPlan<T>(
    write: FreezeWriter<T>,
    frozen?: (result: T) => { versionId: string; sha256: string },
  ): Promise<T> {
    return this.#alone(async () => {
      const result = await this.#writeAlone(write);
      try {
        await this.refresh();
        if (frozen) {
          this.#tellFrozen(frozen(result));
          // Words that were taken back must be gone from the database too, not only from the screen.
          await this.#compact();
        }
      } catch (error) {
        // It is done, whatever happens to the room: who comes back is told.
        this.#fail(error);
      }
      return result;
    });
  }

  async #writeAlone<T>(write: FreezeWriter<T>): Promise<T> {
    try {
      return await this.#tools.writer.exclusive(() =>
        this.#tools.store.transact(this.planId, this.#epoch, (tx) =>
          write(tx, readPlan(this.#doc), this.#doc),
        ),
      );
    } catch (error) {
      if (error instanceof StaleOwnerError) {
        this.#fail(error);
      }
      throw error;
    }
  }

  #tellFrozen({ versionId, sha256 }: { versionId: string; sha256: string }): void {
    const frame = frozenFrame(versionId, sha256);
    for (const connection of this.#connections) {
      connection.sendSurely(frame);
    }
  }

  /** Commits what is queued. */
  drain(): Promise<void> {
    return this.#alone(async () => {});
  }

  /** A failure leaves the log as it was, which is as good, only longer; the next try comes later. */
  async #compact(): Promise<void> {
    const bytes = compactedBytes(this.#doc);
    try {
      await this.#tools.writer.exclusive(() =>
        this.#tools.store.compact(this.planId, this.#epoch, this.#seq, bytes, (kept) =>
          verifyCompacted(kept, this.#doc),
        ),
      );
      this.#logBytes = 0;
    } catch (error) {
      if (error instanceof StaleOwnerError) {
        throw error;
      }
      this.#tools.onTrouble(this.planId, error);
    }
    this.#committed.renew(this.#doc);
    this.#compactAbove = Math.max(
      this.#tools.limits.compactAboveBytes,
      this.#committed.baseBytes,
      this.#logBytes * 2,
    );
  }

  // --- state and rights ---

  /** Reads phase and state again and tells everybody. */
  async refresh(): Promise<void> {
    const facts = await this.#tools.facts(this.planId);
    if (!facts) {
      throw new Error(`plan ${this.planId} is gone`);
    }
    if (facts.state !== this.#facts.state) {
      for (const connection of this.#connections) {
        connection.flushed = false;
      }
    }
    this.#facts = facts;
    this.#writable.clear();
    for (const connection of this.#connections) {
      connection.send(this.#stateFrameFor(connection));
    }
  }

  #stateFrameFor(connection: Connection): Uint8Array {
    return stateFrame({
      state: this.#facts.state,
      phase: this.#facts.phase,
      role: connection.who.role,
      writable: [...this.#writableFor(connection)],
      epoch: this.#epoch,
      schemaVersion: this.#schemaVersion,
    });
  }

  #writableFor({ who: { role } }: Connection): ReadonlySet<PlanPart> {
    let parts = this.#writable.get(role);
    if (!parts) {
      parts = new Set(writableParts(role, this.#facts.state));
      this.#writable.set(role, parts);
    }
    return parts;
  }

  #guardFor(connection: Connection): ReturnType<Parameters<typeof stage>[1]['guardFor']> {
    const { limits } = this.#tools;
    return {
      writable: this.#writableFor(connection),
      open: this.#facts.state === 'open' || this.#facts.state === 'freezing',
      full: this.#isFull(),
      limits,
    };
  }

  #isFull(): boolean {
    return this.#committed.baseBytes > this.#tools.limits.planBytes;
  }

  *#joined(): Generator<Connection> {
    for (const connection of this.#connections) {
      if (connection.joined) {
        yield connection;
      }
    }
  }

  #fail(error: unknown): void {
    if (this.#failed) {
      return;
    }
    for (const job of this.#jobs.splice(0)) {
      job.reject(error);
    }
    this.destroy('restart');
    this.#tools.onFailed(this, error);
  }
}

/** The only connection whose edits changed something, null when there are several. */
function soleWriter(outcomes: ReadonlyMap<Edit, Outcome>): Connection | null {
  const writers = new Set<Connection>();
  for (const [edit, outcome] of outcomes) {
    if (outcome.kind === 'kept' && outcome.changed) {
      writers.add(edit.connection);
    }
  }
  const [writer] = writers;
  return writers.size === 1 && writer ? writer : null;
}

function readVector(vector: Uint8Array, maxBytes: number): Map<number, number> | null {
  if (vector.length > maxBytes) {
    return null;
  }
  try {
    return Y.decodeStateVector(vector);
  } catch {
    return null;
  }
}
