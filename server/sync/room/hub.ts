import type { WebSocket } from 'ws';
import type * as Y from 'yjs';
import type { DocumentKind } from '#shared/documents/kind.ts';
import type { CloseName } from '#shared/wire/close.ts';
import { type Judge, judge } from '../guard/guard.ts';
import { type CoreLimits, SYNC_LIMITS, type SyncLimits } from '../limits.ts';
import { docOf } from '../log/committed.ts';
import type { LogStore } from '../log/store.ts';
import { createLogWriter } from '../log/writer.ts';
import { NO_METER, type SyncMeter, type SyncStats, socketKind } from '../meter.ts';
import { systemTimers, type Timers } from '../timers.ts';
import type {
  DocumentFacts,
  DocumentRef,
  FreezeWriter,
  JointEdit,
  OpenConnection,
  SyncHub,
  SyncParticipant,
} from '../types.ts';
import { Connection } from '../wire/connection.ts';
import type { Line } from '../wire/send-buffer.ts';
import { editTogether } from './joint-edit.ts';
import type { Room, RoomTools } from './room.ts';
import { Rooms, UnknownDocumentError } from './rooms.ts';

export interface SyncHubOptions {
  store: LogStore;
  /** The kinds of documents there are. */
  kinds: readonly DocumentKind[];
  /** Phase and state of a document; null when there is no such document. */
  facts: (documentId: string) => Promise<DocumentFacts | null>;
  limits?: Partial<SyncLimits>;
  timers?: Timers;
  meter?: SyncMeter;
  /** Which life of the database this is; 1 where nobody counts them. */
  generation?: number;
  /** In the place of the guard's own judgement; for tests. */
  judge?: Judge;
  /** What went wrong, for the server's log. Never contains content. */
  onTrouble?: (documentId: string, error: unknown) => void;
}

/** Opens the sync core. */
export function createSyncHub(options: SyncHubOptions): SyncHub {
  return new Hub(options);
}

class Hub implements SyncHub {
  readonly #options: SyncHubOptions;
  readonly #limits: CoreLimits;
  readonly #timers: Timers;
  readonly #tools: RoomTools & { limits: CoreLimits };
  readonly #rooms: Rooms;
  /** Every socket, also of rooms that are still being loaded. */
  readonly #connections = new Set<Connection>();
  readonly #listeners = new Set<(document: DocumentRef) => void>();
  #cancelSweep: () => void;
  #closing = false;

  constructor(options: SyncHubOptions) {
    const meter = options.meter ?? NO_METER;
    this.#options = options;
    this.#limits = { ...SYNC_LIMITS, ...options.limits };
    this.#timers = options.timers ?? systemTimers;
    this.#tools = {
      store: options.store,
      writer: createLogWriter(options.store, meter),
      judge: options.judge ?? judge,
      meter,
      facts: options.facts,
      limits: this.#limits,
      timers: this.#timers,
      generation: options.generation ?? 1,
      onPresence: (document) => this.#tellPresence(document),
      onTrouble: (documentId, error) => options.onTrouble?.(documentId, error),
      onFailed: (room, error) => this.#forget(room, error),
    };
    this.#rooms = new Rooms(options, this.#tools);
    this.#cancelSweep = this.#timers.after(this.#limits.sweepMs, () => this.#sweep());
  }

  connect(socket: WebSocket, documentId: string, who: SyncParticipant, line?: Line): void {
    const connection = new Connection(socket, line, who, this.#tools);
    if (this.#closing) {
      connection.close('restart');
      return;
    }
    this.#connections.add(connection);
    void this.#enter(connection, documentId);
  }

  revoke(who: { deviceId?: string; participationId?: string }, close: CloseName): void {
    // A scope that names nothing must not mean everybody.
    if (who.deviceId === undefined && who.participationId === undefined) {
      return;
    }
    for (const connection of [...this.#connections]) {
      const { deviceId, participationId } = connection.who;
      const isMeant =
        (who.deviceId === undefined || who.deviceId === deviceId) &&
        (who.participationId === undefined || who.participationId === participationId);
      if (isMeant) {
        connection.close(close);
      }
    }
    for (const room of this.#rooms.open.values()) {
      room.cutOff.forget(who);
    }
  }

  async refresh(documentId: string): Promise<void> {
    await this.#rooms.open.get(documentId)?.refresh();
  }

  async withCommittedDocument<T>(
    documentId: string,
    write: FreezeWriter<T>,
    frozen?: (result: T) => { versionId: string; sha256: string },
  ): Promise<T> {
    const room = await this.#rooms.get(documentId);
    return room.withCommittedDocument(write, frozen);
  }

  async editTogether(edit: JointEdit): Promise<void> {
    const rooms: Room[] = [];
    for (const documentId of edit.documentIds) {
      rooms.push(await this.#rooms.get(documentId));
    }
    await editTogether(rooms, edit, this.#options.store);
  }

  async forgetWithdrawn(documentId: string): Promise<void> {
    const room = await this.#rooms.get(documentId);
    await room.forget();
  }

  async readCommitted<T>(documentId: string, read: (doc: Y.Doc) => T): Promise<T> {
    const room = this.#rooms.open.get(documentId);
    if (room) {
      return room.readCommitted(read);
    }
    const stored = await this.#options.store.read(documentId);
    const rules = stored && this.#rooms.rulesOf(stored.kind);
    if (!stored || !rules) {
      throw new UnknownDocumentError(documentId);
    }
    const doc = docOf(stored, rules);
    const seen = read(doc);
    doc.destroy();
    return seen;
  }

  connections(documentId: string): OpenConnection[] {
    const room = this.#rooms.open.get(documentId);
    return room ? [...room.connections].map((connection) => connection.describe()) : [];
  }

  connectionsAt(meetingId: string): OpenConnection[] {
    return [...this.#rooms.at(meetingId)].flatMap((room) =>
      [...room.connections].map((connection) => connection.describe()),
    );
  }

  cutOff(documentId: string): OpenConnection[] {
    return this.#rooms.open.get(documentId)?.cutOff.list() ?? [];
  }

  stats(): SyncStats {
    let waiting = 0;
    for (const room of this.#rooms.open.values()) {
      waiting += room.waiting;
    }
    const socketsByKind = { leading: 0, writing: 0, reading: 0, screen: 0 };
    let sockets = 0;
    for (const { closed, who } of this.#connections) {
      if (!closed) {
        sockets++;
        socketsByKind[socketKind(who.role)]++;
      }
    }
    const { open, loading } = this.#rooms;
    return { rooms: open.size, loading, sockets, socketsByKind, waiting };
  }

  onPresence(listener: (document: DocumentRef) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#cancelSweep();
    await this.#rooms.close('restart');
    for (const connection of [...this.#connections]) {
      connection.close('restart');
    }
    this.#rooms.clear();
  }

  async #enter(connection: Connection, documentId: string): Promise<void> {
    try {
      const before = this.#rooms.open.get(documentId);
      const room = await this.#rooms.get(documentId);
      if (room === before) {
        // Whoever comes from another owner has what this room lacks, and would be refused for it.
        await room.mustBeOwn();
      }
      room.enter(connection);
    } catch (error) {
      this.#options.onTrouble?.(documentId, error);
      connection.close(error instanceof UnknownDocumentError ? 'unknown' : 'restart');
    }
  }

  #forget(room: Room, error: unknown): void {
    this.#rooms.forget(room);
    this.#tools.meter.roomFailed();
    this.#options.onTrouble?.(room.ref.documentId, error);
  }

  #tellPresence(document: DocumentRef): void {
    for (const listener of this.#listeners) {
      listener(document);
    }
  }

  #sweep(): void {
    this.#rooms.sweep();
    for (const connection of this.#connections) {
      if (connection.closed) {
        this.#connections.delete(connection);
      }
    }
    this.#cancelSweep = this.#timers.after(this.#limits.sweepMs, () => this.#sweep());
  }
}
