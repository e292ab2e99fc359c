import { ownPresence, type PresenceState } from '#shared/wire/presence.ts';
import type { SyncLimits } from '../limits.ts';
import type { SyncMeter } from '../meter.ts';
import type { Timers } from '../timers.ts';
import type { SyncParticipant } from '../types.ts';
import type { Connection } from '../wire/connection.ts';
import { encodePresence, type PresenceEntry, presenceFrameOf, readPresence } from '../wire/frames.ts';

const OWN_KEYS = Object.keys(ownPresence.shape);

/** While somebody has written within this time, presence waits a little for the next edit to take it. */
const WRITING_MS = 100;

interface Present {
  connection: Connection;
  state: SharedState;
}

/** A state that many get: encoded once, when the first of them does. */
class SharedState {
  readonly #entry: PresenceEntry;
  #bytes: Uint8Array | null = null;

  constructor(entry: PresenceEntry) {
    this.#entry = entry;
  }

  get bytes(): Uint8Array {
    this.#bytes ??= encodePresence(this.#entry);
    return this.#bytes;
  }

  /** The same state under a later clock. */
  bytesAt(clock: number): Uint8Array {
    return encodePresence({ ...this.#entry, clock });
  }
}

/** Everybody's states are told to one who asks at most this often. */
const ANSWER_EVERY_MS = 1_000;

/** What presence needs of its room. */
export interface PresenceTools {
  limits: SyncLimits;
  timers: Timers;
  meter: SyncMeter;
  /** Whose a client id is. */
  ownerOf(clientId: number): string | undefined;
  /** Makes a client id the participant's; `done` runs when that is durable. */
  claim(connection: Connection, clientId: number, done: () => void): void;
  /** Everybody who may get frames. */
  audience(): Iterable<Connection>;
}

/**
 * Who is at the table and where. The client says where its finger is, the server says who it is:
 * one state a connection, under a client id that is the participant's, last wins.
 */
export class PresenceBoard {
  readonly #tools: PresenceTools;
  readonly #present = new Map<number, Present>();
  readonly #ownIds = new Map<Connection, number>();
  readonly #answeredAt = new WeakMap<Connection, number>();
  readonly #dirty = new Map<number, SharedState>();
  readonly #gapMs: number;
  #clock = 0;
  #lastEdit = 0;
  /** When presence may go out again. */
  #nextFlush = 0;
  #cancelFlush: (() => void) | null = null;

  constructor(tools: PresenceTools) {
    this.#tools = tools;
    this.#gapMs = 1000 / tools.limits.awarenessPerSecond;
  }

  /** Takes an awareness update of a client. False when it cannot be read. */
  receive(connection: Connection, update: Uint8Array): boolean {
    const entries = update.length > this.#tools.limits.awarenessBytes * 4 ? null : readPresence(update);
    if (entries === null) {
      return false;
    }
    // The shared screen is nobody: it has no place at the table and points at nothing.
    if (connection.who.role !== 'bildschirm') {
      for (const entry of entries) {
        this.#take(connection, entry);
      }
    }
    return true;
  }

  /**
   * Everybody's state, for one who has just come. Under a clock of its own: who returns has forgotten
   * the states but not their clocks, and takes no state whose clock it has seen.
   */
  greet(connection: Connection): void {
    const others = [...this.#present.values()].filter(
      (present) => present.connection.who.deviceId !== connection.who.deviceId,
    );
    if (others.length > 0) {
      const clock = this.#nextClock();
      connection.out.send(presenceFrameOf(others.map(({ state }) => state.bytesAt(clock))));
    }
  }

  /** The same for one who asks; what came since the last answer was told anyway, so not again and again. */
  answer(connection: Connection): void {
    const now = this.#tools.timers.now();
    if (now - (this.#answeredAt.get(connection) ?? 0) >= ANSWER_EVERY_MS) {
      this.#answeredAt.set(connection, now);
      this.greet(connection);
    }
  }

  /** Takes a connection that has closed from the table. */
  remove(connection: Connection): void {
    const clientId = this.#ownIds.get(connection);
    this.#ownIds.delete(connection);
    if (clientId !== undefined && this.#present.get(clientId)?.connection === connection) {
      this.#present.delete(clientId);
      this.#tell(clientId, new SharedState({ clientId, clock: this.#nextClock(), state: null }));
    }
  }

  /**
   * An edit goes out and takes along what has changed: one write instead of two. It takes the place of
   * the next flush, so that in all it stays within the limit.
   */
  flushWithEdit(): void {
    this.#lastEdit = this.#tools.timers.now();
    const due = this.#nextFlush - this.#tools.timers.now();
    if (this.#dirty.size > 0 && due <= this.#gapMs) {
      this.#send();
    }
  }

  stop(): void {
    this.#cancelFlush?.();
    this.#cancelFlush = null;
    this.#dirty.clear();
  }

  #take(connection: Connection, entry: PresenceEntry): void {
    const ownId = this.#ownIds.get(connection);
    if (ownId === undefined) {
      this.#adopt(connection, entry);
    } else if (ownId === entry.clientId) {
      this.#set(connection, entry);
    }
    // Everything else is an echo of other people's states, which the stock client sends.
  }

  #adopt(connection: Connection, entry: PresenceEntry): void {
    const { who } = connection;
    const owner = this.#tools.ownerOf(entry.clientId);
    const holder = this.#present.get(entry.clientId)?.connection;
    const isHeldElsewhere = holder !== undefined && holder.who.deviceId !== who.deviceId;
    if (entry.state === null || isHeldElsewhere || (owner !== undefined && owner !== who.participationId)) {
      return;
    }
    this.#ownIds.set(connection, entry.clientId);
    if (holder) {
      this.#ownIds.delete(holder);
    }
    if (owner !== undefined) {
      this.#set(connection, entry);
    } else {
      this.#tools.claim(connection, entry.clientId, () => this.#set(connection, entry));
    }
  }

  #set(connection: Connection, { clientId, state }: PresenceEntry): void {
    if (connection.closed || this.#ownIds.get(connection) !== clientId) {
      return;
    }
    // An id that was claimed by somebody else in the same moment is not taken.
    if (this.#tools.ownerOf(clientId) !== connection.who.participationId) {
      return;
    }
    const entry = { clientId, clock: this.#nextClock(), state: stamped(state, connection.who) };
    const shared = new SharedState(entry);
    if (state === null) {
      this.#present.delete(clientId);
    } else {
      this.#present.set(clientId, { connection, state: shared });
    }
    this.#tell(clientId, shared);
  }

  #tell(clientId: number, state: SharedState): void {
    this.#dirty.set(clientId, state);
    this.#flushSoon();
  }

  /** Sends what has changed, at most as often as the limit says. */
  #flushSoon(): void {
    if (this.#cancelFlush) {
      return;
    }
    const { timers } = this.#tools;
    const now = timers.now();
    const isWriting = now - this.#lastEdit < WRITING_MS;
    const due = this.#nextFlush - now + (isWriting ? this.#gapMs / 2 : 0);
    if (due <= 0) {
      this.#send();
    } else {
      this.#cancelFlush = timers.after(due, () => this.#send());
    }
  }

  /** One frame for all; who is in it himself gets one without his own state, which is not news to him. */
  #send(): void {
    this.#cancelFlush?.();
    this.#cancelFlush = null;
    this.#nextFlush = Math.max(this.#nextFlush, this.#tools.timers.now()) + this.#gapMs;
    const dirty = new Map(this.#dirty);
    this.#dirty.clear();
    const forAll = presenceFrameOf([...dirty.values()].map(({ bytes }) => bytes));
    let frames = 0;
    for (const connection of this.#tools.audience()) {
      const ownId = this.#ownIds.get(connection);
      if (ownId === undefined || !dirty.has(ownId)) {
        connection.out.send(forAll);
        frames++;
      } else if (dirty.size > 1) {
        connection.out.send(presenceFrameOf(bytesWithout(dirty, ownId)));
        frames++;
      }
    }
    this.#tools.meter.presence(frames);
  }

  /** Grows over restarts too: clients ignore a state whose clock they have seen. */
  #nextClock(): number {
    this.#clock = Math.max(this.#clock + 1, this.#tools.timers.now());
    return this.#clock;
  }
}

function bytesWithout(states: ReadonlyMap<number, SharedState>, ownId: number): Uint8Array[] {
  const kept: Uint8Array[] = [];
  for (const [clientId, { bytes }] of states) {
    if (clientId !== ownId) {
      kept.push(bytes);
    }
  }
  return kept;
}

function stamped(state: unknown, who: SyncParticipant): PresenceState | null {
  if (state === null) {
    return null;
  }
  const parsed = ownPresence.safeParse(withoutIdentity(state));
  const { participationId, personId, name, initials, hue } = who;
  return { ...(parsed.success ? parsed.data : {}), user: { participationId, personId, name, initials, hue } };
}

/** Keys that are not presence are dropped one by one, so that a newer client still shows its cursor. */
function withoutIdentity(state: unknown): unknown {
  if (typeof state !== 'object' || state === null) {
    return {};
  }
  const own: Record<string, unknown> = {};
  for (const key of OWN_KEYS) {
    if (Object.hasOwn(state, key)) {
      own[key] = (state as Record<string, unknown>)[key];
    }
  }
  return own;
}
