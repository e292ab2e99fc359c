import type * as Y from 'yjs';
import { isOrderKey, orderBetween } from '../plan/order.ts';
import {
  bringBack,
  markRemoved,
  newId,
  readCode,
  readRemoval,
  readString,
  readText,
  recordOf,
  sharedText,
  textOf,
} from '../plan/records.ts';

/** What a private card becomes when it is shown: a goal, a strength or help, or a sentence of its own. */
export const CARD_KINDS = ['ziel', 'staerke', 'satz'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** The root of a private document: cards by id. */
export const CARDS = 'cards';

/** One card that nobody else receives. */
export interface OwnCard {
  id: string;
  kind: CardKind;
  text: string;
  /** Where it shall go: the id of a parent goal, the domain of a resource, the section of a sentence. */
  to: string | null;
  /** ISO time since when everybody sees it in the plan; null while nobody does. */
  shown: string | null;
}

/** What the server notes on a card that it has moved into the plan. */
export interface ShownMark {
  at: string;
  /** The version before has put it among the words of all, as paragraphs; now it has a record of its own. */
  inParagraphs: boolean;
}

/** What a card starts with. */
export interface NewCard {
  kind: CardKind;
  text?: string;
  to?: string | null;
  id?: string;
}

/** The cards that were not put away, in their order. Equal documents give equal lists. */
export function readCards(doc: Y.Doc): OwnCard[] {
  return [...cardMap(doc)]
    .filter(([, record]) => readRemoval(record) === null)
    .sort(([a, one], [b, other]) => compare(orderOf(one), orderOf(other)) || compare(a, b))
    .map(
      ([id, record]): OwnCard => ({
        id,
        kind: readCode(record, 'kind', CARD_KINDS, 'satz'),
        text: readText(record, 'text'),
        to: readString(record, 'to'),
        shown: readShown(record)?.at ?? null,
      }),
    );
}

/** Adds a card at the end; gives its id. */
export function addCard(
  doc: Y.Doc,
  { kind, text = '', to = null, id = newId() }: NewCard,
  origin: unknown,
): string {
  doc.transact(
    () => cardMap(doc).set(id, recordOf({ kind, order: endOf(doc), to, text: textOf(text) })),
    origin,
  );
  return id;
}

/** The words of a card, for binding a field to them. */
export function cardText(doc: Y.Doc, id: string): Y.Text | undefined {
  const record = cardMap(doc).get(id);
  return record && sharedText(record, 'text');
}

/** Puts a card away. */
export function removeCard(doc: Y.Doc, id: string, by: string, origin: unknown): void {
  change(doc, id, origin, (record) => markRemoved(record, by, new Date()));
}

/** Brings a card back to where it stood. */
export function restoreCard(doc: Y.Doc, id: string, origin: unknown): void {
  change(doc, id, origin, bringBack);
}

/** The cards as records, also those that were put away. */
export function cardMap(doc: Y.Doc): Y.Map<Y.Map<unknown>> {
  return doc.getMap<Y.Map<unknown>>(CARDS);
}

/** The server's mark on a shown card; null while it is not shown. */
export function readShown(record: Y.Map<unknown>): ShownMark | null {
  const { at, paragraphs } = markOf(record);
  return typeof at === 'string'
    ? { at, inParagraphs: Array.isArray(paragraphs) && paragraphs.length > 0 }
    : null;
}

/**
 * Parts of the plan into which the server has put a card, also of one that is taken back: only there is the
 * record of the same id its owner's, because everybody chooses the ids of their own cards. Null where the
 * version before has shown it, which noted no part.
 */
export function readShownIn(record: Y.Map<unknown>): readonly string[] | null {
  const { at, in: parts } = markOf(record);
  if (Array.isArray(parts)) {
    return parts.filter((part): part is string => typeof part === 'string');
  }
  return typeof at === 'string' ? null : [];
}

/** Notes where a card stands, and since when everybody sees it; `at` null: it is taken back. */
export function markShown(record: Y.Map<unknown>, parts: Iterable<string>, at: Date | null): void {
  record.set('shown', { ...(at ? { at: at.toISOString() } : {}), in: [...new Set(parts)] });
}

function markOf(record: Y.Map<unknown>): Partial<Record<'at' | 'in' | 'paragraphs', unknown>> {
  const value = record.get('shown');
  return typeof value === 'object' && value !== null ? value : {};
}

function change(doc: Y.Doc, id: string, origin: unknown, write: (record: Y.Map<unknown>) => void): void {
  const record = cardMap(doc).get(id);
  if (record) {
    doc.transact(() => write(record), origin);
  }
}

function orderOf(record: Y.Map<unknown>): string {
  return readString(record, 'order') ?? '';
}

function endOf(doc: Y.Doc): string {
  const keys = [...cardMap(doc).values()].map(orderOf).filter(isOrderKey);
  return orderBetween(keys.sort(compare).at(-1) ?? null, null);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
