import * as Y from 'yjs';

/**
 * Yjs gives everybody the same order of words as long as each piece was put between two that its writer
 * saw side by side. It trusts the writer in that. What lies between two neighbours otherwise was written
 * meanwhile, or stood there when an undo put words into a text that was made anew: both are harmless. But
 * a right neighbour that was itself put behind something in between was never the next one for anybody,
 * and then who joins would see another order than who was there. So after applying, and before anything
 * leaves the room, the order is looked at.
 */

/** Pieces looked at for one update; honest ones need a few, or what others wrote in the same gaps. */
const MOST_STEPS = 50_000;

/** Where each client that writes in an update stands before it is applied. */
export function clocksBefore(
  doc: Y.Doc,
  update: Uint8Array,
  clients: Iterable<number> = Y.parseUpdateMeta(update).to.keys(),
): Map<number, number> {
  return new Map([...clients].map((client) => [client, Y.getState(doc.store, client)]));
}

/**
 * Whether everything that was applied since `before` stands between neighbours that can have been side by
 * side. Only inside the transaction in which it was applied: later, pieces are merged.
 */
export function isInOrder(doc: Y.Doc, before: ReadonlyMap<number, number>): boolean {
  const fresh = inOrderOfWriting(doc, before);
  const row = new Row();
  const budget = { left: MOST_STEPS };
  // The last one first, and each is taken out again: what came later lies between no others then.
  for (let index = fresh.length - 1; index >= 0; index--) {
    const item = fresh[index] as Y.Item;
    if (!isPossible(item, row, budget)) {
      return false;
    }
    row.takeOut(item);
  }
  return true;
}

/** The fresh pieces so that each comes after what it names. */
function inOrderOfWriting(doc: Y.Doc, before: ReadonlyMap<number, number>): Y.Item[] {
  const stacks = [...before].map(([client, clock]) => piecesFrom(doc, client, clock).reverse());
  const reached = new Map(before);
  const isThere = (id: Y.ID | null | undefined): boolean =>
    !id || !reached.has(id.client) || id.clock < (reached.get(id.client) ?? 0);
  const ordered: Y.Item[] = [];
  for (let moved = true; moved; ) {
    moved = false;
    for (const stack of stacks) {
      for (let next = stack.at(-1); next; next = stack.at(-1)) {
        if (next instanceof Y.Item) {
          const parent = (next.parent as Y.AbstractType<unknown>)._item?.id;
          if (!isThere(next.origin) || !isThere(next.rightOrigin) || !isThere(parent)) {
            break;
          }
          ordered.push(next);
        }
        reached.set(next.id.client, next.id.clock + next.length);
        stack.pop();
        moved = true;
      }
    }
  }
  return ordered;
}

function piecesFrom(doc: Y.Doc, client: number, clock: number): (Y.Item | Y.GC)[] {
  const structs = doc.store.clients.get(client);
  return structs && Y.getState(doc.store, client) > clock
    ? (structs.slice(Y.findIndexSS(structs, clock)) as (Y.Item | Y.GC)[])
    : [];
}

/** False also when a neighbour is on the wrong side, or far away. */
function isPossible(item: Y.Item, row: Row, budget: { left: number }): boolean {
  const between: Y.Item[] = [];
  let left = row.left(item);
  while (left !== null && !(item.origin && endsAt(left, item.origin))) {
    between.push(left);
    left = row.left(left);
    if (--budget.left < 0) {
      return false;
    }
  }
  let right = row.right(item);
  while (right !== null && !(item.rightOrigin && Y.compareIDs(right.id, item.rightOrigin))) {
    between.push(right);
    right = row.right(right);
    if (--budget.left < 0) {
      return false;
    }
  }
  if ((left === null) !== (item.origin === null) || (right === null) !== (item.rightOrigin === null)) {
    return false;
  }
  const behind = right?.origin;
  return !behind || !between.some((piece) => holds(piece, behind));
}

function holds({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
  return id.client === client && id.clock <= clock && clock < id.clock + length;
}

function endsAt(item: Y.Item, { client, clock }: Y.ID): boolean {
  return item.id.client === client && item.id.clock + item.length - 1 === clock;
}

/** The order of pieces without those that were taken out. */
class Row {
  readonly #left = new Map<Y.Item, Y.Item | null>();
  readonly #right = new Map<Y.Item, Y.Item | null>();

  left(item: Y.Item): Y.Item | null {
    return this.#left.has(item) ? (this.#left.get(item) ?? null) : item.left;
  }

  right(item: Y.Item): Y.Item | null {
    return this.#right.has(item) ? (this.#right.get(item) ?? null) : item.right;
  }

  takeOut(item: Y.Item): void {
    const [left, right] = [this.left(item), this.right(item)];
    if (left) {
      this.#right.set(left, right);
    }
    if (right) {
      this.#left.set(right, left);
    }
  }
}
