import type { DocumentKind } from '#shared/documents/kind.ts';
import type { CloseName } from '#shared/wire/close.ts';
import { compileKind, type KindRules } from '../kinds.ts';
import type { SyncLimits } from '../limits.ts';
import type { LogStore } from '../log/store.ts';
import type { DocumentFacts } from '../types.ts';
import { Room, type RoomTools } from './room.ts';

/** There is no such document, or none of a kind that is known here. */
export class UnknownDocumentError extends Error {
  override readonly name = 'UnknownDocumentError';
  constructor(documentId: string) {
    super(`no document ${documentId}`);
  }
}

/** What loading a room takes. */
export interface RoomsOptions {
  store: LogStore;
  kinds: readonly DocumentKind[];
  facts: (documentId: string) => Promise<DocumentFacts | null>;
  limits?: Partial<SyncLimits>;
}

/** The rooms of this process: one a document, loaded when somebody comes, forgotten when nobody is left. */
export class Rooms {
  readonly #options: RoomsOptions;
  readonly #tools: RoomTools;
  readonly #kinds: ReadonlyMap<string, KindRules>;
  /** Open rooms, and those that are being loaded. */
  readonly #rooms = new Map<string, Promise<Room>>();
  readonly #open = new Map<string, Room>();
  /** The same by meeting. */
  readonly #atMeeting = new Map<string, Set<Room>>();

  constructor(options: RoomsOptions, tools: RoomTools) {
    this.#options = options;
    this.#tools = tools;
    this.#kinds = new Map(options.kinds.map((kind) => [kind.name, compileKind(kind, options.limits)]));
  }

  /** How many are being loaded. */
  get loading(): number {
    return this.#rooms.size - this.#open.size;
  }

  /** Open rooms by document. */
  get open(): ReadonlyMap<string, Room> {
    return this.#open;
  }

  /** Open rooms of a meeting. */
  at(meetingId: string): ReadonlySet<Room> {
    return this.#atMeeting.get(meetingId) ?? new Set();
  }

  rulesOf(kind: string): KindRules | undefined {
    return this.#kinds.get(kind);
  }

  /** The room of a document, loaded where it is not open. Throws `UnknownDocumentError`. */
  get(documentId: string): Promise<Room> {
    let room = this.#rooms.get(documentId);
    if (!room) {
      room = this.#load(documentId);
      this.#rooms.set(documentId, room);
      // A room that cannot be loaded is not kept: the next who comes tries again.
      room.catch(() => this.#rooms.delete(documentId));
    }
    return room;
  }

  /** A room that cannot go on: the next who comes gets another. */
  forget(room: Room): void {
    if (this.#open.get(room.ref.documentId) === room) {
      this.#closed(room);
      this.#rooms.delete(room.ref.documentId);
    }
  }

  /** Ends rooms that nobody is in any more, and looks after the sockets of the others. */
  sweep(): void {
    for (const room of this.#open.values()) {
      if (room.isIdle()) {
        this.forget(room);
        room.destroy('restart');
      } else {
        room.sweep();
      }
    }
  }

  /** Commits what is queued and ends all rooms, also those that are still being loaded. */
  async close(close: CloseName): Promise<void> {
    const rooms = await Promise.allSettled(this.#rooms.values());
    for (const room of rooms) {
      if (room.status === 'fulfilled') {
        // A room that fails now has closed its sockets itself; its clients still have what they typed.
        await room.value.drain().catch(() => {});
        room.value.destroy(close);
      }
    }
  }

  /** Forgets all of them. */
  clear(): void {
    this.#rooms.clear();
    this.#open.clear();
    this.#atMeeting.clear();
  }

  async #load(documentId: string): Promise<Room> {
    const facts = await this.#options.facts(documentId);
    const stored = facts ? await this.#options.store.claim(documentId) : null;
    const rules = stored && this.#kinds.get(stored.kind);
    if (!facts || !stored || !rules) {
      throw new UnknownDocumentError(documentId);
    }
    const room = new Room(documentId, stored, { ...facts, state: stored.state }, rules, this.#tools);
    this.#opened(room);
    try {
      // Nobody is here yet: who comes gets the document that it goes on with.
      if (room.isOutdated) {
        await room.upgrade();
      }
      await room.forget();
    } catch (error) {
      this.#closed(room);
      room.destroy('restart');
      throw error;
    }
    return room;
  }

  #opened(room: Room): void {
    const { documentId, meetingId } = room.ref;
    this.#open.set(documentId, room);
    if (meetingId !== null) {
      const rooms = this.#atMeeting.get(meetingId) ?? new Set();
      this.#atMeeting.set(meetingId, rooms.add(room));
    }
  }

  #closed(room: Room): void {
    const { documentId, meetingId } = room.ref;
    this.#open.delete(documentId);
    const rooms = meetingId === null ? undefined : this.#atMeeting.get(meetingId);
    if (meetingId !== null && rooms?.delete(room) && rooms.size === 0) {
      this.#atMeeting.delete(meetingId);
    }
  }
}
