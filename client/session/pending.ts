import * as Y from 'yjs';
import { createStore } from '../app/store.ts';
import { SYNC_STEP_2 } from './counting-socket.ts';
import type { Store } from './types.ts';

/** Local changes that the server has not confirmed yet, in the order in which they were made. */
export interface PendingChanges {
  count: Store<number>;
  add(update: Uint8Array): void;
  /** A new connection: nothing is sent on it yet. */
  reconnected(): void;
  /** The n-th sync message of this connection went out. */
  sent(n: number, subtype: number): void;
  /** The first n sync messages of this connection are durable. */
  confirmed(n: number): void;
  /** The n-th message has to be sent again. False when a later full answer already carries it. */
  mustResend(n: number): boolean;
  /** Splits at a refused message: what was on the way before it, and what is lost with it. */
  splitAt(n: number): { before: Uint8Array[]; refused: Uint8Array[] };
  /** Whether something waits that no message of this connection carries. */
  hasUnsent(): boolean;
  updates(): Uint8Array[];
}

interface Change {
  update: Uint8Array;
  transactions: number;
  /** Number of the message that carries it on this connection, null while none does. */
  sentAs: number | null;
}

/** Unsent changes are put together beyond this, so that hours offline stay cheap. */
const COMPACT_ABOVE = 40;

/** An empty list of unconfirmed changes. */
export function createPending(): PendingChanges {
  let changes: Change[] = [];
  // Before the first full answer an update may have a gap before it and count for nothing by itself.
  let answered = false;
  let lastAnswer = 0;
  const count = createStore(0);
  const recount = (): void => count.set(changes.reduce((sum, change) => sum + change.transactions, 0));

  return {
    count,
    add(update) {
      changes.push({ update, transactions: 1, sentAs: null });
      changes = compacted(changes);
      recount();
    },
    reconnected() {
      answered = false;
      lastAnswer = 0;
      for (const change of changes) {
        change.sentAs = null;
      }
    },
    sent(n, subtype) {
      if (subtype === SYNC_STEP_2) {
        answered = true;
        lastAnswer = n;
      }
      if (answered) {
        for (const change of changes) {
          change.sentAs ??= n;
        }
      }
    },
    confirmed(n) {
      changes = changes.filter((change) => change.sentAs === null || change.sentAs > n);
      recount();
    },
    mustResend(n) {
      const carried = n < lastAnswer;
      for (const change of changes) {
        if (change.sentAs === n) {
          change.sentAs = carried ? lastAnswer : null;
        }
      }
      return !carried;
    },
    splitAt(n) {
      const isBefore = (change: Change): boolean => change.sentAs !== null && change.sentAs < n;
      return {
        before: changes.filter(isBefore).map((change) => change.update),
        refused: changes.filter((change) => !isBefore(change)).map((change) => change.update),
      };
    },
    hasUnsent: () => changes.some((change) => change.sentAs === null),
    updates: () => changes.map((change) => change.update),
  };
}

function compacted(changes: Change[]): Change[] {
  const unsent = changes.filter((change) => change.sentAs === null);
  if (unsent.length <= COMPACT_ABOVE) {
    return changes;
  }
  const merged: Change = {
    update: Y.mergeUpdates(unsent.map((change) => change.update)),
    transactions: unsent.reduce((sum, change) => sum + change.transactions, 0),
    sentAs: null,
  };
  return [...changes.filter((change) => change.sentAs !== null), merged];
}
