import * as Y from 'yjs';
import { MAP_PARTS, PLAN_PARTS, type PlanPart } from '#shared/documents/plan/roots.ts';

/** What a shared type of a plan document is for. */
export type ContainerKind =
  /** Y.Map of records by id: the root of a map part. */
  | 'records'
  /** Y.Map of drawings, one plain value each: the root `board`. */
  | 'drawings'
  /** Y.Map: one goal, resource, agreement. */
  | 'record'
  /** Y.Text inside a record. */
  | 'text'
  /** Y.XmlFragment: the root of a protocol section. */
  | 'section'
  | 'paragraph'
  | 'hardBreak'
  /** Y.XmlText inside a paragraph. */
  | 'words'
  /** None that a plan may hold. */
  | 'unknown';

/** A shared type: the part it belongs to, what it is for, and who it is. */
export interface Container {
  part: PlanPart;
  kind: ContainerKind;
  /** Same object, same container: the type itself, or the struct that will create it. */
  identity: object;
}

/** Where a piece of content sits. `key` is null in sequences. */
export interface Slot {
  container: Container;
  key: string | null;
}

const PARTS: ReadonlySet<string> = new Set(PLAN_PARTS);
const MAPS: ReadonlySet<string> = new Set(MAP_PARTS);
const known = new WeakMap<object, Container>();

/** Whether a root of this name belongs to a plan. */
export function isPart(name: string): name is PlanPart {
  return PARTS.has(name);
}

/** Gives every root its type, so that nothing a client sends decides what a root is. */
export function defineRoots(doc: Y.Doc): void {
  for (const part of PLAN_PARTS) {
    if (MAPS.has(part)) {
      doc.getMap(part);
    } else {
      doc.getXmlFragment(part);
    }
  }
}

/** The container that a root is; null when no plan has such a root. */
export function containerOfRoot(doc: Y.Doc, name: string): Container | null {
  return isPart(name) ? containerOf(doc.get(name) as Y.AbstractType<unknown>) : null;
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
  const name = Y.findRootTypeKey(type);
  const part = isPart(name) ? name : 'board';
  if (part === 'board') {
    return { part, kind: name === 'board' ? 'drawings' : 'unknown', identity: type };
  }
  return { part, kind: MAPS.has(part) ? 'records' : 'section', identity: type };
}

function nestedContainer(type: Y.AbstractType<unknown>, item: Y.Item): Container {
  const parent = containerOf(item.parent as Y.AbstractType<unknown>);
  return { part: parent.part, kind: childKind(parent.kind, type), identity: type };
}

/** What a type is for when it hangs in a container of this kind. */
export function childKind(parent: ContainerKind, type: Y.AbstractType<unknown>): ContainerKind {
  switch (parent) {
    case 'records':
      return type.constructor === Y.Map ? 'record' : 'unknown';
    case 'record':
      return type.constructor === Y.Text ? 'text' : 'unknown';
    case 'section':
      return isElement(type, 'paragraph') ? 'paragraph' : 'unknown';
    case 'paragraph':
      if (isElement(type, 'hardBreak')) {
        return 'hardBreak';
      }
      return type.constructor === Y.XmlText ? 'words' : 'unknown';
    default:
      return 'unknown';
  }
}

function isElement(type: Y.AbstractType<unknown>, name: string): boolean {
  return type.constructor === Y.XmlElement && (type as Y.XmlElement).nodeName === name;
}
