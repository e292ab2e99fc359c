import * as Y from 'yjs';

/**
 * Yjs gives everybody the same order of words as long as each piece was put between two that its writer
 * saw side by side. It trusts the writer in that. A piece that claims neighbours with something between
 * that its writer must have known stands elsewhere for who joins than for who was there. So after
 * applying, and before anything leaves the room, the order is looked at.
 */

/** Pieces looked at for one update; honest ones need a few, or what others wrote in the same gaps. */
const MOST_STEPS = 50_000;
/** Pieces looked at to find out what a writer must have known. */
const MOST_KNOWN = 300_000;

/** A fresh piece, and what lies between the neighbours that it names. */
interface Wedge {
  item: Y.Item;
  between: Y.Item[];
}

/** Where each client that writes in an update stands before it is applied. */
export function clocksBefore(
  doc: Y.Doc,
  update: Uint8Array,
  clients: Iterable<number> = Y.parseUpdateMeta(update).to.keys(),
): Map<number, number> {
  return new Map([...clients].map((client) => [client, Y.getState(doc.store, client)]));
}

/**
 * Whether everything that was applied since `before` stands between neighbours that its writer can have
 * seen side by side. Only inside the transaction in which it was applied: later, pieces are merged.
 */
export function isInOrder(doc: Y.Doc, before: ReadonlyMap<number, number>): boolean {
  const fresh = inOrderOfWriting(doc, before);
  const wedges = wedgesOf(fresh);
  return wedges !== null && (wedges.every(({ between }) => between.length === 0) || noneKnew(doc, wedges));
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

/**
 * What stood between each piece and its neighbours when it was written, besides what came later: pieces
 * are taken out again, the last one first. Null when a neighbour is on the wrong side, or far away.
 */
function wedgesOf(fresh: readonly Y.Item[]): Wedge[] | null {
  const row = new Row();
  const wedges: Wedge[] = [];
  let steps = 0;
  for (let index = fresh.length - 1; index >= 0; index--) {
    const item = fresh[index] as Y.Item;
    const between: Y.Item[] = [];
    let left = row.left(item);
    while (left !== null && !(item.origin && endsAt(left, item.origin))) {
      between.push(left);
      left = row.left(left);
      if (++steps > MOST_STEPS) {
        return null;
      }
    }
    let right = row.right(item);
    while (right !== null && !(item.rightOrigin && Y.compareIDs(right.id, item.rightOrigin))) {
      between.push(right);
      right = row.right(right);
      if (++steps > MOST_STEPS) {
        return null;
      }
    }
    if ((left === null) !== (item.origin === null) || (right === null) !== (item.rightOrigin === null)) {
      return null;
    }
    wedges.push({ item, between });
    row.takeOut(item);
  }
  return wedges.reverse();
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

/** Whether no writer knew what lies between: it is not among all that their pieces build upon. */
function noneKnew(doc: Y.Doc, wedges: readonly Wedge[]): boolean {
  const writers = new Map<number, Knowledge>();
  const budget = { left: MOST_KNOWN };
  for (const { item, between } of wedges) {
    const { client, clock } = item.id;
    const known = writers.get(client) ?? new Knowledge(doc, budget);
    writers.set(client, known);
    known.learn(item.origin);
    known.learn(item.rightOrigin);
    known.learn((item.parent as Y.AbstractType<unknown>)._item?.id ?? null);
    known.learn(clock > 0 ? Y.createID(client, clock - 1) : null);
    if (budget.left < 0 || between.some(({ id }) => known.has(id))) {
      return false;
    }
  }
  return true;
}

/** What a writer must have known: whatever it named, all that this builds upon, and all before it. */
class Knowledge {
  readonly #doc: Y.Doc;
  readonly #budget: { left: number };
  /** Known clocks by client: everything below. */
  readonly #clocks = new Map<number, number>();

  constructor(doc: Y.Doc, budget: { left: number }) {
    this.#doc = doc;
    this.#budget = budget;
  }

  has({ client, clock }: Y.ID): boolean {
    return clock < (this.#clocks.get(client) ?? 0);
  }

  learn(id: Y.ID | null): void {
    const open = id ? [id] : [];
    for (let next = open.pop(); next; next = open.pop()) {
      if (this.has(next)) {
        continue;
      }
      const { client, clock } = next;
      const structs = this.#doc.store.clients.get(client) ?? [];
      let index = Y.findIndexSS(structs, this.#clocks.get(client) ?? 0);
      this.#clocks.set(client, clock + 1);
      for (let struct = structs[index]; struct && struct.id.clock <= clock; struct = structs[++index]) {
        if (--this.#budget.left < 0) {
          return;
        }
        if (struct instanceof Y.Item) {
          const parent = (struct.parent as Y.AbstractType<unknown>)._item?.id;
          open.push(...[struct.origin, struct.rightOrigin, parent].filter((known) => !!known));
        }
      }
    }
  }
}
