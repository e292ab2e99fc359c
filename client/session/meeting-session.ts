import { CLOSE } from '#shared/wire/close.ts';
import type { PresenceState } from '#shared/wire/presence.ts';
import { patiently } from '../app/patiently.ts';
import { createStore } from '../app/store.ts';
import type { Connection } from './connection/connection.ts';
import { createPresenceSender, watchOthers } from './connection/presence.ts';
import { onPutAway, onWake, warnBeforeLeaving } from './connection/wake.ts';
import { DocumentSession } from './document-session.ts';
import { signOwnWords } from './own-words.ts';
import { countChanges } from './pending/change-places.ts';
import { countDrafts, createDrafts } from './pending/drafts.ts';
import { unsavedStore } from './pending/unsaved.ts';
import { catchLateWords } from './refused/late-words.ts';
import { createRefusedBox, type RefusedBoxStore } from './refused/refused-box.ts';
import { keptGeneration } from './restored/kept-generation.ts';
import { keptSeen } from './restored/kept-seen.ts';
import { wordsOf } from './restored/lost-words.ts';
import { createSaveState } from './save-state.ts';
import type { Drafts, LostRecords, MeetingSession, WhyRefused } from './types.ts';
import { createUndoList } from './undo/undo.ts';
import { ownUndo, planUndo } from './undo/undo-rules.ts';
import type { UndoRules } from './undo/undo-steps.ts';

/** What a tab needs to know. */
export interface MeetingSessionOptions {
  participationId: string;
  /** The documents that this person may open. */
  documents: { plan: string; own: string | null };
  /** The meeting: before a meeting had several documents, the plan was kept under its id. */
  meetingId: string;
  /** `ws://host` or `wss://host`, without a path. */
  wsBase: string;
  /** Who is named where undoing takes a card from the table. */
  personId?: string | null;
  WebSocketClass?: typeof WebSocket;
  storage?: Storage;
}

/** What goes with the document of a kind while it is open; gives what ends with it. */
type Companion = (link: Connection) => () => void;

const CHECK_EVERY_MS = 2_000;

/**
 * All documents of one meeting in this tab. Each confirms and keeps its changes by itself; saving,
 * refused words and undoing are one thing over all of them.
 */
export function createMeetingSession(options: MeetingSessionOptions): MeetingSession {
  return new Session(options).open();
}

class Session {
  readonly #options: MeetingSessionOptions;
  readonly #presence = createPresenceSender();
  readonly #others = createStore<ReadonlyMap<number, PresenceState>>(new Map());
  readonly #refused: RefusedBoxStore;
  readonly #save = createSaveState();
  readonly #undo = createUndoList();
  readonly #drafts: Drafts;
  readonly #plan: DocumentSession;
  readonly #own: DocumentSession | null;
  readonly #documents: readonly DocumentSession[];
  readonly #stops: (() => void)[] = [];
  #toldLost = false;

  constructor(options: MeetingSessionOptions) {
    this.#options = options;
    const { documents, personId } = options;
    const { plan, own } = documents;
    const by = personId ?? '';
    this.#refused = createRefusedBox(options.participationId, options.storage);
    this.#drafts = createDrafts(options.participationId, () => this.#tellSave(), options.storage);
    const seen: Companion = ({ awareness, doc }) => {
      this.#presence.moveTo(awareness);
      const leave = watchOthers(awareness, this.#others);
      const stopSigning = by === '' ? () => undefined : signOwnWords(doc, by);
      return () => {
        leave();
        stopSigning();
      };
    };
    this.#plan = this.#document(plan, planUndo(by), seen, options.meetingId);
    this.#own = own === null ? null : this.#document(own, ownUndo(by), staysUnseen);
    this.#documents = [this.#plan, this.#own].filter((one) => one !== null);
  }

  open(): MeetingSession {
    const check = setInterval(() => this.#each((one) => one.check()), CHECK_EVERY_MS);
    this.#stops.push(
      onWake((reason) => this.#each((one) => one.wake(reason))),
      onPutAway(() => this.#each((one) => one.keep())),
      warnBeforeLeaving(() => this.#waits()),
      this.#plan.wire.subscribe(() => {
        this.#endDrafts();
        this.#tellSave();
      }),
      catchLateWords(
        () => (this.#isOpen() ? 'field_gone' : 'locked'),
        (why, words, place) => this.#refuse(why, words, place),
      ),
      () => clearInterval(check),
    );
    this.#each((one) => one.connect());
    return {
      plan: this.#plan,
      own: this.#own,
      save: this.#save.store,
      refused: this.#refused.entries,
      drafts: this.#drafts,
      others: this.#others,
      setPresence: (change) => this.#presence.set(change),
      undo: this.#undo,
      refuse: (code, words, place) => this.#refuse(code, words, place),
      dismissRefused: (id) => this.#dismiss(id),
      putBack: (id, leads) => this.#putBack(id, leads).catch(() => undefined),
      destroy: () => this.#destroy(),
    };
  }

  #document(id: string, rules: UndoRules, companion: Companion, formerId?: string): DocumentSession {
    const { wsBase, participationId, WebSocketClass = WebSocket, storage } = this.#options;
    return new DocumentSession({
      address: { serverUrl: `${wsBase}/sync/${participationId}`, room: id, WebSocketClass },
      unsaved: unsavedStore(participationId, id, {
        ...(storage ? { storage } : {}),
        ...(formerId === undefined ? {} : { formerId }),
      }),
      opened: (link) => {
        const leave = companion(link);
        const forgetSteps = this.#undo.follow(link.doc, rules);
        return () => {
          leave();
          forgetSteps();
        };
      },
      refused: (code, text, place) => this.#refuse(code, text, place),
      lost: (records) => this.#lost({ from: id === this.#options.documents.plan ? 'plan' : 'own', records }),
      seen: keptSeen(participationId, id, storage),
      generation: keptGeneration(storage),
      changed: () => this.#tellSave(),
      closed: (code) => this.#closed(code),
    });
  }

  /**
   * The page says so now, and its person may go to another page before the other documents have heard it too:
   * what these have seen is kept in the same moment.
   */
  #closed(code: number): void {
    if (code === CLOSE.restored.code) {
      this.#each((one) => one.keepSeen());
    }
    this.#save.close(code);
  }

  #each(run: (document: DocumentSession) => void): void {
    for (const document of this.#documents) {
      run(document);
    }
  }

  /** Who leads learns on whose page words stand that the server lost. */
  #tellLost(): void {
    const holdsLost = this.#refused.entries.get().some(({ lost }) => lost !== undefined);
    if (holdsLost !== this.#toldLost) {
      this.#toldLost = holdsLost;
      this.#presence.set({ holdsLost });
    }
  }

  /** Saved only when every document is; what waits is counted together. */
  #tellSave(): void {
    this.#tellLost();
    this.#save.tell({
      connected: this.#documents.every((one) => one.isConnected()),
      synced: this.#documents.every((one) => one.isSynced()),
      pending: this.#documents.reduce((sum, one) => sum + countChanges(one.waiting()), 0),
      drafts: countDrafts(this.#drafts.words.get(), this.#isOpen()),
      refused: this.#refused.entries.get().length,
    });
  }

  /** What would be lost with the tab. */
  #waits(): boolean {
    const isWaiting = this.#documents.some((one) => one.waiting().length > 0);
    return isWaiting || countDrafts(this.#drafts.words.get(), this.#isOpen()) > 0;
  }

  #isOpen(): boolean {
    return this.#plan.wire.get()?.state === 'open';
  }

  /** The plan is read now: what was not entered in time stays in reach as words. */
  #endDrafts(): void {
    const state = this.#plan.wire.get()?.state;
    if (state === 'frozen' || state === 'sealed') {
      for (const { words, place } of this.#drafts.takeAll()) {
        this.#refuse('locked', words, place);
      }
    }
  }

  #refuse(code: WhyRefused, words: string, place?: string): void {
    this.#refused.put(code, words, { place });
    this.#tellSave();
  }

  #lost(lost: LostRecords): void {
    this.#refused.put('restored', wordsOf(lost.records), { lost });
    this.#tellSave();
  }

  #dismiss(id: string): void {
    this.#refused.dismiss(id);
    this.#tellSave();
  }

  /** What does it comes when it is asked for: hardly anybody ever does. Where it cannot be had, the words stay. */
  async #putBack(id: string, leads: boolean): Promise<void> {
    const { putBack } = await patiently(() => import('./restored/put-back.ts'));
    const lost = this.#refused.entries.get().find((entry) => entry.id === id)?.lost;
    const document = lost?.from === 'own' ? this.#own : this.#plan;
    if (lost && document?.ready.get()) {
      const left = putBack(lost.records, document.doc.get(), {
        writable: document.wire.get()?.writable ?? [],
        personId: this.#options.personId ?? null,
        leads,
      });
      this.#dismiss(id);
      if (left.length > 0) {
        this.#lost({ ...lost, records: left });
      }
    }
  }

  #destroy(): void {
    for (const stop of this.#stops) {
      stop();
    }
    this.#save.stop();
    this.#presence.stop();
    this.#each((one) => one.destroy());
  }
}

/** Nobody else is there to see where somebody is in a private document. */
const staysUnseen: Companion = ({ awareness }) => {
  awareness.setLocalState(null);
  return () => undefined;
};
