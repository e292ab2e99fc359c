import * as Y from 'yjs';
import type { FieldShape } from '#shared/documents/kind.ts';
import { isRemoval } from '#shared/domain/removal.ts';
import { isCleanText } from '#shared/domain/typed-text.ts';
import type { RootRules } from '../kinds.ts';
import { type Container, type ContainerKind, childKind, type Slot } from './places.ts';

/** What the schema measures against. */
export interface SchemaLimits {
  readonly fieldChars: number;
  readonly valueChars: number;
}

/** Ids and field names; a person's or goal's id stands behind a prefix in some. */
const KEY_CHARS = 100;
/** Id of a record or person, as every version that names it takes it. */
const RECORD_ID = /^[\w.:-]{1,64}$/;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const VALUE_DEPTH = 6;
/** The reason that people are told in other words: they can do something about it. */
export const TOO_LONG = 'too long';

/**
 * Why this content may not stand in this slot, or null when it may.
 * `isNew` says whether the container is made by the same update.
 */
export function refuseContent(
  slot: Slot,
  content: Y.Item['content'],
  current: Y.Item | undefined,
  isNew: boolean,
  limits: SchemaLimits,
): string | null {
  const { container, key } = slot;
  if (key !== null && !isKey(key)) {
    return 'impossible key';
  }
  if (container.kind === 'records' && key !== null && !isId(container.root, key)) {
    return 'impossible id';
  }
  if (isFixed(container, key)) {
    return 'only the server writes this';
  }
  if (container.kind === 'record' && !isField(container, key, content)) {
    return 'no such field';
  }
  if (isKeyed(container.kind) !== (key !== null)) {
    return `${container.kind} does not hold this`;
  }
  if (content instanceof Y.ContentDeleted) {
    // Words that were deleted before they arrived; they only keep their place.
    return replacesLasting(slot, current) ? 'a record is marked, never replaced' : null;
  }
  return replacesLasting(slot, current)
    ? 'a record is marked, never replaced'
    : (refuseMark(container, key, content) ?? refuseInKind(container.kind, content, current, isNew, limits));
}

function isId({ ids }: RootRules, key: string): boolean {
  return ids === null ? RECORD_ID.test(key) : ids.has(key);
}

/** What is no mark of a removed record would be removed for some and there for others. */
function refuseMark(
  { kind, root }: Container,
  key: string | null,
  content: Y.Item['content'],
): string | null {
  const isMark = kind === 'record' && fieldOf(root, key) === 'removal';
  return isMark && !(content instanceof Y.ContentAny && isRemoval(content.arr[0]))
    ? 'no mark of removal'
    : null;
}

function refuseInKind(
  kind: ContainerKind,
  content: Y.Item['content'],
  current: Y.Item | undefined,
  isNew: boolean,
  limits: SchemaLimits,
): string | null {
  switch (kind) {
    case 'records':
      return isChild(kind, content) ? null : 'a part holds records only';
    case 'record':
      if (content instanceof Y.ContentType) {
        return isChild(kind, content) && (isNew || !current || current.deleted)
          ? null
          : 'a field is a value or a text made with its record';
      }
      return refuseValue(content, limits);
    case 'text':
      return refuseText(content, limits);
    default:
      return 'nothing is allowed here';
  }
}

/**
 * Whether writing over `current` would erase a record, or a text of one, with all that is in it. A text
 * where a value belongs is none that anybody reads: it must not keep others from writing the value.
 */
export function replacesLasting({ container, key }: Slot, current: Y.Item | undefined): boolean {
  const { kind, root } = container;
  const isLasting = kind === 'records' || (kind === 'record' && !isPlain(fieldOf(root, key)));
  return isLasting && current !== undefined && !current.deleted && current.content instanceof Y.ContentType;
}

function isPlain(field: FieldShape | undefined): boolean {
  return field !== undefined && field !== 'text';
}

/** Whether a field is the server's alone. */
export function isFixed({ kind, root }: Container, key: string | null): boolean {
  return kind === 'record' && key !== null && root.fixed.has(key);
}

/** Whether records of this root have such a field, and hold this in it. */
function isField({ root }: Container, key: string | null, content: Y.Item['content']): boolean {
  const field = fieldOf(root, key);
  const isText = content instanceof Y.ContentType;
  return field !== undefined && (content instanceof Y.ContentDeleted || (field === 'text') === isText);
}

/** What a field of a record holds; undefined where there is no such field. */
export function fieldOf({ fields, keyed }: RootRules, key: string | null): FieldShape | undefined {
  if (key === null) {
    return undefined;
  }
  const endsInId = keyed.some((prefix) => key.startsWith(prefix) && RECORD_ID.test(key.slice(prefix.length)));
  return endsInId ? 'value' : fields.get(key);
}

function isKeyed(kind: ContainerKind): boolean {
  return kind === 'records' || kind === 'record';
}

function isKey(key: string): boolean {
  return key.length > 0 && key.length <= KEY_CHARS && isCleanText(key) && !FORBIDDEN_KEYS.has(key);
}

function isChild(kind: ContainerKind, content: Y.Item['content']): boolean {
  return content instanceof Y.ContentType && childKind(kind, content.type) !== 'unknown';
}

function refuseText(content: Y.Item['content'], limits: SchemaLimits): string | null {
  if (!(content instanceof Y.ContentString)) {
    return 'a text holds characters only';
  }
  return refuseString(content.str, limits);
}

function refuseString(text: string, limits: SchemaLimits): string | null {
  if (text.length > limits.fieldChars) {
    return TOO_LONG;
  }
  return isCleanText(text) ? null : 'control or half character';
}

function refuseValue(content: Y.Item['content'], limits: SchemaLimits): string | null {
  if (!(content instanceof Y.ContentAny) || content.arr.length !== 1) {
    return 'a field holds one value';
  }
  const room = { chars: limits.valueChars };
  return refusePlain(content.arr[0], VALUE_DEPTH, room, limits) ?? (room.chars < 0 ? TOO_LONG : null);
}

function refusePlain(
  value: unknown,
  depth: number,
  room: { chars: number },
  limits: SchemaLimits,
): string | null {
  room.chars -= 1;
  switch (typeof value) {
    case 'string':
      room.chars -= value.length;
      return refuseString(value, limits);
    case 'number':
      return Number.isFinite(value) ? null : 'not a number';
    case 'boolean':
    case 'undefined':
      return null;
    case 'object':
      return value === null ? null : refuseNested(value, depth, room, limits);
    default:
      return `a ${typeof value}`;
  }
}

function refuseNested(
  value: object,
  depth: number,
  room: { chars: number },
  limits: SchemaLimits,
): string | null {
  const isList = Array.isArray(value);
  if (depth === 0 || (!isList && Object.getPrototypeOf(value) !== Object.prototype)) {
    return 'too deep or not plain';
  }
  for (const [key, inner] of Object.entries(value)) {
    if (room.chars < 0) {
      return TOO_LONG;
    }
    if (!isList) {
      room.chars -= key.length;
    }
    const refused = !isList && !isKey(key) ? 'impossible key' : refusePlain(inner, depth - 1, room, limits);
    if (refused !== null) {
      return refused;
    }
  }
  return null;
}
