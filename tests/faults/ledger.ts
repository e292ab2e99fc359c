import * as Y from 'yjs';
import type { NackName } from '#shared/wire/messages.ts';

/**
 * What became of one local change.
 * - `open`: nobody has said anything.
 * - `kept`: the server has said that it is durable.
 * - `refused`: the server has said that it is not taken, and it had never been sent before.
 * - `unknown`: it was on the way when the line broke, and then refused or thrown away with its tab.
 */
export type Fate = 'open' | 'kept' | 'refused' | 'unknown';

/** One local transaction of one replica. */
export interface Change {
  update: Uint8Array;
  fate: Fate;
  /** Number of the message that carries it on this connection; 0 while none does. */
  n: number;
  /** It went out on an earlier connection, whose answer may have been lost. */
  wasSent: boolean;
}

/**
 * What one person wrote and what the server said of it, counted as the wire says: messages with content
 * are counted per connection, and before the first full answer (sync step 2) nothing counts by itself.
 */
export class Ledger {
  readonly changes: Change[] = [];
  readonly refusals: NackName[] = [];
  /** What the server gave as reasons; never words of people. */
  readonly reasons = new Set<string>();
  #sent = 0;
  #answered = false;

  /** Messages with content sent on this connection. */
  get sent(): number {
    return this.#sent;
  }

  add(update: Uint8Array): void {
    this.changes.push({ update, fate: 'open', n: 0, wasSent: false });
  }

  /** A new connection. */
  reconnected(): void {
    this.#sent = 0;
    this.#answered = false;
    for (const change of this.open()) {
      change.wasSent ||= change.n > 0;
      change.n = 0;
    }
  }

  /** A message with content goes out; `full` marks a sync step 2. */
  message(full: boolean): void {
    this.#sent++;
    this.#answered ||= full;
    for (const change of this.open()) {
      if (this.#answered) {
        change.n ||= this.#sent;
      } else {
        change.wasSent = true;
      }
    }
  }

  acknowledged(n: number): void {
    for (const change of this.open()) {
      if (change.n > 0 && change.n <= n) {
        change.fate = 'kept';
      }
    }
  }

  refused(n: number, code: NackName, reason: string): void {
    this.reasons.add(`${code}: ${reason}`);
    this.refusals.push(code);
    for (const change of this.open()) {
      if (change.n === n) {
        if (code === 'not_causal') {
          change.n = 0;
        } else {
          change.fate = change.wasSent ? 'unknown' : 'refused';
        }
      }
    }
  }

  /** The tab is gone: nobody will send what is left. */
  dropped(): void {
    for (const change of this.open()) {
      change.fate = 'unknown';
    }
  }

  open(): Change[] {
    return this.changes.filter(({ fate }) => fate === 'open');
  }

  of(fate: Fate): Change[] {
    return this.changes.filter((change) => change.fate === fate);
  }
}

/** Whether a document holds all of an update: its structs and its deletions. */
export function holds(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const hasStructs = structs.every(({ id, length }) => Y.getState(doc.store, id.client) >= id.clock + length);
  if (!hasStructs) {
    return false;
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      for (let at = clock; at < clock + len; at++) {
        if (at >= Y.getState(doc.store, client) || !Y.getItem(doc.store, Y.createID(client, at)).deleted) {
          return false;
        }
      }
    }
  }
  return true;
}

/** Whether a document holds anything that only this update brought. */
export function showsAny(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs } = Y.decodeUpdate(update);
  return structs.some(({ id }) => Y.getState(doc.store, id.client) > id.clock);
}
