import * as Y from 'yjs';
import type { PlacedItem } from './placement.ts';

/**
 * Steps that finding the places of one update may cost. Whoever types puts a word between two that sit
 * side by side; only what others wrote meanwhile lies between. Yjs looks at all that lies between, so
 * neighbours that are named far apart, many times over, would hold up everybody for seconds.
 */
const MOST_STEPS = 20_000;
/** What it counts when an item names other neighbours than its own writer's last one there. */
const ODD = 100;

/** Ends of the gap of the document in which a fresh item sits; null is the edge of its container. */
interface Gap {
  left: Y.Item | null;
  right: Y.ID | null;
}

/** Whether the fresh items, in the order in which they are applied, name neighbours that can be theirs. */
export function areNear(doc: Y.Doc, placed: readonly PlacedItem[]): boolean {
  const walker = new Walker(doc);
  return placed.every((item) => walker.take(item));
}

class Walker {
  readonly #doc: Y.Doc;
  #steps = 0;
  readonly #gaps = new Map<Y.Item, Gap>();
  readonly #byClient = new Map<number, PlacedItem[]>();
  /** The latest fresh item behind each neighbour: before it comes what is put there next. */
  readonly #latestBehind = new Map<string, PlacedItem>();
  readonly #latestAtStart = new Map<object, Map<string | null, PlacedItem>>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** False when it has become too much. */
  take(placed: PlacedItem): boolean {
    const { item, placing } = placed;
    if (placing.kind === 'gone') {
      return true;
    }
    const { container, key } = placing.slot;
    const origin = originOf(placed);
    const leftFresh = origin && this.#freshAt(origin);
    const rightFresh = item.rightOrigin && this.#freshAt(item.rightOrigin);
    const gap: Gap = {
      left: leftFresh ? this.#gapOf(leftFresh).left : origin && this.#heldAt(origin),
      right: rightFresh ? this.#gapOf(rightFresh).right : item.rightOrigin,
    };
    const expected = this.#expected(origin, leftFresh, container.identity, key);
    if (expected === undefined || !Y.compareIDs(expected, item.rightOrigin)) {
      this.#steps += expected === undefined ? 0 : ODD;
      this.#walk(gap, container.identity as Y.AbstractType<unknown>, key);
    }
    this.#note(placed, origin, gap);
    return this.#steps < MOST_STEPS;
  }

  /** What its writer saw at the right of `origin`; undefined where only the document can tell. */
  #expected(
    origin: Y.ID | null,
    leftFresh: PlacedItem | null,
    identity: object,
    key: string | null,
  ): Y.ID | null | undefined {
    const latest = origin
      ? this.#latestBehind.get(nameOf(origin))
      : this.#latestAtStart.get(identity)?.get(key);
    if (latest) {
      return Y.createID(latest.item.id.client, latest.fresh.from);
    }
    if (!origin || !leftFresh) {
      return undefined;
    }
    return origin.clock < leftFresh.fresh.end - 1
      ? Y.createID(origin.client, origin.clock + 1)
      : leftFresh.item.rightOrigin;
  }

  /** Counts what the document holds in a gap; a gap that is turned round is too much. */
  #walk({ left, right }: Gap, type: Y.AbstractType<unknown>, key: string | null): void {
    let at = left === null ? this.#first(type, key) : left;
    if (left !== null) {
      if (right !== null && holds(left, right)) {
        return;
      }
      at = left.right;
    }
    while (at !== null && !(right !== null && holds(at, right)) && this.#steps <= MOST_STEPS) {
      this.#steps++;
      at = at.right;
    }
    this.#steps += at === null && right !== null ? MOST_STEPS : 0;
  }

  #first(type: Y.AbstractType<unknown>, key: string | null): Y.Item | null {
    let at = key === null ? type._start : (type._map.get(key) ?? null);
    while (at !== null && at.left !== null && this.#steps <= MOST_STEPS) {
      this.#steps++;
      at = at.left;
    }
    return at;
  }

  #note(placed: PlacedItem, origin: Y.ID | null, gap: Gap): void {
    const { item, placing } = placed;
    this.#gaps.set(item, gap);
    const list = this.#byClient.get(item.id.client);
    if (list) {
      list.push(placed);
    } else {
      this.#byClient.set(item.id.client, [placed]);
    }
    if (origin) {
      this.#latestBehind.set(nameOf(origin), placed);
    } else if (placing.kind === 'slot') {
      const { container, key } = placing.slot;
      const starts = this.#latestAtStart.get(container.identity) ?? new Map<string | null, PlacedItem>();
      this.#latestAtStart.set(container.identity, starts.set(key, placed));
    }
  }

  #gapOf(placed: PlacedItem): Gap {
    return this.#gaps.get(placed.item) ?? { left: null, right: null };
  }

  #heldAt(id: Y.ID): Y.Item | null {
    const held = Y.getItem(this.#doc.store, id);
    return held instanceof Y.Item ? held : null;
  }

  /** The fresh item that holds this clock; a client's items come in ascending clocks. */
  #freshAt(id: Y.ID): PlacedItem | null {
    const list = this.#byClient.get(id.client);
    if (!list || id.clock < (list[0]?.fresh.from ?? 0)) {
      return null;
    }
    let [low, high] = [0, list.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.fresh.end ?? 0) <= id.clock) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return list[low] ?? null;
  }
}

/** Of a struct whose head is held only the rest is applied; it hangs behind that head. */
function originOf({ item, fresh }: PlacedItem): Y.ID | null {
  return fresh.from > item.id.clock ? Y.createID(item.id.client, fresh.from - 1) : item.origin;
}

function holds(item: Y.Item, id: Y.ID): boolean {
  return item.id.client === id.client && item.id.clock <= id.clock && id.clock < item.id.clock + item.length;
}

function nameOf({ client, clock }: Y.ID): string {
  return `${client}/${clock}`;
}
