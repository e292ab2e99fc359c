import * as Y from 'yjs';

/** Single values that people write as free text; all other single values are codes, ids and dates. */
const TEXT_KEYS: ReadonlySet<string> = new Set(['recurrence']);

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
    } else if (parentSub !== null && TEXT_KEYS.has(parentSub) && content instanceof Y.ContentAny) {
      texts.set(item, content.arr.filter((value) => typeof value === 'string').join(' '));
    }
  }
  return joined([...texts.values()]);
}

/** The typed strings inside updates that fit to no document any more, in the order of typing. */
export function looseText(updates: readonly Uint8Array[]): string {
  if (updates.length === 0) {
    return '';
  }
  const { structs } = Y.decodeUpdate(Y.mergeUpdates([...updates]));
  const pieces: string[] = [];
  let end = '';
  for (const struct of structs) {
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

function joined(texts: readonly string[]): string {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n');
}
