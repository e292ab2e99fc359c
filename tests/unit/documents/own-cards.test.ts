import { expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addCard,
  CARD_KINDS,
  CARDS,
  cardMap,
  cardText,
  readCards,
  removeCard,
  restoreCard,
} from '#shared/documents/own/cards.ts';
import { type Move, showCards, takeCardsBack } from '#shared/documents/own/move.ts';
import { removeGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { removeResource } from '#shared/documents/plan/resources.ts';

it('[OW1] keeps private cards in the order in which they were written, with kind and words', () => {
  const doc = new Y.Doc();
  addCard(doc, { kind: 'ziel', text: 'Ich will reiten' }, ORIGIN.list);
  const oma = addCard(doc, { kind: 'staerke' }, ORIGIN.list);
  addCard(doc, { kind: 'satz', text: 'Das war viel' }, ORIGIN.list);
  cardText(doc, oma)?.insert(0, 'Oma');
  expect(readCards(doc).map(({ kind, text }) => [kind, text])).toEqual([
    ['ziel', 'Ich will reiten'],
    ['staerke', 'Oma'],
    ['satz', 'Das war viel'],
  ]);
  removeCard(doc, oma, 'p-leon', ORIGIN.list);
  expect(readCards(doc).map(({ text }) => text)).toEqual(['Ich will reiten', 'Das war viel']);
});

it('[OW1] a card that came back stands where it stood', () => {
  const doc = new Y.Doc();
  const [first] = ['eins', 'zwei', 'drei'].map((text) => addCard(doc, { kind: 'satz', text }, ORIGIN.list));
  removeCard(doc, first ?? '', 'p-leon', ORIGIN.list);
  expect(readCards(doc).map(({ text }) => text)).toEqual(['zwei', 'drei']);
  restoreCard(doc, first ?? '', ORIGIN.list);
  expect(readCards(doc).map(({ id, text }) => [id === first, text])).toEqual([
    [true, 'eins'],
    [false, 'zwei'],
    [false, 'drei'],
  ]);
});

it('[OW12] taking back leaves no word in the plan, also where others have taken the card from the table', () => {
  const [own, plan] = [new Y.Doc(), new Y.Doc()];
  const goal = addCard(own, { kind: 'ziel', text: 'Ich will reiten' }, ORIGIN.list);
  const strength = addCard(own, { kind: 'staerke', text: 'Oma' }, ORIGIN.list);
  const move: Move = {
    own,
    plan,
    recordIds: [goal, strength],
    personId: 'p-leon',
    writable: new Set(['goals', 'resources']),
    now: new Date('2026-03-10T16:20:00Z'),
    section: 'sicht_kind',
  };
  showCards(move);
  removeGoal(plan, goal, 'p-mama', ORIGIN.list);
  removeResource(plan, strength, 'p-mama', ORIGIN.list);
  takeCardsBack(move);
  expect(JSON.stringify(plan.toJSON())).not.toMatch(/reiten|Oma/);
  expect(readCards(own).map(({ text, shown }) => [text, shown])).toEqual([
    ['Ich will reiten', null],
    ['Oma', null],
  ]);
});

it.each([
  ['ziel', 'satz'],
  ['satz', 'ziel'],
  ['ziel', 'staerke'],
  ['staerke', 'satz'],
] as const)('[OW12] a card that was shown as %s and then as %s leaves no word either', (before, after) => {
  const [own, plan] = [new Y.Doc(), new Y.Doc()];
  const id = addCard(own, { kind: before, text: 'Ich will reiten' }, ORIGIN.list);
  const move: Move = {
    own,
    plan,
    recordIds: [id],
    personId: 'p-leon',
    writable: new Set(['goals', 'resources', 'section:sicht_kind']),
    now: new Date('2026-03-10T16:20:00Z'),
    section: 'sicht_kind',
  };
  for (const kind of [before, after]) {
    cardMap(own).get(id)?.set('kind', kind);
    showCards(move);
    takeCardsBack(move);
  }
  expect(JSON.stringify(plan.toJSON())).not.toContain('reiten');
  expect(readCards(own).map(({ text }) => text)).toEqual(['Ich will reiten']);
});

it('[OW1] reads values of the wrong type as absent', () => {
  const doc = new Y.Doc();
  doc.getMap<Y.Map<unknown>>(CARDS).set(
    'x',
    new Y.Map<unknown>([
      ['kind', 7],
      ['order', '!'],
    ]),
  );
  addCard(doc, { kind: 'ziel', text: 'geht trotzdem' }, ORIGIN.list);
  expect(readCards(doc).map(({ kind, text }) => [kind, text])).toEqual([
    ['satz', ''],
    ['ziel', 'geht trotzdem'],
  ]);
});

it('[OW18] one person shows so many in one part, and no more', () => {
  for (const kind of CARD_KINDS) {
    const [own, plan] = [new Y.Doc(), new Y.Doc()];
    const ids = Array.from({ length: 51 }, () => addCard(own, { kind, text: 'Das war viel' }, ORIGIN.list));
    const show = (recordIds: string[]): void =>
      showCards({
        ...{ own, plan, recordIds, personId: 'p-leon', section: 'sicht_kind' },
        writable: new Set(['goals', 'resources', 'section:sicht_kind']),
        now: new Date('2026-03-10T16:20:00Z'),
      });
    show(ids.slice(0, 50));
    expect(() => show(ids), kind).toThrow('too_many');
    expect(readCards(own).filter(({ shown }) => shown !== null)).toHaveLength(50);
  }
});
