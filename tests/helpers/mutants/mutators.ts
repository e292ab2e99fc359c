import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { type RawPlace, type RawStruct, rawAny, rawString, rawType, rawUpdate } from '../evil-updates.ts';
import type { Random } from '../random.ts';

/** What a mutator may build from. */
export interface Material {
  random: Random;
  /** The server's document as it is. */
  server: Y.Doc;
  /** The update that is changed, and another one; both were honest once. */
  update: Uint8Array;
  other: Uint8Array;
  /** Client ids: the writer's own, other people's, and one that nobody has. */
  own: number;
  foreign: readonly number[];
  unused: number;
  /** Roots of the document, and keys that its records have or nearly have. */
  roots: readonly string[];
  keys: readonly string[];
}

export type Mutator = (material: Material) => Uint8Array;

type Id = [client: number, clock: number];
type Block = { client: number; clock: number; structs: (Y.Item | Y.GC | Y.Skip)[] };

/** Ways to make a bad update, by name. */
export const MUTATORS: Readonly<Record<string, Mutator>> = {
  untouched: ({ update }) => update,
  bytes: changedBytes,
  bits({ update, random }) {
    const bytes = update.slice();
    for (let flips = 1 + random.below(3); flips > 0; flips--) {
      const at = random.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    }
    return bytes;
  },
  cut: ({ update, random }) => update.slice(0, random.below(update.length)),
  joined: ({ update, other, random }) =>
    Uint8Array.from([
      ...update.slice(0, random.below(update.length)),
      ...other.slice(random.below(other.length)),
    ]),
  'swapped client': (material) =>
    rewritten(material, ({ blocks, random, foreign, unused, own }) => {
      const block = random.pick(blocks);
      if (block) {
        block.client = random.pick([...foreign, unused, own]) ?? own;
        block.clock = random.below(2) === 0 ? block.clock : Y.getState(material.server.store, block.client);
      }
    }),
  'foreign parent': (material) =>
    rewrittenItem(material, (item, id) => {
      item.origin = null;
      item.rightOrigin = null;
      item.parent = (material.random.below(4) === 0
        ? (material.random.pick(material.roots) ?? '')
        : Y.createID(...id())) as unknown as typeof item.parent;
    }),
  'foreign neighbours': (material) =>
    rewrittenItem(material, (item, id) => {
      item.parent = null;
      item.parentSub = null;
      item.origin = Y.createID(...id());
      item.rightOrigin = material.random.below(2) === 0 ? Y.createID(...id()) : item.rightOrigin;
    }),
  'key collision': (material) =>
    rewrittenItem(material, (item) => {
      item.parentSub = material.random.pick([...material.keys, '__proto__', null]) ?? null;
    }),
  'other content': (material) =>
    rewrittenItem(material, (item) => {
      const { random } = material;
      const text = random.pick(['x', 'lang 😀', '\ud83d', '\u0000', 'ü'.repeat(20_001)]) ?? 'x';
      item.content =
        random.below(2) === 0
          ? new Y.ContentString(text)
          : new Y.ContentAny([random.pick([1, null, text, nested(random.below(12)), { by: 'x', at: 'y' }])]);
      item.length = item.content.getLength();
    }),
  'deletes everybody': (material) =>
    rewritten(material, ({ deletions, random, server }) => {
      for (const client of server.store.clients.keys()) {
        if (random.below(3) > 0) {
          const end = Y.getState(server.store, client);
          const start = random.below(end);
          deletions.push([client, start, random.below(2) === 0 ? end - start : 1 + random.below(3)]);
        }
      }
    }),
  'deletes the future': (material) =>
    rewritten(material, ({ deletions, random, server, own, foreign }) => {
      const client = random.pick([own, ...foreign]) ?? own;
      deletions.push([client, Y.getState(server.store, client) + random.below(3), 1 + random.below(50)]);
    }),
  spliced: (material) =>
    rewritten(material, ({ blocks, own, random }) => {
      const more = blocksOf(material.other);
      const block = blocks.find(({ client }) => client === own);
      const extra = random.pick(more);
      if (block && extra) {
        block.structs.splice(random.below(block.structs.length + 1), 0, ...extra.structs);
      } else {
        blocks.push(...more);
      }
    }),
  'held with other content': (material) => {
    const { random, server, own, roots } = material;
    const ids = idsOf(server, random);
    const [client, clock] = random.pick(ids) ?? [own, 0];
    const root = random.pick(roots) ?? '';
    const place: RawPlace =
      random.below(2) === 0 ? { origin: random.pick(ids) ?? [own, 0] } : { root, key: 'x' };
    const structs = [rawString('anders', place), rawString('mehr', { origin: [client, clock] })];
    return rawUpdate([{ client, clock, structs }]);
  },
  'made up': madeUp,
};

/** A value that many lists and objects lie around. */
function nested(depth: number): unknown {
  return depth === 0 ? 'tief' : depth % 2 === 0 ? [nested(depth - 1)] : { a: nested(depth - 1) };
}

/** One to four bytes changed, left out, doubled or added; sometimes a piece of another update. */
function changedBytes({ update, other, random }: Material): Uint8Array {
  const bytes = [...update];
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    const at = random.below(bytes.length);
    switch (random.below(5)) {
      case 0:
        bytes[at] = random.below(256);
        break;
      case 1:
        bytes[at] = ((bytes[at] ?? 0) + (random.below(2) === 0 ? 1 : 255)) % 256;
        break;
      case 2:
        bytes.splice(at, 1);
        break;
      case 3:
        bytes.splice(at, 0, random.below(256));
        break;
      default:
        bytes.splice(
          at,
          random.below(8),
          ...other.slice(random.below(other.length)).slice(0, random.below(8)),
        );
    }
  }
  return Uint8Array.from(bytes);
}

/** A well-formed update with structs and deletions at places chosen by chance, most of them wrong. */
function madeUp(material: Material): Uint8Array {
  const { server, random, own } = material;
  const ids = idsOf(server, random);
  const clock = Y.getState(server.store, own);
  const made = Array.from({ length: 1 + random.below(4) }, (_, index) => {
    const fresh = (): Id => [own, clock + random.below(index + 1)];
    const id = (): Id => (random.below(3) === 0 ? fresh() : (random.pick(ids) ?? [own, 0]));
    return madeUpStruct(random, madeUpPlace(material, id));
  });
  const deletions = Array.from({ length: random.below(2) }, () => {
    const [client, at] = random.pick(ids) ?? [own, 0];
    return { client, ranges: [[at, 1 + random.below(3)] as [number, number]] };
  });
  // Some begin before the end of what is held: their head is repeated.
  const start = random.below(6) === 0 ? Math.max(0, clock - random.below(3)) : clock;
  return rawUpdate([{ client: own, clock: start, structs: made }], deletions);
}

function madeUpPlace({ random, roots, keys }: Material, id: () => Id): RawPlace {
  const key = random.pick([random.pick(keys), random.pick(keys), 'x', undefined]);
  switch (random.below(4)) {
    case 0:
      return { root: random.pick(roots) ?? '', ...(key ? { key } : {}) };
    case 1:
      return { parent: id(), ...(key ? { key } : {}) };
    case 2:
      return { origin: id() };
    default:
      return { origin: id(), right: id() };
  }
}

function madeUpStruct(random: Random, place: RawPlace): RawStruct {
  switch (random.below(5)) {
    case 0:
      return rawAny([random.pick([1, 'x', null, { a: [1] }, [null, 'a0']])], place);
    case 1:
      return rawType(random.below(3), place);
    case 2:
      return rawType(3, place, random.pick(['paragraph', 'hardBreak']));
    case 3:
      return rawType(6, place);
    default:
      return rawString(random.pick(['x', 'lang', '😀']) ?? '', place);
  }
}

/** Some clocks of everything that a document holds. */
function idsOf(doc: Y.Doc, random: Random): Id[] {
  return [...doc.store.clients.values()]
    .flat()
    .map(({ id, length }): Id => [id.client, id.clock + random.below(length)]);
}

interface Draft extends Material {
  blocks: Block[];
  deletions: [client: number, clock: number, length: number][];
}

/** The update, taken apart, changed and put together again. */
function rewritten(material: Material, change: (draft: Draft) => void): Uint8Array {
  const { ds } = Y.decodeUpdate(material.update);
  const deletions = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }): [number, number, number] => [client, clock, len]),
  );
  const draft: Draft = { ...material, blocks: blocksOf(material.update), deletions };
  change(draft);
  return written(draft);
}

function rewrittenItem(material: Material, change: (item: Y.Item, id: () => Id) => void): Uint8Array {
  return rewritten(material, ({ blocks, random, server }) => {
    const items = blocks.flatMap(({ structs }) => structs).filter((struct) => struct instanceof Y.Item);
    const item = random.pick(items);
    const ids = idsOf(server, random);
    if (item) {
      change(item, () => random.pick(ids) ?? [0, 0]);
    }
  });
}

function blocksOf(update: Uint8Array): Block[] {
  const blocks: Block[] = [];
  for (const struct of Y.decodeUpdate(update).structs) {
    const block = blocks.at(-1);
    if (block?.client === struct.id.client) {
      block.structs.push(struct);
    } else {
      blocks.push({ client: struct.id.client, clock: struct.id.clock, structs: [struct] });
    }
  }
  return blocks;
}

function written({ blocks, deletions, roots }: Draft): Uint8Array {
  const writable = blocks.map(({ client, clock, structs }) => ({
    client,
    clock,
    structs: structs.map(
      (struct): RawStruct =>
        (encoder) =>
          encoding.writeUint8Array(encoder, bytesOf(struct, roots[0] ?? '')),
    ),
  }));
  return rawUpdate(
    writable,
    deletions.map(([client, clock, length]) => ({ client, ranges: [[clock, length]] })),
  );
}

function bytesOf(struct: Y.Item | Y.GC | Y.Skip, root: string): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  // A parent is named only where no neighbour is; an item that lost both needs one.
  if (struct instanceof Y.Item && struct.parent === null && !struct.origin && !struct.rightOrigin) {
    struct.parent = root as unknown as typeof struct.parent;
  }
  struct.write(encoder, 0);
  return encoding.toUint8Array(encoder.restEncoder);
}
