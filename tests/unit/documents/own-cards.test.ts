import { describe, expect, it } from 'vitest';
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
import { addGoal, readGoals, removeGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource, removeResource } from '#shared/documents/plan/resources.ts';
import { PLAN_PARTS, partMap } from '#shared/documents/plan/roots.ts';
import { addText } from '#shared/documents/plan/texts.ts';

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

describe.each(CARD_KINDS)('a card (%s) with the id of what somebody else has said in the plan', (kind) => {
  const EVERYWHERE = new Set<string>(PLAN_PARTS);
  function table(personId: string): Move & { show(id: string): void; takeBack(id: string): void } {
    const [own, plan] = [new Y.Doc(), new Y.Doc()];
    addGoal(plan, null, { id: 'leon', textOwn: 'Ich bleibe bei Mama', voice: 'p-leon' }, ORIGIN.list);
    addResource(plan, { id: 'leon', domain: 'sozial', title: 'Mama', owner: 'p-leon' }, ORIGIN.list);
    addText(plan, 'sicht_kind', { id: 'leon', voice: 'p-leon', words: 'Mir geht es gut' }, ORIGIN.text);
    const now = new Date('2026-03-10T16:20:00Z');
    const move = {
      ...{ own, plan, recordIds: [], personId, writable: EVERYWHERE, now },
      section: 'sicht_kind' as const,
    };
    return {
      ...move,
      show: (id) => showCards({ ...move, recordIds: [id] }),
      takeBack: (id) => takeCardsBack({ ...move, recordIds: [id] }),
    };
  }
  const PARTS = { ziel: 'goals', staerke: 'resources', satz: 'section:sicht_kind' } as const;

  it('[OW21] is not shown, and takes nothing back', () => {
    const { own, plan, show, takeBack } = table('p-papa');
    const before = plan.toJSON();
    addCard(own, { id: 'leon', kind, text: 'Ich ziehe zu Papa' }, ORIGIN.list);
    expect(() => show('leon')).toThrow('unknown_card');
    expect(() => takeBack('leon')).toThrow('unknown_card');
    expect(plan.toJSON()).toEqual(before);
  });

  it('[OW21] is theirs alone also where its owner has shown another form of it, and after that was taken back', () => {
    for (const other of CARD_KINDS.filter((one) => one !== kind)) {
      const { own, plan, show, takeBack } = table('p-papa');
      partMap(plan, PARTS[other]).delete('leon');
      const theirs = (): unknown => partMap(plan, PARTS[kind]).get('leon')?.toJSON();
      const before = theirs();
      addCard(own, { id: 'leon', kind: other, text: 'Ich ziehe zu Papa' }, ORIGIN.list);
      show('leon');
      cardMap(own).get('leon')?.set('kind', kind);
      takeBack('leon');
      expect(() => show('leon'), other).toThrow('unknown_card');
      expect(theirs()).toEqual(before);
      expect(readCards(own).map(({ text }) => text)).toEqual(['Ich ziehe zu Papa']);
      cardMap(own).get('leon')?.set('kind', other);
      show('leon');
      expect(readCards(own)[0]?.shown, other).not.toBeNull();
    }
  });
});

it('[OW12] what the version before has shown goes back, and can be shown again', () => {
  const [own, plan] = [new Y.Doc(), new Y.Doc()];
  const id = addCard(own, { kind: 'ziel', text: 'reiten' }, ORIGIN.list);
  addGoal(plan, null, { id, textOwn: 'Ich will reiten', voice: 'p-leon' }, ORIGIN.list);
  cardMap(own).get(id)?.set('shown', { at: '2026-03-10T16:10:00Z' });
  const move: Move = {
    ...{ own, plan, recordIds: [id], personId: 'p-leon', section: 'sicht_kind' },
    ...{ writable: new Set(['goals']), now: new Date('2026-03-10T16:20:00Z') },
  };
  takeCardsBack(move);
  expect(readCards(own)).toMatchObject([{ text: 'Ich will reiten', shown: null }]);
  showCards(move);
  expect(readGoals(plan)).toMatchObject([{ id, sentence: 'Ich will reiten' }]);
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
