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
}

/** What a card starts with. */
export interface NewCard {
  kind: CardKind;
  text?: string;
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
      }),
    );
}

/** Adds a card at the end; gives its id. */
export function addCard(doc: Y.Doc, { kind, text = '', id = newId() }: NewCard, origin: unknown): string {
  doc.transact(() => cardMap(doc).set(id, recordOf({ kind, order: endOf(doc), text: textOf(text) })), origin);
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
