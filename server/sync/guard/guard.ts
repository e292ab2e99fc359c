import * as Y from 'yjs';
import type { NackName } from '#shared/wire/messages.ts';
import type { GuardContext } from './context.ts';
import { type DecodedUpdate, decodeStrictly, GuardRejection } from './decode.ts';
import { type Growth, isText, refuseGrowth, typeOf } from './growth.ts';
import { areNear } from './neighbours.ts';
import { findNewStructs, isNothing, type NewStruct, type NewStructs } from './new-structs.ts';
import { mayErase, refuseForeign } from './owners.ts';
import { type PlacedItem, type Placement, placeItems } from './placement.ts';
import { type Container, containerOf, rootsOf } from './places.ts';
import { paperOf } from './quota.ts';
import { lengthWithin } from './ranges.ts';
import { isFixed, refuseContent, replacesLasting, TOO_LONG } from './schema.ts';

/**
 * What the guard says of one update.
 * - `nothing`: the plan holds it all already.
 * - `gap`: something before it is missing.
 * - `pass`: `update` may be applied; `claims` are client ids that belong to the writer from now on,
 *   `clients` those under which something new is written, `paper` what its words take on paper.
 * `pieces` is how many there were to look at.
 */
export type Verdict = Judged & { pieces?: number };

type Judged =
  | { kind: 'nothing' }
  | { kind: 'gap' }
  | { kind: 'pass'; update: Uint8Array; claims: number[]; paper?: number; clients?: Iterable<number> }
  | { kind: 'refuse'; code: NackName; reason: string };

/** Judges one update of a client. Changes nothing. */
export type Judge = (update: Uint8Array, context: GuardContext) => Verdict;

/** The judge of the product. */
export function judge(update: Uint8Array, context: GuardContext): Verdict {
  let pieces = 0;
  try {
    const decoded = decodeStrictly(update);
    pieces = decoded.pieces;
    return { ...judgeDecoded(update, decoded, context), pieces };
  } catch (error) {
    if (error instanceof GuardRejection) {
      return { kind: 'refuse', code: error.code, reason: error.message, pieces };
    }
    throw error;
  }
}

function judgeDecoded(update: Uint8Array, decoded: DecodedUpdate, context: GuardContext): Judged {
  refuseForeignRoots(decoded, rootsOf(context.doc));
  const fresh = findNewStructs(context.doc, decoded);
  const verdict = judgeFresh(fresh, context);
  if (typeof verdict === 'string') {
    return { kind: verdict };
  }
  const passed = fresh.hasHeld ? withoutHeld(update, context.doc) : update;
  return { kind: 'pass', update: passed, ...verdict, clients: fresh.structs.keys() };
}

/**
 * What is held already must not be applied again: Yjs follows the neighbours that it names before it
 * sees that it is held, and cuts other people's words at that place in this document alone.
 */
function withoutHeld(update: Uint8Array, doc: Y.Doc): Uint8Array {
  return Y.diffUpdate(update, Y.encodeStateVector(doc));
}

/** The client ids to claim when it passes, and what its words take on paper. */
function judgeFresh(
  fresh: NewStructs,
  context: GuardContext,
): { claims: number[]; paper: number } | 'nothing' | 'gap' {
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
  const growth: Growth = new Map();
  judgeItems(placed, fresh, growth, context);
  judgeDeletions(fresh, growth, context);
  refuseGrowth(growth, context);
  return { claims, paper: placed.reduce((sum, { item }) => sum + paperOf(item), 0) };
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
    const isFree = owner === undefined && Y.getState(context.doc.store, client) === 0;
    if (isFree && context.mayClaim?.(client) !== false) {
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
  growth: Growth,
  context: GuardContext,
): void {
  for (const { item, fresh: span, placing } of placed) {
    if (placing.kind === 'gone') {
      continue;
    }
    const { container, key } = placing.slot;
    requireWritable(container, context);
    const current = key === null ? undefined : typeOf(container)._map.get(key);
    const isGone = isDeletedWithin(item, span, fresh);
    const content = lastingContent(item, isGone);
    const reason = refuseContent(placing.slot, content, current, placing.isNew, context.limits);
    if (reason !== null) {
      throw new GuardRejection(reason === TOO_LONG ? 'too_large' : 'schema', reason);
    }
    const foreign = refuseForeign(placing.slot, { content, isGone, isNew: placing.isNew }, context.writer);
    if (foreign !== null) {
      throw new GuardRejection('forbidden_part', foreign);
    }
    if (context.room !== 'free' && !makesRoom(placing, content)) {
      throw new GuardRejection('quota', 'the plan has reached its size');
    }
    // A value in the place of another one adds none; fields that have a name of their own are few.
    const isNamed = container.kind === 'record' && key !== null && container.root.fields.has(key);
    const added = isText(container) ? livingLength(item, span, fresh) : current || isNamed ? 0 : 1;
    growth.set(container, (growth.get(container) ?? 0) + added);
  }
}

/**
 * What of an item is to be judged. Where a client can undo, Yjs keeps values that were written over
 * before they were sent, and joins neighbours to one item of several; they are deleted on arrival and
 * only keep their place.
 */
function lastingContent({ content, length }: Y.Item, isGone: boolean): Y.Item['content'] {
  const isJoined = content instanceof Y.ContentAny && content.arr.length > 1;
  return isJoined && isGone ? new Y.ContentDeleted(length) : content;
}

/** Whether the update deletes again what it brings. */
function isDeletedWithin({ id }: Y.Item, { from, end }: NewStruct, { deletedWithin }: NewStructs): boolean {
  const deleted = deletedWithin.get(id.client);
  return deleted !== undefined && lengthWithin(deleted, from, end) === end - from;
}

function judgeDeletions(fresh: NewStructs, growth: Growth, context: GuardContext): void {
  for (const { item, length } of fresh.deletedItems) {
    const container = containerOf(item.parent as Y.AbstractType<unknown>);
    requireWritable(container, context);
    if (isFixed(container, item.parentSub)) {
      throw new GuardRejection('schema', 'only the server writes this');
    }
    const slot = { container, key: item.parentSub };
    if (replacesLasting(slot, item)) {
      throw new GuardRejection('schema', 'a record is marked, never erased');
    }
    if (!mayErase(slot, context.writer)) {
      throw new GuardRejection('forbidden_part', 'this value belongs to somebody else');
    }
    if (isText(container) && growth.has(container)) {
      growth.set(container, (growth.get(container) ?? 0) - length);
    }
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

/** Characters that an item adds: without what is held of it, and what the same update deletes again. */
function livingLength(item: Y.Item, span: { from: number; end: number }, fresh: NewStructs): number {
  if (!(item.content instanceof Y.ContentString)) {
    return 0;
  }
  const deleted = fresh.deletedWithin.get(item.id.client);
  return span.end - span.from - lengthWithin(deleted, span.from, span.end);
}
