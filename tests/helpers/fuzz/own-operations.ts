import type * as Y from 'yjs';
import {
  addCard,
  CARD_KINDS,
  cardMap,
  cardText,
  readCards,
  removeCard,
  restoreCard,
} from '#shared/documents/own/cards.ts';
import { ORIGIN, readRemoval, replaceText } from '#shared/documents/plan/records.ts';
import type { Random } from '../random.ts';
import { type Operation, type, words } from './operations.ts';

const someCard = (doc: Y.Doc, random: Random): string => random.pick(readCards(doc))?.id ?? 'none';
const change = (doc: Y.Doc, id: string, key: string, value: unknown): void => {
  doc.transact(() => cardMap(doc).get(id)?.set(key, value), ORIGIN.list);
};

/** What somebody does with what is only for them. */
export const OWN_OPERATIONS: readonly Operation[] = [
  (doc, random) => {
    addCard(doc, { kind: random.pick(CARD_KINDS) ?? 'satz', text: words(random) }, ORIGIN.list);
  },
  (doc, random) => type(cardText(doc, someCard(doc, random)), random),
  (doc, random) => type(cardText(doc, someCard(doc, random)), random),
  (doc, random) => {
    const text = cardText(doc, someCard(doc, random));
    doc.transact(() => text && replaceText(text, words(random)), ORIGIN.text);
  },
  (doc, random) => change(doc, someCard(doc, random), 'kind', random.pick(CARD_KINDS)),
  (doc, random) => change(doc, someCard(doc, random), 'to', random.pick(['sozial', 'anlass', null])),
  (doc, random, { personId }) => removeCard(doc, someCard(doc, random), personId ?? '', ORIGIN.list),
  (doc, random) => {
    const removed = [...cardMap(doc)].filter(([, record]) => readRemoval(record));
    restoreCard(doc, random.pick(removed)?.[0] ?? 'none', ORIGIN.list);
  },
];

/** What nobody may do there; each makes exactly one update that the guard must refuse. */
export const OWN_FORBIDDEN: readonly Operation[] = [
  (doc) => change(doc, 'first', 'shown', { at: 'now', paragraphs: [] }),
  (doc) => doc.transact(() => cardMap(doc).get('shown')?.delete('shown'), ORIGIN.list),
  (doc) => doc.transact(() => cardMap(doc).delete('first'), ORIGIN.list),
  (doc) => change(doc, 'first', 'textOwn', 'x'),
  (doc, random) =>
    doc.transact(() => {
      type(cardText(doc, 'first'), random);
      doc.getMap('goals').set('mine', 1);
    }, ORIGIN.text),
];
