import * as Y from 'yjs';
import type { QuotaKind, WireQuota } from '#shared/wire/messages.ts';
import type { KindRules } from '../kinds.ts';
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

/** What a plan with so many bytes takes now. */
export function headroomOf(doc: Y.Doc, bytes: number, limits: SyncLimits): Headroom {
  const used = usedOf(doc, bytes, limits);
  return used < 1 ? 'free' : used < RESERVE ? 'reserve' : 'none';
}

/** Records of a part that are not marked as removed. */
export function onTheTable(records: ReadonlyMap<string, Y.Item>): number {
  let count = 0;
  for (const item of records.values()) {
    const record = item.content;
    const mark = record instanceof Y.ContentType ? record.type._map.get('removed') : undefined;
    count += item.deleted || (mark !== undefined && !mark.deleted) ? 0 : 1;
  }
  return count;
}

/** Whether a document holds more than its kind allows. */
export function isOverfull(doc: Y.Doc, bytes: number, { roots, limits }: KindRules): boolean {
  for (const root of roots.values()) {
    const records = root.holds === 'paragraphs' ? null : doc.getMap(root.name)._map;
    const isTooMany = records !== null && records.size > limits.recordsPerPart;
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
    used[quota] = Math.max(onTable, records.size / limits.recordsPerPart);
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
