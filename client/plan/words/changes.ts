import * as Y from 'yjs';
import { MAP_PARTS, TEXT_SECTIONS } from '#shared/documents/plan/roots.ts';

/** What somebody else changed: which client, in which part, at which record. */
export interface Change {
  client: number;
  part: string;
  /** Record id; null for a running text. */
  record: string | null;
  /** The paragraph of a running text as it is now. */
  words?: string;
}

/** Reads from a transaction of others who changed which records. Drawing is left out: it has no words. */
export function changesOf(doc: Y.Doc, transaction: Y.Transaction): Change[] {
  const clients = [...transaction.afterState]
    .filter(([client, clock]) => clock > (transaction.beforeState.get(client) ?? 0))
    .map(([client]) => client);
  const client = clients.length === 1 ? clients[0] : undefined;
  if (transaction.local || client === undefined) {
    return [];
  }
  const found = new Map<string, Change>();
  for (const [type, keys] of transaction.changed) {
    for (const change of placesOf(doc, type, keys)) {
      found.set(`${change.part}/${change.record}`, { client, ...change });
    }
  }
  return [...found.values()];
}

type Place = Omit<Change, 'client'>;
/** Any shared type, as a transaction lists it. */
type AnyType = Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never;

function placesOf(doc: Y.Doc, type: AnyType, keys: Set<string | null>): Place[] {
  const path = pathTo(type);
  const root = path[0];
  const part = MAP_PARTS.find((name) => doc.share.get(name) === root);
  if (part === 'board') {
    return [];
  }
  if (part === undefined) {
    const section = TEXT_SECTIONS.find((name) => doc.share.get(`text:${name}`) === root);
    return section ? [{ part: `text:${section}`, record: null, ...paragraphOf(type) }] : [];
  }
  if (path.length === 1) {
    return [...keys].filter((key) => key !== null).map((record) => ({ part, record }));
  }
  const record = path[1]?._item?.parentSub ?? null;
  return record === null ? [] : [{ part, record }];
}

/** Its words, where one paragraph was written on. */
function paragraphOf(type: AnyType): { words?: string } {
  const words = type instanceof Y.XmlText ? type.toString() : '';
  return words === '' ? {} : { words };
}

/** From the root down to the type. */
function pathTo(type: AnyType): AnyType[] {
  const path: AnyType[] = [];
  let at: AnyType | null = type;
  while (at !== null) {
    path.unshift(at);
    const parent: unknown = at._item?.parent ?? null;
    at = parent instanceof Y.AbstractType ? parent : null;
  }
  return path;
}
