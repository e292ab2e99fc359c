import * as Y from 'yjs';
import type { ClockRange, DecodedUpdate, Struct } from './decode.ts';

/** A struct of an update that the document does not hold yet, or not to its end. */
export interface NewStruct {
  struct: Y.Item | Y.GC;
  /** First clock that is new; the struct's own unless its head is held already. */
  from: number;
  end: number;
}

/** What an update brings beyond what the document holds. */
export interface NewStructs {
  structs: Map<number, NewStruct[]>;
  /** Items of the document that the update deletes, with how much of each. */
  deletedItems: { item: Y.Item; length: number }[];
  /** Deletions inside the update itself, by client. */
  deletedWithin: Map<number, ClockRange[]>;
  /** Something before it is missing: clocks are left out, or it deletes what nobody has. */
  gap: boolean;
  /** Some of its structs, or the head of one, are held already. */
  hasHeld: boolean;
}

/** Whether nothing is left: every honest answer to a sync step 1 repeats all deletions. */
export function isNothing(fresh: NewStructs): boolean {
  return (
    fresh.structs.size === 0 &&
    fresh.deletedItems.length === 0 &&
    fresh.deletedWithin.size === 0 &&
    !fresh.gap
  );
}

/** Drops what the document holds already, structs and deletions. */
export function findNewStructs(doc: Y.Doc, update: DecodedUpdate): NewStructs {
  const fresh: NewStructs = {
    structs: new Map(),
    deletedItems: [],
    deletedWithin: new Map(),
    gap: false,
    hasHeld: false,
  };
  for (const [client, structs] of update.structs) {
    addStructs(fresh, client, structs, Y.getState(doc.store, client));
  }
  for (const [client, ranges] of update.deletions) {
    addDeletions(fresh, doc, client, ranges);
  }
  return fresh;
}

function addStructs(fresh: NewStructs, client: number, structs: readonly Struct[], state: number): void {
  const list: NewStruct[] = [];
  let expected = state;
  for (const struct of structs) {
    const end = struct.id.clock + struct.length;
    fresh.hasHeld ||= struct.id.clock < state;
    if (struct instanceof Y.Skip || end <= expected) {
      continue;
    }
    if (struct.id.clock > expected) {
      fresh.gap = true;
    }
    list.push({ struct, from: Math.max(struct.id.clock, state), end });
    expected = end;
  }
  if (list.length > 0) {
    fresh.structs.set(client, list);
  }
}

function addDeletions(fresh: NewStructs, doc: Y.Doc, client: number, ranges: readonly ClockRange[]): void {
  const state = Y.getState(doc.store, client);
  const end = fresh.structs.get(client)?.at(-1)?.end ?? state;
  const within: ClockRange[] = [];
  for (const { clock, len } of ranges) {
    addDeletedItems(fresh, doc, client, clock, Math.min(clock + len, state));
    if (clock + len > state) {
      const start = Math.max(clock, state);
      within.push({ clock: start, len: clock + len - start });
      fresh.gap ||= clock + len > end;
    }
  }
  if (within.length > 0) {
    fresh.deletedWithin.set(client, within);
  }
}

function addDeletedItems(fresh: NewStructs, doc: Y.Doc, client: number, start: number, end: number): void {
  const structs = doc.store.clients.get(client);
  if (!structs || start >= end) {
    return;
  }
  for (let index = Y.findIndexSS(structs, start); index < structs.length; index++) {
    const struct = structs[index] as Y.Item | Y.GC;
    if (struct.id.clock >= end) {
      return;
    }
    if (!struct.deleted && struct instanceof Y.Item) {
      const from = Math.max(start, struct.id.clock);
      const to = Math.min(end, struct.id.clock + struct.length);
      fresh.deletedItems.push({ item: struct, length: to - from });
    }
  }
}
