import * as Y from 'yjs';
import { SYNC_STEP_2 } from '../connection/counting-socket.ts';
import type { Waiting } from './change-places.ts';

/** Local changes that the server has not confirmed yet, in the order in which they were made. */
export interface PendingChanges {
  add(waiting: Waiting): void;
  /** A new connection: nothing is sent on it yet. */
  reconnected(): void;
  /** The n-th sync message of this connection went out. */
  sent(n: number, subtype: number): void;
  /** The first n sync messages of this connection are durable. */
  confirmed(n: number): void;
  /** The n-th message has to be sent again. False when a later full answer already carries it. */
  mustResend(n: number): boolean;
  /** Splits at a refused message: what was on the way before it, and what is lost with it. */
  splitAt(n: number): { before: Waiting[]; refused: Waiting[] };
  /** Whether something waits that no message of this connection carries. */
  hasUnsent(): boolean;
  waiting(): readonly Waiting[];
  updates(): Uint8Array[];
}

interface Change extends Waiting {
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

  return {
    add(waiting) {
      changes = compacted([...changes, { ...waiting, sentAs: null }]);
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
        before: changes.filter(isBefore),
        refused: changes.filter((change) => !isBefore(change)),
      };
    },
    hasUnsent: () => changes.some((change) => change.sentAs === null),
    waiting: () => changes,
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
    places: [...new Set(unsent.flatMap((change) => change.places))],
    sentAs: null,
  };
  return [...changes.filter((change) => change.sentAs !== null), merged];
}
