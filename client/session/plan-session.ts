import * as Y from 'yjs';
import { CLOSE } from '#shared/wire/close.ts';
import type { NackName, WireState } from '#shared/wire/messages.ts';
import type { PresenceState } from '#shared/wire/presence.ts';
import { createStore } from '../app/store.ts';
import { countChanges, type Waiting } from './change-places.ts';
import { type Connection, type ConnectionEvents, openConnection } from './connection.ts';
import { applyKept } from './kept.ts';
import { Liveness } from './liveness.ts';
import { createPresenceSender, watchOthers } from './presence.ts';
import { looseText, refusedText } from './refused.ts';
import { createRefusedBox } from './refused-box.ts';
import { createSaveState } from './save-state.ts';
import { createTimers } from './timers.ts';
import type { PlanSession } from './types.ts';
import { createUndo, type UndoStacks } from './undo.ts';
import { unsavedStore } from './unsaved.ts';
import { onPutAway, onWake, type WakeReason, warnBeforeLeaving } from './wake.ts';

/** What a session needs to know. */
export interface PlanSessionOptions {
  participationId: string;
  documentId: string;
  /** `ws://host` or `wss://host`, without a path. */
  wsBase: string;
  /** Who is named where undoing takes a card from the table. */
  personId?: string | null;
  WebSocketClass?: typeof WebSocket;
  storage?: Storage;
}

/** Time that editors get to close and write their last words before this device says "flushed". */
const FLUSH_MS = 200;
const RATE_PAUSE_MS = 1_000;
/** After "something is missing" the server asks by itself; this is for one that does not. */
const RESYNC_MS = 250;
/** The plan comes in several frames; its end is known by the first confirmation, or after this time. */
const SETTLE_MS = 1_500;
const KEEP_EVERY_MS = 250;
const CHECK_EVERY_MS = 2_000;
/** Close codes after which this device has no right to the plan any more. */
const ENDED: ReadonlySet<number> = new Set([
  CLOSE.unauthenticated.code,
  CLOSE.forbidden.code,
  CLOSE.unknown.code,
]);

/**
 * The shared plan of one meeting on this device: the stock provider, and around it what is
 * confirmed, what is refused, what is kept over a reload, and who else is there.
 */
export function createPlanSession(options: PlanSessionOptions): PlanSession {
  return new Session(options).open();
}

class Session {
  readonly #options: PlanSessionOptions;
  readonly #unsaved;
  readonly #presence = createPresenceSender();
  readonly #undoState = createStore({ canUndo: false, canRedo: false });
  readonly #extraOrigins = new Set<unknown>();
  readonly #others = createStore<ReadonlyMap<number, PresenceState>>(new Map());
  readonly #wire = createStore<WireState | null>(null);
  readonly #refused = createRefusedBox();
  readonly #ready = createStore(false);
  readonly #save = createSaveState();
  readonly #doc;
  #link: Connection;
  #undo: UndoStacks;
  #stopOthers: () => void;
  readonly #stops: (() => void)[] = [];
  readonly #timers = createTimers();
  readonly #patience = new Liveness();
  /** Changes of an earlier document of this session or tab that the server may lack. */
  #carried: readonly Waiting[] = [];
  #replacements = 0;

  constructor(options: PlanSessionOptions) {
    this.#options = options;
    this.#unsaved = unsavedStore(options.participationId, options.documentId, options.storage);
    const kept = this.#unsaved.read();
    this.#carried = kept ? [kept] : [];
    this.#link = this.#openLink();
    this.#doc = createStore(this.#link.doc);
    this.#undo = this.#makeUndo();
    this.#stopOthers = this.#takePresence();
  }

  open(): PlanSession {
    this.#stops.push(
      onWake((reason) => this.#wake(reason)),
      onPutAway(() => this.#keep()),
      warnBeforeLeaving(() => this.#isWaiting()),
    );
    const check = setInterval(() => this.#check(), CHECK_EVERY_MS);
    this.#stops.push(() => clearInterval(check));
    this.#link.connect();
    return {
      doc: this.#doc,
      save: this.#save.store,
      wire: this.#wire,
      refused: this.#refused.entries,
      others: this.#others,
      ready: this.#ready,
      setPresence: (change) => this.#presence.set(change),
      undo: {
        undo: () => this.#undo.undo(),
        redo: () => this.#undo.redo(),
        state: this.#undoState,
        track: (origin) => {
          this.#extraOrigins.add(origin);
          this.#undo.track(origin);
        },
      },
      dismissRefused: (id) => {
        this.#refused.dismiss(id);
        this.#tellSave();
      },
      destroy: () => this.#destroy(),
    };
  }

  #openLink(): Connection {
    const { wsBase, participationId, documentId, WebSocketClass = WebSocket } = this.#options;
    const isCurrent = (): boolean => this.#link === link;
    const events: ConnectionEvents = {
      connection: () => isCurrent() && this.#tellSave(),
      synced: () => isCurrent() && this.#synced(),
      state: (state) => isCurrent() && this.#stateChanged(state),
      refused: (n, code) => isCurrent() && this.#refusedBy(n, code),
      otherDocument: () => isCurrent() && this.#otherDocument(),
      frozen: () => isCurrent() && this.#documentEnded(),
      closed: (code) => isCurrent() && this.#closed(code),
      confirmed: () => isCurrent() && this.#confirmed(),
      changed: () => isCurrent() && this.#changed(),
    };
    const link: Connection = openConnection(
      { serverUrl: `${wsBase}/sync/${participationId}`, room: documentId, WebSocketClass },
      events,
    );
    return link;
  }

  #makeUndo(): UndoStacks {
    return createUndo(this.#link.doc, this.#options.personId ?? '', this.#undoState, this.#extraOrigins);
  }

  #takePresence(): () => void {
    this.#presence.moveTo(this.#link.awareness);
    return watchOthers(this.#link.awareness, this.#others);
  }

  #synced(): void {
    if (this.#ready.get()) {
      this.#flushIfFreezing();
    } else {
      this.#timers.later('settle', SETTLE_MS, () => this.#settle());
    }
    this.#changed();
  }

  #confirmed(): void {
    this.#patience.answered();
    if (!this.#ready.get() && this.#link.synced()) {
      this.#settle();
    }
    this.#changed();
  }

  /** The whole plan is here. */
  #settle(): void {
    this.#timers.cancel('settle');
    this.#replacements = 0;
    const kept = this.#carried.map(({ update }) => update);
    this.#carried = [];
    if (kept.length > 0 && !applyKept(this.#link.doc, Y.mergeUpdates(kept))) {
      this.#refused.put('not_causal', looseText(kept));
    }
    this.#ready.set(true);
    this.#flushIfFreezing();
    this.#changed();
  }

  #stateChanged(state: WireState): void {
    this.#wire.set(state);
    this.#flushIfFreezing();
  }

  #flushIfFreezing(): void {
    if (this.#wire.get()?.state !== 'freezing') {
      return;
    }
    this.#timers.later('flush', FLUSH_MS, () => {
      if (this.#wire.get()?.state === 'freezing' && this.#ready.get() && this.#link.synced()) {
        this.#link.sendFlushed();
      }
    });
  }

  #refusedBy(n: number, code: NackName): void {
    if (code === 'not_causal' || code === 'rate') {
      if (this.#link.pending.mustResend(n)) {
        this.#timers.later('resync', code === 'rate' ? RATE_PAUSE_MS : RESYNC_MS, () => this.#resync());
      }
      return;
    }
    const { before, refused } = this.#link.pending.splitAt(n);
    if (refused.length > 0) {
      this.#refused.put(code, refusedText(this.#link.doc, refused));
    }
    this.#replaceDocument(before);
  }

  /** What the server lacks is tried once more with the new document, if that takes any edits. */
  #otherDocument(): void {
    const state = this.#wire.get()?.state;
    if (state === 'frozen' || state === 'sealed') {
      this.#documentEnded();
    } else {
      this.#replaceDocument(this.#link.pending.waiting());
    }
  }

  /** The plan goes on with a document made anew; what came too late for it stays in reach. */
  #documentEnded(): void {
    const late = this.#link.pending.updates();
    if (late.length > 0) {
      this.#refused.put('locked', refusedText(this.#link.doc, late));
    }
    this.#replaceDocument([]);
  }

  #resync(): void {
    if (this.#link.pending.hasUnsent()) {
      this.#link.resync();
    }
  }

  /** Yjs cannot take back: a new document is loaded, and `carried` is sent again once it is there. */
  #replaceDocument(carried: readonly Waiting[]): void {
    this.#carried = [...this.#carried, ...carried];
    this.#stopDocument();
    this.#timers.cancel('settle', 'resync');
    this.#ready.set(false);
    this.#wire.set(null);
    this.#link = this.#openLink();
    this.#undoState.set({ canUndo: false, canRedo: false });
    this.#undo = this.#makeUndo();
    this.#stopOthers = this.#takePresence();
    this.#doc.set(this.#link.doc);
    this.#changed();
    // The first time at once; a server that refuses again and again is asked ever more slowly.
    const wait = this.#replacements === 0 ? 0 : 250 * 2 ** Math.min(this.#replacements, 6);
    this.#replacements++;
    this.#timers.later('connect', wait, () => this.#link.connect());
  }

  #stopDocument(): void {
    this.#stopOthers();
    this.#undo.destroy();
    this.#link.destroy();
  }

  #changed(): void {
    if (this.#isWaiting()) {
      this.#patience.waiting();
    }
    if (!this.#timers.has('keep')) {
      this.#timers.later('keep', KEEP_EVERY_MS, () => this.#keep());
    }
    this.#tellSave();
  }

  #keep(): void {
    const waiting = this.#waiting();
    this.#unsaved.write(
      waiting.length === 0
        ? null
        : {
            update: Y.mergeUpdates(waiting.map(({ update }) => update)),
            places: [...new Set(waiting.flatMap(({ places }) => places))],
          },
    );
  }

  /** Everything without a confirmation, also what is not in this document yet. */
  #waiting(): readonly Waiting[] {
    return [...this.#carried, ...this.#link.pending.waiting()];
  }

  #isWaiting(): boolean {
    return this.#carried.length > 0 || this.#link.pending.waiting().length > 0;
  }

  #tellSave(): void {
    this.#save.tell({
      connected: this.#link.connected(),
      synced: this.#link.synced(),
      pending: countChanges(this.#waiting()),
      refused: this.#refused.entries.get().length,
    });
  }

  #closed(code: number): void {
    this.#save.close(code);
    if (ENDED.has(code)) {
      // The right has ended, so nothing of the plan stays in reach on this device.
      this.#unsaved.write(null);
    } else {
      // Too old or too fast: after a reload it goes on, with what was typed.
      this.#keep();
    }
  }

  #wake(reason: WakeReason): void {
    const isTrusted = this.#link.connected() && Liveness.trusts(this.#link.silence());
    if (reason === 'network' || !isTrusted) {
      this.#reconnect();
    }
  }

  #check(): void {
    if (this.#link.connected() && this.#patience.isOver(this.#link.silence())) {
      this.#reconnect();
    }
  }

  #reconnect(): void {
    if (!this.#save.isClosed()) {
      this.#link.reconnect();
    }
  }

  #destroy(): void {
    this.#timers.stop();
    for (const stop of this.#stops) {
      stop();
    }
    if (!this.#save.isClosed()) {
      this.#keep();
    }
    this.#save.stop();
    this.#presence.stop();
    this.#stopDocument();
  }
}
