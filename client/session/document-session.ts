import { CLOSE } from '#shared/wire/close.ts';
import type { NackName, WireState } from '#shared/wire/messages.ts';
import { createStore } from '../app/store.ts';
import type { ConnectionAddress } from './connection/connection.ts';
import { CurrentLink, type Opened } from './connection/current-link.ts';
import { createTimers } from './connection/timers.ts';
import type { WakeReason } from './connection/wake.ts';
import { flushIfFreezing } from './flush.ts';
import type { Waiting } from './pending/change-places.ts';
import { Unconfirmed } from './pending/unconfirmed.ts';
import type { UnsavedStore } from './pending/unsaved.ts';
import { type Ending, madeAnew, refusedAt, tooLate } from './refused/endings.ts';
import type { KeptSeen } from './restored/kept-seen.ts';
import { lostOf } from './restored/lost-words.ts';
import { type SeenRecord, seenIn } from './restored/seen-records.ts';
import { RestoreWatch } from './restored/watch.ts';
import type { OpenDocument } from './types.ts';

/** What a tab gives to each of its documents, and hears of it. */
export interface DocumentSurroundings {
  address: ConnectionAddress;
  unsaved: UnsavedStore;
  /** A document was opened, also in the place of one that was thrown away. */
  opened: Opened;
  refused(code: NackName, text: string, place: string | undefined): void;
  /** The server holds no more what this page has seen, because an older dump was restored. */
  lost(records: SeenRecord[]): void;
  /** What this tab saw before that, and in which life of the database. */
  seen: KeptSeen;
  generation: { get(): number | null; set(generation: number): void };
  /** The connection, or what waits, has changed. */
  changed(): void;
  /** For good. */
  closed(code: number): void;
}

const RATE_PAUSE_MS = 1_000;
/** After "something is missing" the server asks by itself; this is for one that does not. */
const RESYNC_MS = 250;
/** The document comes in several frames; its end is known by the first confirmation, or after this time. */
const SETTLE_MS = 1_500;
const KEEP_EVERY_MS = 250;
/** Close codes after which this device has no right to the document any more. */
const ENDED: ReadonlySet<number> = new Set([
  CLOSE.unauthenticated.code,
  CLOSE.forbidden.code,
  CLOSE.unknown.code,
]);

/**
 * One document on this device: the stock provider, and around it what is confirmed, what is
 * refused and what is kept over a reload.
 */
export class DocumentSession implements OpenDocument {
  readonly wire = createStore<WireState | null>(null);
  readonly ready = createStore(false);
  readonly settled = createStore(false);
  readonly doc;
  readonly #around: DocumentSurroundings;
  readonly #unconfirmed: Unconfirmed;
  readonly #timers = createTimers();
  readonly #link: CurrentLink;
  readonly #watch = new RestoreWatch();
  #hasKeptSeen = false;

  constructor(around: DocumentSurroundings) {
    this.#around = around;
    this.#unconfirmed = new Unconfirmed(around.unsaved);
    this.#link = new CurrentLink(
      around.address,
      {
        connection: () => this.#tell(),
        synced: () => this.#synced(),
        state: (state) => this.#stateChanged(state),
        refused: (n, code) => this.#refusedBy(n, code),
        otherDocument: () => this.#otherDocument(),
        frozen: () => this.#goOn(tooLate(this.#link.now)),
        closed: (code) => this.#closed(code),
        confirmed: (seq) => this.#confirmed(seq),
        changed: () => this.#changed(),
      },
      around.opened,
    );
    this.doc = createStore(this.#link.now.doc);
  }

  connect(): void {
    const generation = this.#around.generation.get();
    if (generation !== null) {
      this.#link.now.sawGeneration(generation);
    }
    this.#link.now.connect();
  }

  isConnected(): boolean {
    return this.#link.now.connected();
  }

  isSynced(): boolean {
    return this.#link.now.synced();
  }

  /** Everything without a confirmation. */
  waiting(): readonly Waiting[] {
    return this.#unconfirmed.in(this.#link.now);
  }

  /** Writes what waits beside the tab. */
  keep(): void {
    this.#unconfirmed.keep(this.#link.now);
  }

  /** An older dump was restored: what was seen here is kept beside the tab, once. */
  keepSeen(): void {
    if (!this.#hasKeptSeen) {
      this.#hasKeptSeen = true;
      this.#around.seen.add(seenIn(this.#link.now.doc));
    }
  }

  /** The device came back. */
  wake(reason: WakeReason): void {
    this.#link.wake(reason);
  }

  /** Looks whether the connection still carries anything. */
  check(): void {
    this.#link.check();
  }

  destroy(): void {
    this.#timers.stop();
    this.keep();
    this.#link.destroy();
  }

  #synced(): void {
    if (this.ready.get()) {
      this.#flushIfFreezing();
    } else {
      this.#timers.later('settle', SETTLE_MS, () => this.#settle());
    }
    this.#changed();
  }

  #confirmed(seq: number): void {
    this.#watch.cameTo(seq);
    if (!this.ready.get() && this.isSynced()) {
      this.#settle();
    }
    this.#changed();
  }

  /** The whole document is here. */
  #settle(): void {
    this.#timers.cancel('settle');
    this.#link.accepted();
    const lost = this.#unconfirmed.putInto(this.#link.now);
    if (lost !== null) {
      this.#around.refused('not_causal', lost.text, lost.place);
    }
    const gone = lostOf(this.#around.seen.take(), this.#link.now.doc);
    if (gone.length > 0) {
      this.#around.lost(gone);
    }
    this.ready.set(true);
    this.#flushIfFreezing();
    this.#changed();
  }

  #stateChanged(state: WireState): void {
    const fellBehind = this.#watch.fellBehind(state);
    this.#around.generation.set(state.generation);
    this.#link.now.sawGeneration(state.generation);
    if (fellBehind) {
      this.#restored();
    } else {
      this.wire.set(state);
      this.#flushIfFreezing();
    }
  }

  #otherDocument(): void {
    const now = this.wire.get();
    if (this.#watch.wasMadeAnew(now)) {
      this.#goOn(madeAnew(this.#link.now, now));
    } else {
      this.#restored();
    }
  }

  /** An older dump: what was seen here is compared with it once that is loaded, and nothing is sent unasked. */
  #restored(): void {
    this.#around.seen.add(seenIn(this.#link.now.doc));
    this.#goOn({ carried: [], refused: null });
  }

  #flushIfFreezing(): void {
    flushIfFreezing(this.#timers, this, () => this.#link.now.sendFlushed());
  }

  #refusedBy(n: number, code: NackName): void {
    if (code !== 'not_causal' && code !== 'rate') {
      this.#goOn(refusedAt(this.#link.now, n, code));
    } else if (this.#link.now.pending.mustResend(n)) {
      this.#timers.later('resync', code === 'rate' ? RATE_PAUSE_MS : RESYNC_MS, () => this.#resync());
    }
  }

  #resync(): void {
    if (this.#link.now.pending.hasUnsent()) {
      this.#link.now.resync();
    }
  }

  /** A new document is loaded; what is carried is sent again once it is there. */
  #goOn({ carried, refused }: Ending): void {
    if (refused) {
      this.#around.refused(refused.code, refused.text, refused.place);
    }
    this.#unconfirmed.carry(carried);
    this.#timers.cancel('settle', 'resync');
    this.#watch.loads();
    this.ready.set(false);
    this.wire.set(null);
    const wait = this.#link.replace();
    this.doc.set(this.#link.now.doc);
    this.#changed();
    this.#timers.later('connect', wait, () => this.connect());
  }

  #changed(): void {
    if (this.waiting().length > 0) {
      this.#link.waits();
    }
    if (!this.#timers.has('keep')) {
      this.#timers.later('keep', KEEP_EVERY_MS, () => this.keep());
    }
    this.#tell();
  }

  #tell(): void {
    this.settled.set(this.isConnected() && this.isSynced() && this.waiting().length === 0);
    this.#around.changed();
  }

  #closed(code: number): void {
    if (code === CLOSE.restored.code) {
      this.keepSeen();
    }
    if (ENDED.has(code)) {
      this.#unconfirmed.end();
    } else {
      // Too old or too fast: after a reload it goes on, with what was typed.
      this.keep();
    }
    this.#around.closed(code);
  }
}
