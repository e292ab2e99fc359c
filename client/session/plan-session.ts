import * as Y from 'yjs';
import { LIMITS } from '#shared/wire/limits.ts';
import type { NackName, WireState } from '#shared/wire/messages.ts';
import type { PresenceState } from '#shared/wire/presence.ts';
import { createStore } from '../app/store.ts';
import { type Link, type LinkEvents, openLink } from './link.ts';
import { createPresenceSender, watchOthers } from './presence.ts';
import { looseText, refusedText } from './refused.ts';
import { createSaveState } from './save-state.ts';
import type { PlanSession, RefusedText } from './types.ts';
import { createUndo, type UndoStacks } from './undo.ts';
import { unsavedStore } from './unsaved.ts';
import { onPutAway, onWake, type WakeReason, warnBeforeLeaving } from './wake.ts';

/** What a session needs to know. */
export interface PlanSessionOptions {
  participationId: string;
  meetingId: string;
  /** `ws://host` or `wss://host`, without a path. */
  wsBase: string;
  /** Who is named where undoing takes a card from the table. */
  personId?: string | null;
  WebSocketClass?: typeof WebSocket;
  storage?: Storage;
}

/** Origin of changes that were kept beside the tab and are sent again. */
const KEPT = 'kept';
/** Time that editors get to close and write their last words before this device says "flushed". */
const FLUSH_MS = 200;
const RATE_PAUSE_MS = 1_000;
/** After "something is missing" the server asks by itself; this is for one that does not. */
const RESYNC_MS = 250;
/** The plan comes in several frames; its end is known by the first confirmation, or after this time. */
const SETTLE_MS = 1_500;
const KEEP_EVERY_MS = 250;
const CHECK_EVERY_MS = 2_000;
/** The server is heard at least every `keepAliveMs`; beyond this the connection is gone. */
const SILENCE_MS = LIMITS.keepAliveMs + 5_000;
/** A change that is not answered for this long means that nothing arrives any more. */
const PATIENCE_MS = 5_000;
/** A device that wakes up trusts its connection only when it was heard this recently. */
const WAKE_SILENCE_MS = 3_000;

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
  readonly #others = createStore<ReadonlyMap<number, PresenceState>>(new Map());
  readonly #wire = createStore<WireState | null>(null);
  readonly #refused = createStore<readonly RefusedText[]>([]);
  readonly #ready = createStore(false);
  readonly #save = createSaveState();
  readonly #doc;
  #link: Link;
  #undo: UndoStacks;
  #stopOthers: () => void;
  readonly #stops: (() => void)[] = [];
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Changes of an earlier document of this session or tab that the server may lack. */
  #carried: Uint8Array[] = [];
  #replacements = 0;
  #refusals = 0;
  /** Since when changes wait without any confirmation; infinite while none waits. */
  #waitingSince = Number.POSITIVE_INFINITY;

  constructor(options: PlanSessionOptions) {
    this.#options = options;
    this.#unsaved = unsavedStore(options.participationId, options.meetingId, options.storage);
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
      warnBeforeLeaving(() => this.#unconfirmed() > 0),
    );
    const check = setInterval(() => this.#check(), CHECK_EVERY_MS);
    this.#stops.push(() => clearInterval(check));
    this.#link.connect();
    return {
      doc: this.#doc,
      save: this.#save.store,
      wire: this.#wire,
      refused: this.#refused,
      others: this.#others,
      ready: this.#ready,
      setPresence: (change) => this.#presence.set(change),
      undo: {
        undo: () => this.#undo.undo(),
        redo: () => this.#undo.redo(),
        state: this.#undoState,
      },
      dismissRefused: (id) => {
        this.#refused.set(this.#refused.get().filter((entry) => entry.id !== id));
        this.#tellSave();
      },
      destroy: () => this.#destroy(),
    };
  }

  #openLink(): Link {
    const { wsBase, participationId, meetingId, WebSocketClass = WebSocket } = this.#options;
    const isCurrent = (): boolean => this.#link === link;
    const events: LinkEvents = {
      connection: () => isCurrent() && this.#tellSave(),
      synced: () => isCurrent() && this.#synced(),
      state: (state) => isCurrent() && this.#stateChanged(state),
      refused: (n, code) => isCurrent() && this.#refusedBy(n, code),
      otherDocument: () => isCurrent() && this.#replaceDocument(link.pending.updates()),
      closed: (code) => isCurrent() && this.#closed(code),
      confirmed: () => isCurrent() && this.#confirmed(),
      changed: () => isCurrent() && this.#changed(),
    };
    const link: Link = openLink(
      { serverUrl: `${wsBase}/sync/${participationId}`, room: meetingId, WebSocketClass },
      events,
    );
    return link;
  }

  #makeUndo(): UndoStacks {
    return createUndo(this.#link.doc, this.#options.personId ?? '', this.#undoState);
  }

  #takePresence(): () => void {
    this.#presence.moveTo(this.#link.awareness);
    return watchOthers(this.#link.awareness, this.#others);
  }

  #synced(): void {
    if (this.#ready.get()) {
      this.#flushIfFreezing();
    } else {
      this.#later('settle', SETTLE_MS, () => this.#settle());
    }
    this.#changed();
  }

  #confirmed(): void {
    this.#waitingSince = Number.POSITIVE_INFINITY;
    if (!this.#ready.get() && this.#link.synced()) {
      this.#settle();
    }
    this.#changed();
  }

  /** The whole plan is here. */
  #settle(): void {
    this.#cancel('settle');
    this.#replacements = 0;
    const kept = this.#carried;
    this.#carried = [];
    if (kept.length > 0) {
      this.#applyKept(Y.mergeUpdates(kept));
    }
    this.#ready.set(true);
    this.#flushIfFreezing();
    this.#changed();
  }

  /** Sends kept changes again, or saves their words where they fit to no document any more. */
  #applyKept(update: Uint8Array): void {
    const { doc } = this.#link;
    const trial = new Y.Doc();
    Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(trial, update);
    const fits = trial.store.pendingStructs === null && trial.store.pendingDs === null;
    trial.destroy();
    if (fits) {
      Y.applyUpdate(doc, update, KEPT);
    } else {
      this.#putInBox('not_causal', looseText([update]));
    }
  }

  #stateChanged(state: WireState): void {
    this.#wire.set(state);
    this.#flushIfFreezing();
  }

  #flushIfFreezing(): void {
    if (this.#wire.get()?.state !== 'freezing') {
      return;
    }
    this.#later('flush', FLUSH_MS, () => {
      if (this.#wire.get()?.state === 'freezing' && this.#ready.get() && this.#link.synced()) {
        this.#link.sendFlushed();
      }
    });
  }

  #refusedBy(n: number, code: NackName): void {
    if (code === 'not_causal' || code === 'rate') {
      if (this.#link.pending.mustResend(n)) {
        this.#later('resync', code === 'rate' ? RATE_PAUSE_MS : RESYNC_MS, () => this.#resync());
      }
      return;
    }
    const { before, refused } = this.#link.pending.splitAt(n);
    if (refused.length > 0) {
      this.#putInBox(code, refusedText(this.#link.doc, refused));
    }
    this.#replaceDocument(before);
  }

  #resync(): void {
    if (this.#link.pending.hasUnsent()) {
      this.#link.resync();
    }
  }

  #putInBox(code: NackName, text: string): void {
    this.#refusals++;
    this.#refused.set([...this.#refused.get(), { id: `refused-${this.#refusals}`, code, text }]);
  }

  /** Yjs cannot take back: a new document is loaded, and `carried` is sent again once it is there. */
  #replaceDocument(carried: readonly Uint8Array[]): void {
    this.#carried = [...this.#carried, ...carried];
    this.#stopDocument();
    this.#cancel('settle');
    this.#cancel('resync');
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
    this.#later('connect', wait, () => this.#link.connect());
  }

  #stopDocument(): void {
    this.#stopOthers();
    this.#undo.destroy();
    this.#link.destroy();
  }

  #changed(): void {
    if (this.#unconfirmed() > 0 && this.#waitingSince === Number.POSITIVE_INFINITY) {
      this.#waitingSince = Date.now();
    }
    if (!this.#timers.has('keep')) {
      this.#later('keep', KEEP_EVERY_MS, () => this.#keep());
    }
    this.#tellSave();
  }

  #keep(): void {
    const updates = [...this.#carried, ...this.#link.pending.updates()];
    this.#unsaved.write(updates.length > 0 ? Y.mergeUpdates(updates) : null);
  }

  #unconfirmed(): number {
    return this.#link.pending.count.get() + this.#carried.length;
  }

  #tellSave(): void {
    this.#save.tell({
      connected: this.#link.connected(),
      synced: this.#link.synced(),
      pending: this.#unconfirmed(),
      refused: this.#refused.get().length,
    });
  }

  #closed(code: number): void {
    this.#save.close(code);
    // The right has ended, so nothing of the plan stays in reach on this device.
    this.#unsaved.write(null);
  }

  #wake(reason: WakeReason): void {
    const isTrusted = this.#link.connected() && this.#link.silence() <= WAKE_SILENCE_MS;
    if (reason === 'network' || !isTrusted) {
      this.#reconnect();
    }
  }

  #check(): void {
    const silence = this.#link.silence();
    const isUnanswered = Date.now() - this.#waitingSince > PATIENCE_MS && silence > PATIENCE_MS;
    if (this.#link.connected() && (silence > SILENCE_MS || isUnanswered)) {
      this.#reconnect();
    }
  }

  #reconnect(): void {
    if (!this.#save.isClosed()) {
      this.#link.reconnect();
    }
  }

  #cancel(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }

  #later(name: string, ms: number, run: () => void): void {
    this.#cancel(name);
    const timer = setTimeout(() => {
      this.#timers.delete(name);
      run();
    }, ms);
    this.#timers.set(name, timer);
  }

  #destroy(): void {
    for (const timer of this.#timers.values()) {
      clearTimeout(timer);
    }
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
