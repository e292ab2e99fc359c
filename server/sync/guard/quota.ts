import * as Y from 'yjs';
import { isRemoval } from '#shared/domain/removal.ts';
import type { QuotaKind, WireQuota } from '#shared/wire/messages.ts';
import type { KindRules, RootRules } from '../kinds.ts';
import type { SyncLimits } from '../limits.ts';

/**
 * What a plan of its size still takes.
 * - `free`: everything.
 * - `reserve`: it is full. Deleting, taking off the table, moving and small values go on.
 * - `none`: the reserve is used up too; only deleting goes on.
 */
export type Headroom = 'free' | 'reserve' | 'none';

/** From this share on people are told. */
const NEAR = 0.8;
/** So much more than its size a plan takes of what people need to make room. */
const RESERVE = 1.1;

/** The pieces that a document is made of; what it costs to hold and to load. */
function structsOf(doc: Y.Doc): number {
  let count = 0;
  for (const structs of doc.store.clients.values()) {
    count += structs.length;
  }
  return count;
}

/** What a plan with so many bytes takes now of somebody; `share` tells which part of it is theirs. */
export function headroomOf(doc: Y.Doc, bytes: number, limits: SyncLimits, share: () => number): Headroom {
  const used = usedOf(doc, bytes, limits);
  // Below that nobody can have used up a share, and nothing need be added up.
  const own = used < limits.shareOfOne ? 0 : share() / limits.shareOfOne;
  const most = Math.max(used, own);
  return most < 1 ? 'free' : most < RESERVE ? 'reserve' : 'none';
}

/** What a piece costs beside its content, about. */
export const PIECE_BYTES = 12;

/** Which part of the size was brought under these client ids, and is still there. */
export function usedBy(doc: Y.Doc, clients: Iterable<number>, limits: SyncLimits): number {
  let [bytes, pieces] = [0, 0];
  for (const client of clients) {
    const structs = doc.store.clients.get(client) ?? [];
    pieces += structs.length;
    for (const struct of structs) {
      bytes += PIECE_BYTES + (struct instanceof Y.Item ? weightOf(struct.content) : 0);
    }
  }
  return Math.max(bytes / limits.documentBytes, pieces / limits.documentStructs);
}

function weightOf(content: Y.Item['content']): number {
  if (content instanceof Y.ContentString) {
    return content.str.length;
  }
  return content instanceof Y.ContentAny ? content.arr.reduce<number>(addValue, 0) : 0;
}

function addValue(sum: number, value: unknown): number {
  return sum + (typeof value === 'string' ? value.length : (JSON.stringify(value)?.length ?? 0));
}

/** Records that were made by who is asked about, removed ones too, and how many of them are on the table. */
export function ownRecords(
  records: ReadonlyMap<string, Y.Item>,
  isOwn: (client: number) => boolean,
): { all: number; onTable: number } {
  const own = new Map([...records].filter(([, item]) => isOwn(item.id.client)));
  return { all: own.size, onTable: onTheTable(own) };
}

/** Records of a part that are not marked as removed. */
export function onTheTable(records: ReadonlyMap<string, Y.Item>): number {
  let count = 0;
  for (const item of records.values()) {
    const record = item.content;
    const mark = record instanceof Y.ContentType ? record.type._map.get('removed') : undefined;
    count += item.deleted || (mark !== undefined && isMark(mark)) ? 0 : 1;
  }
  return count;
}

function isMark({ deleted, content }: Y.Item): boolean {
  return !deleted && content instanceof Y.ContentAny && isRemoval(content.arr.at(-1));
}

/** How many records a root takes, removed ones included. */
export function mostRecords(
  { most }: RootRules,
  { recordsPerPart }: Pick<SyncLimits, 'recordsPerPart'>,
): number {
  return Math.min(most, recordsPerPart);
}

/** Whether a document holds more than its kind allows. */
export function isOverfull(doc: Y.Doc, bytes: number, { roots, limits }: KindRules): boolean {
  for (const root of roots.values()) {
    const records = root.holds === 'before' ? null : doc.getMap(root.name)._map;
    const isTooMany = records !== null && records.size > mostRecords(root, limits);
    if (isTooMany || (records && root.countedOnTable && onTheTable(records) > limits.recordsOnTable)) {
      return true;
    }
  }
  return usedOf(doc, bytes, limits) >= 1;
}

/** What is nearly full, or full, in words of the wire. */
export function quotaOf(doc: Y.Doc, bytes: number, { kind, counted, limits }: KindRules): WireQuota {
  const used: Partial<Record<QuotaKind, number>> = { [kind.quota]: usedOf(doc, bytes, limits) };
  for (const { root, quota } of counted) {
    const records = doc.getMap(root.name)._map;
    const onTable = root.countedOnTable ? onTheTable(records) / limits.recordsOnTable : 0;
    used[quota] = Math.max(onTable, records.size / mostRecords(root, limits));
  }
  const quota: WireQuota = {};
  for (const [kind, share] of Object.entries(used) as [QuotaKind, number][]) {
    if (share >= NEAR) {
      quota[kind] = share >= 1 ? 'full' : 'near';
    }
  }
  return quota;
}

function usedOf(doc: Y.Doc, bytes: number, limits: SyncLimits): number {
  return Math.max(bytes / limits.documentBytes, structsOf(doc) / limits.documentStructs);
}
