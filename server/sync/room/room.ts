import type * as Y from 'yjs';
import type { CloseName } from '#shared/wire/close.ts';
import type { KindRules } from '../kinds.ts';
import { StaleOwnerError, type StoredDocument } from '../log/store.ts';
import type { Timers } from '../timers.ts';
import type { DocumentFacts, DocumentRef, FreezeWriter } from '../types.ts';
import type { Connection, FrameTaker } from '../wire/connection.ts';
import { type ClientFrame, step1Frame } from '../wire/frames.ts';
import { Audience } from './audience.ts';
import { CommitTurn } from './commit-turn.ts';
import { CutOff } from './cut-off.ts';
import { DocumentLog, type DocumentLogTools } from './document-log.ts';
import { Freezing } from './freezing.ts';
import { InitialSync } from './initial-sync.ts';
import { Intake } from './intake.ts';
import { OwnerCheck } from './owner-check.ts';
import { PresenceBoard } from './presence.ts';
import { Queue } from './queue.ts';
import { SerialExecutor, tickMs } from './serial-executor.ts';
import { ServerEdit } from './server-edit.ts';
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
  readonly #intake: Intake;
  readonly #turn: CommitTurn;
  readonly #freezing: Freezing;
  readonly #ownerCheck: OwnerCheck;
  /** Edits of the server's own; only in `alone`. */
  readonly serverEdit: ServerEdit;
  /** Whose line broke a short while ago. */
  readonly cutOff: CutOff;
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
    this.#emptySince = timers.now();
    this.#turns = new SerialExecutor({
      tickMs: () => tickMs(limits, this.#audience.size),
      timers,
      waiting: () => this.#queue.length,
      work: () => this.#turn.run(),
      tidy: () => this.#tidy(),
      failed: (error) => this.fail(error),
    });
    this.#presence = new PresenceBoard({
      limits,
      timers,
      meter: tools.meter,
      ownerOf: (clientId) => this.#log.ownerOf(clientId),
      claim: (connection, clientId, done) => this.#intake.claim(connection, clientId, done),
      audience: () => this.#audience.joined(),
    });
    const parts = {
      kind: rules.kind,
      rules,
      queue: this.#queue,
      log: this.#log,
      status: this.#status,
      audience: this.#audience,
      presence: this.#presence,
      meter: tools.meter,
      turns: this.#turns,
      refresh: () => this.refresh(),
      fail: (error: unknown) => this.fail(error),
      onFlushed: () => tools.onPresence(this.ref),
      welcome: new InitialSync({ limits, timers, log: this.#log, presence: this.#presence }),
    };
    this.#intake = new Intake(parts);
    this.#turn = new CommitTurn(parts);
    this.#freezing = new Freezing(parts);
    this.#ownerCheck = new OwnerCheck(timers, () => this.#checkOwner());
    this.serverEdit = new ServerEdit(this.#log, this.#audience);
  }

  get connections(): ReadonlySet<Connection> {
    return this.#audience.all;
  }

  /** Messages that wait for a commit. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Ends the room when another process has taken the plan over. */
  mustBeOwn(): Promise<void> {
    return this.#ownerCheck.run();
  }

  async #checkOwner(): Promise<void> {
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
    if (this.#ownerCheck.isDue(this.#rules.limits.ownerCheckMs)) {
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
    this.#intake.take(connection, frame);
  }

  drained(connection: Connection): void {
    this.#intake.catchUp(connection);
  }

  /** Looks at the committed document. */
  readCommitted<T>(read: (doc: Y.Doc) => T): T {
    return this.#log.read(read);
  }

  /** Runs `job` alone, after everything that waits now. */
  alone<T>(job: () => Promise<T>): Promise<T> {
    return this.#turns.alone(job);
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
    return this.#freezing.run(write, frozen);
  }

  /** See `SyncHub.forgetWithdrawn`. */
  forget(): Promise<void> {
    return this.#freezing.forgetWithdrawn();
  }

  /** Whether the version before has written something in a form of its own. */
  get isOutdated(): boolean {
    return this.#log.isOutdated;
  }

  /** Brings that into the form of now. */
  upgrade(): Promise<void> {
    return this.#turns.alone(() => this.#log.upgrade());
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

  async #tidy(): Promise<void> {
    if (this.#status.rights.isOpen) {
      await this.#log.compactIfLong();
    }
  }
}
