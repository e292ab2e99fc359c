import * as Y from 'yjs';
import { paperOfText, paperOfValue } from '#shared/domain/paper.ts';
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
export function structsOf(doc: Y.Doc): number {
  let count = 0;
  for (const structs of doc.store.clients.values()) {
    count += structs.length;
  }
  return count;
}

/** What a document holds of what it may hold, or one person has brought of it. */
export interface Weight {
  bytes: number;
  pieces: number;
  /** What the words take on paper, in characters. */
  paper: number;
}

/** Which part of its size a weight is, by what it has most of. */
export function partOf({ bytes, pieces, paper }: Weight, limits: WeightLimits): number {
  const { documentBytes, documentStructs, paperChars } = limits;
  return Math.max(bytes / documentBytes, pieces / documentStructs, paper / paperChars);
}

/** Against what a weight is measured. */
export type WeightLimits = Pick<SyncLimits, 'documentBytes' | 'documentStructs' | 'paperChars'>;

/** What a document of which so much is used takes now of somebody; `share` tells which part of it is theirs. */
export function headroomOf(used: number, limits: SyncLimits, share: () => number): Headroom {
  // Below that nobody can have used up a share, and nothing need be added up.
  const own = used < limits.shareOfOne ? 0 : share() / limits.shareOfOne;
  const most = Math.max(used, own);
  return most < 1 ? 'free' : most < RESERVE ? 'reserve' : 'none';
}

/** What a piece costs beside its content, about. */
export const PIECE_BYTES = 12;

/** What was brought under these client ids and is still there. */
export function weightOf(doc: Y.Doc, clients: Iterable<number>): Weight {
  const weight: Weight = { bytes: 0, pieces: 0, paper: 0 };
  for (const client of clients) {
    const structs = doc.store.clients.get(client) ?? [];
    weight.pieces += structs.length;
    for (const struct of structs) {
      weight.bytes += PIECE_BYTES + (struct instanceof Y.Item ? bytesOf(struct.content) : 0);
      weight.paper += struct instanceof Y.Item && !struct.deleted ? paperOf(struct) : 0;
    }
  }
  return weight;
}

/** What a piece takes on paper while it is there. */
export function paperOf({ content, parentSub }: Pick<Y.Item, 'content' | 'parentSub'>): number {
  if (content instanceof Y.ContentString) {
    return paperOfText(content.str);
  }
  return content instanceof Y.ContentAny ? paperOfValue(content.arr.at(-1), parentSub) : 0;
}

function bytesOf(content: Y.Item['content']): number {
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
  isOwn: (item: Y.Item) => boolean,
): { all: number; onTable: number } {
  const own = new Map([...records].filter(([, item]) => isOwn(item)));
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

/** How many of `most` one person may have: their share of what is left beside those that are nobody's. */
export function shareOf(
  most: number,
  nobodys: number,
  { shareOfOne }: Pick<SyncLimits, 'shareOfOne'>,
): number {
  return Math.ceil((most - nobodys) * shareOfOne);
}

/** How many records a root takes, removed ones included. */
export function mostRecords(
  { most }: RootRules,
  { recordsPerPart }: Pick<SyncLimits, 'recordsPerPart'>,
): number {
  return Math.min(most, recordsPerPart);
}

/** Whether a document holds more than its kind allows; `used` is the part of its size. */
export function isOverfull(doc: Y.Doc, used: number, { roots, limits }: KindRules): boolean {
  for (const root of roots.values()) {
    const records = root.holds === 'before' ? null : doc.getMap(root.name)._map;
    const isTooMany = records !== null && records.size > mostRecords(root, limits);
    if (isTooMany || (records && root.countedOnTable && onTheTable(records) > limits.recordsOnTable)) {
      return true;
    }
  }
  return used >= 1;
}

/** What is nearly full, or full, in words of the wire; `whole` is the part of the size that is used. */
export function quotaOf(doc: Y.Doc, whole: number, { kind, counted, limits }: KindRules): WireQuota {
  const used: Partial<Record<QuotaKind, number>> = { [kind.quota]: whole };
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
