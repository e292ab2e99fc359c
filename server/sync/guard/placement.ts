import * as Y from 'yjs';
import type { NewStruct, NewStructs } from './new-structs.ts';
import { type Container, childKind, containerOf, containerOfRoot, type Slot } from './places.ts';

/**
 * Where a fresh struct will sit.
 * - `slot`: in this container of the document.
 * - `gone`: what it hung in is erased; Yjs keeps only its clocks.
 */
export type Placement = { kind: 'slot'; slot: Slot; isNew: boolean } | { kind: 'gone' };

/** A fresh item in the order in which it can be applied, with its place. */
export interface PlacedItem {
  fresh: NewStruct;
  item: Y.Item;
  placing: Placement;
}

/** Why the places of an update cannot be found. */
export type PlacementFailure = 'gap' | 'foreign_root' | 'torn';

const GONE: Placement = { kind: 'gone' };

/**
 * Finds the place of every fresh item before anything is applied, by the rules by which Yjs will:
 * the left neighbour's parent, else the right one's, else the parent that is named. Yjs trusts what a
 * client says here; the guard does not: neighbours must sit side by side.
 */
export function placeItems(doc: Y.Doc, fresh: NewStructs): PlacedItem[] | PlacementFailure {
  return new Placer(doc, fresh).run();
}

class Placer {
  readonly #doc: Y.Doc;
  readonly #fresh: NewStructs;
  /** Clocks known by now, per client: of the document, then of what was placed. */
  readonly #known = new Map<number, number>();
  readonly #placings = new Map<object, Placement>();
  readonly #made = new Map<object, Container>();
  readonly #placed: PlacedItem[] = [];

  constructor(doc: Y.Doc, fresh: NewStructs) {
    this.#doc = doc;
    this.#fresh = fresh;
  }

  /** Takes clients in turns until nothing moves: an item waits until what it refers to is placed. */
  run(): PlacedItem[] | PlacementFailure {
    const waiting = new Map<number, NewStruct[]>();
    for (const [client, structs] of this.#fresh.structs) {
      waiting.set(client, [...structs].reverse());
    }
    for (let moved = true; moved && waiting.size > 0; ) {
      moved = false;
      for (const [client, stack] of waiting) {
        const failure = this.#placeWhilePossible(client, stack, () => {
          moved = true;
        });
        if (failure) {
          return failure;
        }
        if (stack.length === 0) {
          waiting.delete(client);
        }
      }
    }
    return waiting.size === 0 ? this.#placed : 'gap';
  }

  #placeWhilePossible(client: number, stack: NewStruct[], moved: () => void): PlacementFailure | null {
    for (let next = stack.at(-1); next; next = stack.at(-1)) {
      if (next.struct instanceof Y.Item) {
        const { struct } = next;
        if (!this.#hasAllBefore(struct)) {
          return null;
        }
        const placing = this.#place(next, struct);
        if (typeof placing === 'string') {
          return placing;
        }
        this.#placings.set(struct, placing);
        this.#placed.push({ fresh: next, item: struct, placing });
      }
      this.#known.set(client, next.end);
      stack.pop();
      moved();
    }
    return null;
  }

  #knownClock(client: number): number {
    return this.#known.get(client) ?? Y.getState(this.#doc.store, client);
  }

  #hasAllBefore(item: Y.Item): boolean {
    const refers = [item.origin, item.rightOrigin, item.parent instanceof Y.ID ? item.parent : null];
    return refers.every((id) => id === null || this.#isBefore(id, item));
  }

  #isBefore(id: Y.ID, item: Y.Item): boolean {
    // Of its own client an item may refer only to what came before itself.
    return id.client === item.id.client ? id.clock < item.id.clock : id.clock < this.#knownClock(id.client);
  }

  #place(fresh: NewStruct, item: Y.Item): Placement | PlacementFailure {
    // Of a struct whose head is held only the rest is applied; it hangs behind that head, whatever it claims.
    const isRest = fresh.from > item.id.clock;
    const origin = isRest ? Y.createID(item.id.client, fresh.from - 1) : item.origin;
    const left = origin ? this.#placeAt(origin) : null;
    const right = item.rightOrigin ? this.#placeAt(item.rightOrigin) : null;
    if (left && right && !sameSlot(left, right)) {
      return 'torn';
    }
    if (left?.kind === 'gone' || right?.kind === 'gone') {
      return GONE;
    }
    return left ?? right ?? this.#namedPlace(item);
  }

  #namedPlace(item: Y.Item): Placement | PlacementFailure {
    const parent: unknown = item.parent;
    if (typeof parent === 'string') {
      const container = containerOfRoot(this.#doc, parent);
      return container ? this.#slot(container, item.parentSub) : 'foreign_root';
    }
    const container = parent instanceof Y.ID ? this.#containerMadeBy(parent) : null;
    return container ? this.#slot(container, item.parentSub) : GONE;
  }

  #slot(container: Container, key: string | null): Placement {
    return { kind: 'slot', slot: { container, key }, isNew: this.#made.has(container.identity) };
  }

  #placeAt(id: Y.ID): Placement {
    const fresh = this.#freshAt(id);
    if (fresh) {
      return this.#placings.get(fresh) ?? GONE;
    }
    const held = Y.getItem(this.#doc.store, id);
    return held instanceof Y.Item
      ? this.#slot(containerOf(held.parent as Y.AbstractType<unknown>), held.parentSub)
      : GONE;
  }

  #containerMadeBy(id: Y.ID): Container | null {
    const fresh = this.#freshAt(id);
    if (fresh) {
      return fresh instanceof Y.Item ? this.#madeContainer(fresh) : null;
    }
    const held = Y.getItem(this.#doc.store, id);
    return held instanceof Y.Item && held.content instanceof Y.ContentType
      ? containerOf(held.content.type)
      : null;
  }

  #madeContainer(item: Y.Item): Container | null {
    const placing = this.#placings.get(item);
    if (placing?.kind !== 'slot' || !(item.content instanceof Y.ContentType)) {
      return null;
    }
    const { type } = item.content;
    const { root, kind } = placing.slot.container;
    const made = this.#made.get(type) ?? { root, kind: childKind(kind, type), identity: type };
    this.#made.set(type, made);
    return made;
  }

  #freshAt(id: Y.ID): Y.Item | Y.GC | null {
    const structs = this.#fresh.structs.get(id.client);
    if (!structs || id.clock < (structs[0]?.from ?? 0)) {
      return null;
    }
    let [low, high] = [0, structs.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((structs[middle]?.end ?? 0) <= id.clock) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return structs[low]?.struct ?? null;
  }
}

/**
 * What is erased is erased as a whole: of two neighbours one alone is never gone. Yjs would cut the other
 * one at that place here, and tell nobody.
 */
function sameSlot(a: Placement, b: Placement): boolean {
  if (a.kind === 'gone' || b.kind === 'gone') {
    return a.kind === b.kind;
  }
  return a.slot.container.identity === b.slot.container.identity && a.slot.key === b.slot.key;
}
