import * as Y from 'yjs';
import type { KindRules, RootRules } from '../kinds.ts';

/** What a shared type of a document is for. */
export type ContainerKind =
  /** Y.Map of records by id: a root of records. */
  | 'records'
  /** Y.Map: one record. */
  | 'record'
  /** Y.Text inside a record. */
  | 'text'
  /** None that anybody writes: what the version before wrote, or what no document of its kind may hold. */
  | 'unknown';

/** A shared type: the root it hangs below, what it is for, and who it is. */
export interface Container {
  root: RootRules;
  kind: ContainerKind;
  /** Same object, same container: the type itself, or the struct that will create it. */
  identity: object;
}

/** Where a piece of content sits. `key` is null in sequences. */
export interface Slot {
  container: Container;
  key: string | null;
}

const KIND_OF_ROOT = { records: 'records', before: 'unknown' } as const;
/** A root that no document of this kind has; it is never written to. */
const NO_ROOT: RootRules = {
  name: '',
  holds: 'before',
  fixed: new Set(),
  fields: new Map(),
  office: new Set(),
  keyed: [],
  personal: [],
  ids: null,
  most: 0,
  countedOnTable: false,
};
const known = new WeakMap<object, Container>();
const roots = new WeakMap<Y.Doc, KindRules['roots']>();

/**
 * Makes a document one of this kind: every root gets its type, so that nothing a client sends decides
 * what a root is.
 */
export function defineRoots(doc: Y.Doc, rules: KindRules): void {
  roots.set(doc, rules.roots);
  for (const { name, holds } of rules.roots.values()) {
    if (holds === 'before') {
      doc.getXmlFragment(name);
    } else {
      doc.getMap(name);
    }
  }
}

/** The roots that a document may have. Throws for one that nobody has made one of a kind. */
export function rootsOf(doc: Y.Doc): KindRules['roots'] {
  const found = roots.get(doc);
  if (!found) {
    throw new Error('the document has no kind');
  }
  return found;
}

/** The container that a root is; null when no document of this kind has such a root. */
export function containerOfRoot(doc: Y.Doc, name: string): Container | null {
  return rootsOf(doc).has(name) ? containerOf(doc.get(name) as Y.AbstractType<unknown>) : null;
}

/** The container that a type of a document is. */
export function containerOf(type: Y.AbstractType<unknown>): Container {
  const cached = known.get(type);
  if (cached) {
    return cached;
  }
  const made = type._item === null ? rootContainer(type) : nestedContainer(type, type._item);
  known.set(type, made);
  return made;
}

function rootContainer(type: Y.AbstractType<unknown>): Container {
  const root = type.doc ? rootsOf(type.doc).get(Y.findRootTypeKey(type)) : undefined;
  return root
    ? { root, kind: KIND_OF_ROOT[root.holds], identity: type }
    : { root: NO_ROOT, kind: 'unknown', identity: type };
}

function nestedContainer(type: Y.AbstractType<unknown>, item: Y.Item): Container {
  const parent = containerOf(item.parent as Y.AbstractType<unknown>);
  return { root: parent.root, kind: childKind(parent.kind, type), identity: type };
}

/** What a type is for when it hangs in a container of this kind. */
export function childKind(parent: ContainerKind, type: Y.AbstractType<unknown>): ContainerKind {
  switch (parent) {
    case 'records':
      return type.constructor === Y.Map ? 'record' : 'unknown';
    case 'record':
      return type.constructor === Y.Text ? 'text' : 'unknown';
    default:
      return 'unknown';
  }
}
