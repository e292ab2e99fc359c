import type * as Y from 'yjs';
import type { NackName, WireState } from '#shared/wire/messages.ts';
import type { OwnPresence, PresenceState } from '#shared/wire/presence.ts';
import type { SeenRecord } from './restored/seen-records.ts';

/**
 * Save state in words over all documents of this tab, fed by acknowledgements alone, never by a timer.
 * - `saved`: every local change is committed on the server.
 * - `saving`: `pending` changes are on the way.
 * - `draft`: `count` fields hold words that are in no document yet; everything else is saved.
 * - `offline`: no connection; `pending` changes exist only on this device.
 * - `refused`: something was not taken over; its text is in the box and can be copied.
 * - `closed`: the session has ended or the right was withdrawn; `code` is the close code.
 */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving'; pending: number }
  | { kind: 'draft'; count: number }
  | { kind: 'offline'; pending: number }
  | { kind: 'refused'; count: number }
  | { kind: 'closed'; code?: number };

/**
 * Why words stand in the box that no message was refused for: their field was gone, or holds something else by
 * now, or they were saved and are lost since an older dump was restored.
 */
export const NOT_SENT = ['field_gone', 'replaced', 'restored'] as const;
/** Why words were not taken over; the page has words for each. */
export type WhyRefused = NackName | (typeof NOT_SENT)[number];

/** Text that was not taken over; it stays in reach until the person puts it away. */
export interface RefusedText {
  id: string;
  code: WhyRefused;
  /** What was typed, as plain text. */
  text: string;
  /** Where it belonged: a part of the plan by its name, or a field by its label. */
  place?: string | undefined;
  /** What of a document was lost with a restore, so that it can be put back in. */
  lost?: LostRecords | undefined;
}

/** What one document holds no more. */
export interface LostRecords {
  from: 'plan' | 'own';
  records: SeenRecord[];
}

/** A small value that can be watched; fits React's `useSyncExternalStore`. */
export interface Store<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

/**
 * Words that stand in a field and in no document yet, such as a goal half typed in the add line.
 * They outlive the field and a reload, and nothing is called saved while there are some.
 */
export interface Drafts {
  /** By the name of the field. */
  words: Store<ReadonlyMap<string, string>>;
  /** Keeps what a field holds now; nothing but space forgets it. */
  keep(field: string, words: string): void;
  /** Takes those away that were to go into the plan: their fields take nothing any more. */
  takeAll(): { words: string; place: string | undefined }[];
}

/** Undo and redo of one's own changes in all documents, by time; never of other people's. */
export interface UndoSteps {
  undo(): void;
  redo(): void;
  /** Follows one more origin of own changes: an editor that writes with an origin of its own names it here. */
  track(origin: unknown): void;
  state: Store<{ canUndo: boolean; canRedo: boolean }>;
}

/** One document as the pages see it. */
export interface OpenDocument {
  /** The live document. It is replaced (and the store fires) when the server refused something. */
  doc: Store<Y.Doc>;
  wire: Store<WireState | null>;
  /** Everything is loaded once. */
  ready: Store<boolean>;
  /** Everything that was written here is committed on the server. */
  settled: Store<boolean>;
}

/** What one tab has open of a meeting: its documents, and what is said of all of them together. */
export interface MeetingSession {
  /** The shared plan. */
  plan: OpenDocument;
  /** What only this person reads; null where nobody sits, as at the shared screen. */
  own: OpenDocument | null;
  save: Store<SaveState>;
  refused: Store<readonly RefusedText[]>;
  /** Words that stand in fields and in no document yet. */
  drafts: Drafts;
  /** Others at the table by Yjs client id; the own state is not among them. */
  others: Store<ReadonlyMap<number, PresenceState>>;
  /** Changes some keys of the own presence; sent at most 30 times a second. */
  setPresence(change: OwnPresence): void;
  undo: UndoSteps;
  /** Puts words into the box of what was not taken over. */
  refuse(code: WhyRefused, words: string, place?: string): void;
  dismissRefused(id: string): void;
  /** Writes what was lost with a restore into the document again; what this person may not write stays in the box. */
  putBack(id: string, leads: boolean): Promise<void>;
  destroy(): void;
}
