import * as Y from 'yjs';

/**
 * What a document really holds, read from its structs and from nothing that the guard uses: every item
 * hangs in a type, that type in an item, and so on up to a root.
 */

/** All items of each root, deleted ones too, in a form in which equal content gives equal text. */
export function itemsByRoot(doc: Y.Doc): Map<string, string> {
  const names = new Map<unknown, string>([...doc.share].map(([name, type]) => [type, name]));
  const roots = new Map<unknown, string>(names);
  const found = new Map<string, string[]>([...names.values()].map((name) => [name, []]));
  for (const [client, structs] of [...doc.store.clients].sort(([a], [b]) => a - b)) {
    let last: { root: string; end: number; deleted: boolean } | null = null;
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) {
        last = null;
        continue;
      }
      const root = rootOf(struct.parent, roots);
      const list = found.get(root) ?? found.set(root, []).get(root) ?? [];
      const continues =
        last !== null && last.root === root && last.deleted === struct.deleted && struct.parentSub === null;
      // A run that was only cut in two is still the same.
      list.push(continues ? '' : `\n${client}/${struct.id.clock}${struct.deleted ? '-' : '+'}`);
      list.push(struct.deleted ? '.'.repeat(struct.length) : contentOf(struct));
      last = { root, end: struct.id.clock + struct.length, deleted: struct.deleted };
    }
  }
  return new Map([...found].map(([root, pieces]) => [root, pieces.join('')]));
}

/** Clocks of every client that a document knows. */
export function clocksOf(doc: Y.Doc): Map<number, number> {
  return new Map([...doc.store.clients.keys()].map((client) => [client, Y.getState(doc.store, client)]));
}

function rootOf(type: unknown, known: Map<unknown, string>): string {
  const cached = known.get(type);
  if (cached !== undefined) {
    return cached;
  }
  const item = (type as Y.AbstractType<unknown>)._item;
  const root = item === null ? '?' : rootOf(item.parent, known);
  known.set(type, root);
  return root;
}

function contentOf({ content, parentSub }: Y.Item): string {
  const key = parentSub === null ? '' : `[${parentSub}]`;
  if (content instanceof Y.ContentString) {
    return key + content.str;
  }
  if (content instanceof Y.ContentAny) {
    return `${key}=${JSON.stringify(content.arr)}`;
  }
  return `${key}<${content.constructor.name}>`;
}
