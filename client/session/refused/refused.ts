import * as Y from 'yjs';
import type { Waiting } from '../pending/change-places.ts';

/** Single values that people type: words, numbers, days. All other single values are chosen. */
const TYPED_KEYS: ReadonlySet<string> = new Set([
  'recurrence',
  'dueDate',
  'date',
  'start',
  'end',
  'hoursPerWeek',
  'hoursTotal',
]);

/**
 * What somebody typed in changes that the server refused: each text they touched, as it stands
 * on this device. Changes that hold no words (a tick, a deletion) give an empty string.
 */
export function refusedText(doc: Y.Doc, updates: readonly Uint8Array[]): string {
  const texts = new Map<unknown, string>();
  for (const item of itemsOf(doc, updates)) {
    const { parent, parentSub, content } = item;
    if (parent instanceof Y.XmlText || parent instanceof Y.Text) {
      texts.set(parent, plainText(parent));
    } else if (parentSub !== null && TYPED_KEYS.has(parentSub) && content instanceof Y.ContentAny) {
      texts.set(item, content.arr.map(typedValue).join(' '));
    }
  }
  return joined([...texts.values()]);
}

/** Whether people type the value of this field. */
export function isTyped(key: string): boolean {
  return TYPED_KEYS.has(key);
}

/** Ids and codes, which nobody types. */
const CODE = /^(?=.*[a-z])[\w-]+$/i;

/** The field of a place such as "service/s1/end". */
function keyOf(place: string): string {
  return place.slice(place.lastIndexOf('/') + 1);
}

/** A single value as it was typed (plans are written in German); '' for what nobody types. */
export function typedValue(value: unknown): string {
  const day = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (day) {
    return `${day[3]}.${day[2]}.${day[1]}`;
  }
  return typeof value === 'number' ? String(value).replace('.', ',') : typeof value === 'string' ? value : '';
}

/** What was typed in changes that fit to no document any more, in the order of typing. */
export function looseText(changes: readonly Waiting[]): string {
  if (changes.length === 0) {
    return '';
  }
  const { structs } = Y.decodeUpdate(Y.mergeUpdates(changes.map(({ update }) => update)));
  // Alone, a value does not tell which field it was of; the change does.
  const hasValues = changes.some(({ places }) => places.some((place) => TYPED_KEYS.has(keyOf(place))));
  const pieces: string[] = [];
  let end = '';
  for (const struct of structs) {
    if (hasValues && struct instanceof Y.Item && struct.content instanceof Y.ContentAny) {
      pieces.push(...struct.content.arr.map(typedValue).filter((value) => !CODE.test(value)));
    }
    if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentString)) {
      continue;
    }
    const { client, clock } = struct.id;
    const follows = end === `${client}/${clock}`;
    pieces.push(follows ? `${pieces.pop() ?? ''}${struct.content.str}` : struct.content.str);
    end = `${client}/${clock + struct.length}`;
  }
  return joined(pieces);
}

function itemsOf(doc: Y.Doc, updates: readonly Uint8Array[]): Y.Item[] {
  if (updates.length === 0) {
    return [];
  }
  const found: Y.Item[] = [];
  for (const { id, length } of Y.decodeUpdate(Y.mergeUpdates([...updates])).structs) {
    for (const struct of doc.store.clients.get(id.client) ?? []) {
      const overlaps = struct.id.clock < id.clock + length && struct.id.clock + struct.length > id.clock;
      if (overlaps && struct instanceof Y.Item && !struct.deleted) {
        found.push(struct);
      }
    }
  }
  return found;
}

function plainText(text: Y.Text | Y.XmlText): string {
  return text
    .toDelta()
    .map((part: { insert?: unknown }) => (typeof part.insert === 'string' ? part.insert : ''))
    .join('');
}

/** One after the other, without empty ones. */
export function joined(texts: readonly string[]): string {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n');
}
