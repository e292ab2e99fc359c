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
  const value = record.get('shown');
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  const { at, paragraphs } = value as Partial<Record<'at' | 'paragraphs', unknown>>;
  return typeof at === 'string'
    ? { at, inParagraphs: Array.isArray(paragraphs) && paragraphs.length > 0 }
    : null;
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
