import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { docOf, hasPending } from '#server/sync/log/committed.ts';
import type { LogStore } from '#server/sync/log/store.ts';
import { shapeFaults } from '../document-shape.ts';
import { type Entry, isSurelyRefused, journeyOf } from './entries.ts';
import type { FuzzKind } from './kinds.ts';
import type { Tab } from './tab.ts';

/** A fresh replica from the store alone. Throws where a row is missing. */
export async function replicaOf(store: LogStore, documentId: string, { rules }: FuzzKind): Promise<Y.Doc> {
  const stored = await store.read(documentId);
  if (!stored) {
    throw new Error(`there is no document ${documentId}`);
  }
  return docOf(stored, rules);
}

/** Whether two documents hold the same, in clocks, deletions and content. */
export function isSame(a: Y.Doc, b: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b)) && !hasPending(a) && !hasPending(b);
}

/**
 * What is wrong after healing, in words.
 * @param ended documents that a freeze has put an end to, as they were then
 */
export function faultsOf(
  kind: FuzzKind,
  durable: Y.Doc,
  ended: readonly Y.Doc[],
  tabs: readonly Tab[],
  living: readonly Tab[],
): string[] {
  const reader = new Durable([durable, ...ended]);
  const faults = [...shapeFaults(durable, kind.rules.kind)];
  if (!kind.isUntouched(durable)) {
    faults.push('something changed that nobody may write');
  }
  for (const tab of living) {
    faults.push(...differences(kind, durable, tab).map((what) => `${tab.seat.deviceId}: ${what}`));
  }
  const excused = deletionsOf(
    tabs.flatMap(({ entries }) => entries).filter((entry) => !isSurelyRefused(entry)),
  );
  for (const { seat, pages, entries, faults: own } of tabs) {
    faults.push(...own.map((fault) => `${seat.deviceId}: ${fault}`));
    for (const { told } of pages) {
      faults.push(
        ...told.updates.flatMap((update) =>
          reader.missing(update).map((what) => `told to ${seat.deviceId}: ${what}`),
        ),
      );
      faults.push(
        ...told.vectors.flatMap((vector) =>
          reader.behind(vector).map((what) => `told to ${seat.deviceId}: ${what}`),
        ),
      );
    }
    for (const entry of entries) {
      faults.push(...reader.judge(entry, excused).map((what) => `${seat.deviceId}: ${what}`));
    }
  }
  return [...new Set(faults)];
}

function differences({ rules, canonicalOf }: FuzzKind, durable: Y.Doc, { page: { doc } }: Tab): string[] {
  const differs: string[] = [];
  if (!isSame(durable, doc)) {
    differs.push('other clocks or deletions, or something pending');
  }
  if (!isDeepStrictEqual(rules.kind.read(durable), rules.kind.read(doc))) {
    differs.push('other content');
  }
  if (canonicalOf(durable) !== canonicalOf(doc)) {
    differs.push('another canonical form');
  }
  return differs;
}

type Range = readonly [start: number, end: number];

/** Deletions that somebody made who may have been heard, by client. */
function deletionsOf(entries: readonly Entry[]): Map<number, Range[]> {
  const found = new Map<number, Range[]>();
  for (const { update } of entries) {
    for (const [client, deletions] of Y.decodeUpdate(update).ds.clients) {
      const ranges = deletions.map(({ clock, len }): Range => [clock, clock + len]);
      found.set(client, [...(found.get(client) ?? []), ...ranges]);
    }
  }
  return found;
}

/** What the store holds or held, to be asked about pieces of it. */
class Durable {
  readonly #documents: readonly Stored[];

  constructor(docs: readonly Y.Doc[]) {
    this.#documents = docs.map((doc) => new Stored(doc));
  }

  /** An entry whose fate is known must stand in the store, or must not. */
  judge(entry: Entry, excused: ReadonlyMap<number, readonly Range[]>): string[] {
    if (isSurelyRefused(entry)) {
      const why = entry.afterRevocation ? 'written after the revocation' : `refused (${entry.code})`;
      const visible = this.#documents.flatMap((stored) => stored.visible(entry.update, excused));
      return visible.map((what) => `${why} and yet there: ${what}, sent ${journeyOf(entry)}`);
    }
    if (entry.fate === 'durable') {
      return this.missing(entry.update).map(
        (what) => `acknowledged and yet missing: ${what}, sent ${journeyOf(entry)}`,
      );
    }
    return entry.fate === 'open' ? [`something never got an answer, sent ${journeyOf(entry)}`] : [];
  }

  /** Pieces of an update that no document of the store has. */
  missing(update: Uint8Array): string[] {
    return fewest(this.#documents.map((stored) => stored.missing(update)));
  }

  /** Clients of a state vector of whom every document of the store holds less. */
  behind(vector: Uint8Array): string[] {
    return fewest(this.#documents.map((stored) => stored.behind(vector)));
  }
}

function fewest(lists: readonly string[][]): string[] {
  return lists.reduce((least, list) => (list.length < least.length ? list : least));
}

/** One document of the store. */
class Stored {
  readonly #doc: Y.Doc;
  readonly #deleted: ReadonlyMap<number, readonly { clock: number; len: number }[]>;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#deleted = Y.snapshot(doc).ds.clients;
  }

  /** Pieces of an update that it lacks. */
  missing(update: Uint8Array): string[] {
    const { structs, ds } = Y.decodeUpdate(update);
    const missing = structs
      .filter((struct) => !(struct instanceof Y.Skip))
      .filter(({ id, length }) => Y.getState(this.#doc.store, id.client) < id.clock + length)
      .map(({ id, length }) => `${id.client}/${id.clock}+${length}`);
    for (const [client, deletions] of ds.clients) {
      const lacking = deletions.filter(({ clock, len }) => !this.#isDeleted(client, clock, clock + len));
      missing.push(...lacking.map(({ clock, len }) => `deletion of ${client}/${clock}+${len}`));
    }
    return missing;
  }

  /** Clients of a state vector of whom it holds less. */
  behind(vector: Uint8Array): string[] {
    return [...Y.decodeStateVector(vector)]
      .filter(([client, clock]) => Y.getState(this.#doc.store, client) < clock)
      .map(([client, clock]) => `vector ${client}/${clock}`);
  }

  #isDeleted(client: number, start: number, end: number): boolean {
    const ranges = this.#deleted.get(client) ?? [];
    return ranges.some(({ clock, len }) => clock <= start && end <= clock + len);
  }

  visible(update: Uint8Array, excused: ReadonlyMap<number, readonly Range[]>): string[] {
    const { structs, ds } = Y.decodeUpdate(update);
    const visible = structs
      .filter(({ id }) => Y.getState(this.#doc.store, id.client) > id.clock)
      .map(({ id }) => `${id.client}/${id.clock}`);
    for (const [client, deletions] of ds.clients) {
      for (const { clock, len } of deletions) {
        const others = excused.get(client) ?? [];
        for (let at = clock; at < clock + len; at++) {
          const isExcused = others.some(([start, end]) => start <= at && at < end);
          if (!isExcused && this.#isWrittenOff(client, at)) {
            visible.push(`deletion of ${client}/${at}`);
          }
        }
      }
    }
    return visible;
  }

  /** Deleted by itself: neither overwritten by another value nor gone with what it hung in. */
  #isWrittenOff(client: number, clock: number): boolean {
    if (Y.getState(this.#doc.store, client) <= clock) {
      return false;
    }
    const item = Y.getItem(this.#doc.store, Y.createID(client, clock));
    if (!(item instanceof Y.Item) || !item.deleted) {
      return false;
    }
    const parent = item.parent instanceof Y.AbstractType ? item.parent : null;
    const isOverwritten = item.parentSub !== null && parent?._map.get(item.parentSub) !== item;
    return !isOverwritten && !parent?._item?.deleted;
  }
}
