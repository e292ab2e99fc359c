import * as Y from 'yjs';
import type { NackName } from '#shared/wire/messages.ts';
import type { SyncLimits } from '../limits.ts';
import { type DecodedUpdate, decodeStrictly, GuardRejection } from './decode.ts';
import { areNear } from './neighbours.ts';
import { findNewStructs, isNothing, type NewStruct, type NewStructs } from './new-structs.ts';
import { type PlacedItem, type Placement, placeItems } from './placement.ts';
import { type Container, containerOf, rootsOf } from './places.ts';
import { type Headroom, mostRecords, onTheTable, ownRecords } from './quota.ts';
import { isFixed, refuseContent, replacesLasting, TOO_LONG } from './schema.ts';

/** Who writes, and what the plan holds at this moment. */
export interface GuardContext {
  doc: Y.Doc;
  participationId: string;
  /** Whose a Yjs client id is; undefined while it is nobody's. */
  ownerOf(clientId: number): string | undefined;
  writable: ReadonlySet<string>;
  /** Whether the plan takes edits at all in its state. */
  open: boolean;
  /** What the plan takes at its size. */
  room: Headroom;
  limits: Pick<
    SyncLimits,
    'fieldChars' | 'valueChars' | 'recordsPerPart' | 'fieldsPerRecord' | 'recordsOnTable' | 'shareOfOne'
  >;
}

/**
 * What the guard says of one update.
 * - `nothing`: the plan holds it all already.
 * - `gap`: something before it is missing.
 * - `pass`: `update` may be applied; `claims` are client ids that belong to the writer from now on,
 *   `clients` those under which something new is written.
 */
export type Verdict =
  | { kind: 'nothing' }
  | { kind: 'gap' }
  | { kind: 'pass'; update: Uint8Array; claims: number[]; clients?: Iterable<number> }
  | { kind: 'refuse'; code: NackName; reason: string };

/** Judges one update of a client. Changes nothing. */
export type Judge = (update: Uint8Array, context: GuardContext) => Verdict;

/** The judge of the product. */
export function judge(update: Uint8Array, context: GuardContext): Verdict {
  try {
    const decoded = decodeStrictly(update);
    refuseForeignRoots(decoded, rootsOf(context.doc));
    const fresh = findNewStructs(context.doc, decoded);
    const verdict = judgeFresh(fresh, context);
    if (typeof verdict === 'string') {
      return { kind: verdict };
    }
    const passed = fresh.hasHeld ? withoutHeld(update, context.doc) : update;
    return { kind: 'pass', update: passed, claims: verdict, clients: fresh.structs.keys() };
  } catch (error) {
    if (error instanceof GuardRejection) {
      return { kind: 'refuse', code: error.code, reason: error.message };
    }
    throw error;
  }
}

/**
 * What is held already must not be applied again: Yjs follows the neighbours that it names before it
 * sees that it is held, and cuts other people's words at that place in this document alone.
 */
function withoutHeld(update: Uint8Array, doc: Y.Doc): Uint8Array {
  return Y.diffUpdate(update, Y.encodeStateVector(doc));
}

/** The client ids to claim when it passes. */
function judgeFresh(fresh: NewStructs, context: GuardContext): number[] | 'nothing' | 'gap' {
  if (isNothing(fresh)) {
    return 'nothing';
  }
  if (!context.open || context.writable.size === 0) {
    throw context.open
      ? new GuardRejection('forbidden_part', 'this role only reads')
      : new GuardRejection('locked', 'the plan takes no edits in this state');
  }
  if (context.room === 'none' && fresh.structs.size > 0) {
    throw new GuardRejection('quota', 'the plan has reached its size');
  }
  const claims = claimsOf(fresh, context);
  if (fresh.gap) {
    return 'gap';
  }
  const placed = placeItems(context.doc, fresh);
  if (placed === 'gap') {
    return 'gap';
  }
  if (typeof placed === 'string') {
    throw placed === 'foreign_root'
      ? new GuardRejection('forbidden_part', 'no such part')
      : new GuardRejection('malformed', 'neighbours in different places');
  }
  if (!areNear(context.doc, placed)) {
    throw new GuardRejection('malformed', 'neighbours far apart');
  }
  const growth = new Map<Container, number>();
  judgeItems(placed, fresh, growth, context);
  judgeDeletions(fresh, growth, context);
  refuseGrowth(growth, context);
  return claims;
}

/** Roots in what is held already count too: applying it would create them. */
function refuseForeignRoots(decoded: DecodedUpdate, roots: ReadonlyMap<string, unknown>): void {
  for (const structs of decoded.structs.values()) {
    for (const struct of structs) {
      const parent: unknown = struct instanceof Y.Item ? struct.parent : null;
      if (typeof parent === 'string' && !roots.has(parent)) {
        throw new GuardRejection('forbidden_part', 'no such part');
      }
    }
  }
}

/** Pages that somebody loaded before what they typed arrived; more in one update only cost time. */
const MOST_CLIENTS = 64;

/** Every fresh struct must carry a client id of this participant, or one that nobody ever used. */
function claimsOf(fresh: NewStructs, context: GuardContext): number[] {
  if (fresh.structs.size > MOST_CLIENTS) {
    throw new GuardRejection('malformed', 'too many clients in one update');
  }
  const claims: number[] = [];
  for (const client of fresh.structs.keys()) {
    const owner = context.ownerOf(client);
    if (owner === undefined && Y.getState(context.doc.store, client) === 0) {
      claims.push(client);
    } else if (owner !== context.participationId) {
      throw new GuardRejection('foreign_client', 'this client id is not yours');
    }
  }
  return claims;
}

function judgeItems(
  placed: readonly PlacedItem[],
  fresh: NewStructs,
  growth: Map<Container, number>,
  context: GuardContext,
): void {
  for (const { item, fresh: span, placing } of placed) {
    if (placing.kind === 'gone') {
      continue;
    }
    const { container, key } = placing.slot;
    requireWritable(container, context);
    const current = key === null ? undefined : typeOf(container)._map.get(key);
    const content = lastingContent(item, span, fresh);
    const reason = refuseContent(placing.slot, content, current, placing.isNew, context.limits);
    if (reason !== null) {
      throw new GuardRejection(reason === TOO_LONG ? 'too_large' : 'schema', reason);
    }
    if (context.room !== 'free' && !makesRoom(placing, content)) {
      throw new GuardRejection('quota', 'the plan has reached its size');
    }
    // A value in the place of another one adds none.
    const added = isText(container) ? livingLength(item, span, fresh) : current ? 0 : 1;
    growth.set(container, (growth.get(container) ?? 0) + added);
  }
}

/**
 * What of an item is to be judged. Where a client can undo, Yjs keeps values that were written over
 * before they were sent, and joins neighbours to one item of several; they are deleted on arrival and
 * only keep their place.
 */
function lastingContent(item: Y.Item, { from, end }: NewStruct, fresh: NewStructs): Y.Item['content'] {
  const { content } = item;
  const isGone = (): boolean =>
    (fresh.deletedWithin.get(item.id.client) ?? []).some(
      ({ clock, len }) => clock <= from && clock + len >= end,
    );
  const isJoined = content instanceof Y.ContentAny && content.arr.length > 1;
  return isJoined && isGone() ? new Y.ContentDeleted(item.length) : content;
}

function judgeDeletions(fresh: NewStructs, growth: Map<Container, number>, context: GuardContext): void {
  for (const { item, length } of fresh.deletedItems) {
    const container = containerOf(item.parent as Y.AbstractType<unknown>);
    requireWritable(container, context);
    if (isFixed(container, item.parentSub)) {
      throw new GuardRejection('schema', 'only the server writes this');
    }
    if (replacesLasting({ container, key: item.parentSub }, item)) {
      throw new GuardRejection('schema', 'a record is marked, never erased');
    }
    if (isText(container) && growth.has(container)) {
      growth.set(container, (growth.get(container) ?? 0) - length);
    }
  }
}

function refuseGrowth(growth: ReadonlyMap<Container, number>, context: GuardContext): void {
  for (const [container, added] of growth) {
    if (isText(container)) {
      if (added > 0 && typeOf(container)._length + added > context.limits.fieldChars) {
        throw new GuardRejection('too_large', 'the text is too long');
      }
    } else if (added > 0) {
      refuseMore(container, added, context);
    }
  }
}

function refuseMore(container: Container, added: number, context: GuardContext): void {
  const { kind, root } = container;
  const { limits } = context;
  const type = typeOf(container);
  const all = type._map.size + added;
  if (kind === 'records' && all > mostRecords(root, limits)) {
    throw new GuardRejection('quota', 'too many records');
  }
  if (
    kind === 'records' &&
    root.countedOnTable &&
    all > limits.recordsOnTable &&
    onTheTable(type._map) + added > limits.recordsOnTable
  ) {
    throw new GuardRejection('quota', 'too many records on the table');
  }
  if (kind === 'record' && all > limits.fieldsPerRecord) {
    throw new GuardRejection('quota', 'too many fields');
  }
  if (kind === 'records') {
    refuseMoreOfOne(container, added, context);
  }
}

/** One person cannot take the place that the others need for their records. */
function refuseMoreOfOne(container: Container, added: number, context: GuardContext): void {
  const { limits, participationId, ownerOf } = context;
  const records = typeOf(container)._map;
  const most = Math.ceil(mostRecords(container.root, limits) * limits.shareOfOne);
  const mostOnTable = Math.ceil(limits.recordsOnTable * limits.shareOfOne);
  if (records.size + added <= Math.min(most, mostOnTable)) {
    return;
  }
  const own = ownRecords(records, (client) => ownerOf(client) === participationId);
  if (own.all + added > most || (container.root.countedOnTable && own.onTable + added > mostOnTable)) {
    throw new GuardRejection('quota', 'too many records of one person');
  }
}

/** Characters of a value that a plan takes beyond its size: a mark, a place, a code, a number. */
const SMALL_VALUE = 250;

/**
 * Whether a full plan takes it: words that were deleted before they came, and small values of records
 * that are there, because taking off the table and moving are values too.
 */
function makesRoom(
  { slot, isNew }: Extract<Placement, { kind: 'slot' }>,
  content: Y.Item['content'],
): boolean {
  if (content instanceof Y.ContentDeleted) {
    return true;
  }
  const isValue = slot.container.kind === 'record' && !isNew && content instanceof Y.ContentAny;
  return isValue && JSON.stringify(content.arr).length <= SMALL_VALUE;
}

function requireWritable(container: Container, context: GuardContext): void {
  if (!context.writable.has(container.root.name)) {
    throw new GuardRejection('forbidden_part', container.root.name);
  }
}

function isText(container: Container): boolean {
  return container.kind === 'text';
}

function typeOf(container: Container): Y.AbstractType<unknown> {
  return container.identity as Y.AbstractType<unknown>;
}

/** Characters that an item adds: without what is held of it, and what the same update deletes again. */
function livingLength(item: Y.Item, span: { from: number; end: number }, fresh: NewStructs): number {
  if (!(item.content instanceof Y.ContentString)) {
    return 0;
  }
  let length = span.end - span.from;
  for (const { clock, len } of fresh.deletedWithin.get(item.id.client) ?? []) {
    length -= Math.max(0, Math.min(clock + len, span.end) - Math.max(clock, span.from));
  }
  return length;
}
