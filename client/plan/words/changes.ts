import * as Y from 'yjs';
import { readRemoval, readText } from '#shared/documents/plan/records.ts';
import { isSectionPart, PLAN_PARTS, type PlanRecord } from '#shared/documents/plan/roots.ts';

/** Where something was changed: in which part, at which record. */
export interface Place {
  part: string;
  record: string;
  /** The paragraph of a running text that was written on, as it is now. */
  words?: string;
  /** It is off the table since; its words. */
  gone?: string;
}

/** What somebody else changed, and with which client. */
export interface Change extends Place {
  client: number;
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
  return changedPlaces(doc, transaction).map((place) => ({ client, ...place }));
}

/** Which records a transaction changed, whoever made it. Drawing is left out. */
export function changedPlaces(doc: Y.Doc, transaction: Y.Transaction): Place[] {
  const found = new Map<string, Place>();
  for (const [type, keys] of transaction.changed) {
    for (const place of placesOf(doc, type, keys)) {
      const words = isSectionPart(place.part)
        ? paragraphOf(transaction, textOf(doc, place))
        : goneOf(doc, place);
      found.set(`${place.part}/${place.record}`, { ...place, ...words });
    }
  }
  return [...found.values()];
}

/** Any shared type, as a transaction lists it. */
type AnyType = Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never;

function placesOf(doc: Y.Doc, type: AnyType, keys: Set<string | null>): Place[] {
  const path = pathTo(type);
  const root = path[0];
  const part = PLAN_PARTS.find((name) => doc.share.get(name) === root);
  if (part === undefined) {
    return [];
  }
  if (path.length === 1) {
    return [...keys].filter((key) => key !== null).map((record) => ({ part, record }));
  }
  const record = path[1]?._item?.parentSub ?? null;
  return record === null ? [] : [{ part, record }];
}

/** Texts that say what a record is, the one that counts first (PL8). */
const NAMING = ['textAgreed', 'textOwn', 'title', 'text'];

function goneOf(doc: Y.Doc, { part, record }: Place): { gone?: string } {
  const found = doc.getMap<PlanRecord>(part).get(record);
  if (!found || !readRemoval(found)) {
    return {};
  }
  return { gone: NAMING.map((key) => readText(found, key).trim()).find((words) => words !== '') ?? '' };
}

function textOf(doc: Y.Doc, { part, record }: Place): unknown {
  return doc.getMap<PlanRecord>(part).get(record)?.get('text');
}

/** The words of the paragraph that was written on last; of a text that is new, of its first. */
function paragraphOf(transaction: Y.Transaction, text: unknown): { words?: string } {
  const [event] = transaction.changedParentTypes.get(text as AnyType) ?? [];
  const line = text instanceof Y.Text ? lineAt(text.toString(), event ? endOf(event.delta) : 0) : '';
  return line === '' ? {} : { words: line };
}

/** Where the last change ends. */
function endOf(delta: Y.YEvent<Y.AbstractType<unknown>>['delta']): number {
  return delta.reduce(
    (at, { retain = 0, insert }) => at + retain + (typeof insert === 'string' ? insert.length : 0),
    0,
  );
}

function lineAt(words: string, at: number): string {
  const start = words.lastIndexOf('\n', at - 1) + 1;
  const end = words.indexOf('\n', at);
  return words.slice(start, end === -1 ? undefined : end);
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
