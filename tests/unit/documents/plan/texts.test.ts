import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addCard, cardMap, readCards } from '#shared/documents/own/cards.ts';
import { type Move, MoveError, showCards, takeCardsBack } from '#shared/documents/own/move.ts';
import { freshCopy } from '#shared/documents/plan/fresh-copy.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { PLAN_PARTS } from '#shared/documents/plan/roots.ts';
import { addText, liveTexts, paragraphsOf, readSection } from '#shared/documents/plan/texts.ts';
import { hasOldTexts, upgradeTexts } from '#shared/documents/plan/upgrade.ts';
import { createUndoList } from '../../../../client/session/undo/undo.ts';
import { planUndo } from '../../../../client/session/undo/undo-rules.ts';
import { firstText, writeOldParagraphs } from '../../../helpers/plan-texts.ts';

const OLD = ['Mir ist es zu laut.', '', 'Abends\nund nachts 😀.', ''];
const LINES = ['Mir ist es zu laut.', '', 'Abends', 'und nachts 😀.'];

function oldPlan(): Y.Doc {
  const doc = new Y.Doc();
  writeOldParagraphs(doc, 'sicht_kind', OLD);
  return doc;
}

function sync(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)), 'remote');
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)), 'remote');
}

/** Two people at one plan; the first has an undo. */
function two() {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  const undo = createUndoList();
  undo.follow(mine, planUndo('p-leon'));
  const id = addText(mine, 'anlass', { voice: 'p-leon' }, ORIGIN.place);
  const write = (doc: Y.Doc, at: number, words: string): void =>
    doc.transact(() => firstText(doc, 'anlass').insert(at, words), ORIGIN.text);
  const words = (doc: Y.Doc): string => firstText(doc, 'anlass').toString();
  return { mine, theirs, undo, id, write, words };
}

describe('running texts', () => {
  it('[PL16] two devices that begin a text of the same person at once keep both', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    addText(one, 'anlass', { voice: 'p-leon', words: 'Am Telefon' }, ORIGIN.text);
    addText(other, 'anlass', { voice: 'p-leon', words: 'Am Laptop' }, ORIGIN.text);
    sync(one, other);
    expect(paragraphsOf(readSection(one, 'anlass')).sort()).toEqual(['Am Laptop', 'Am Telefon']);
    expect(readPlan(one)).toEqual(readPlan(other));
  });

  it('[UI118] undoing first words leaves what another has added, and redo brings them back', () => {
    const { mine, theirs, undo, write, words } = two();
    write(mine, 0, 'Mein Satz.');
    sync(mine, theirs);
    write(theirs, 10, ' Ihr Satz.');
    sync(mine, theirs);
    undo.undo();
    sync(mine, theirs);
    expect([words(mine), words(theirs)]).toEqual([' Ihr Satz.', ' Ihr Satz.']);
    undo.redo();
    sync(mine, theirs);
    expect([words(mine), words(theirs)]).toEqual(['Mein Satz. Ihr Satz.', 'Mein Satz. Ihr Satz.']);
  });

  it('[UI118] undoing all one’s own words leaves an empty text that reads as nothing', () => {
    const { mine, undo, write } = two();
    write(mine, 0, 'Mein Satz.');
    undo.undo();
    expect([readSection(mine, 'anlass'), liveTexts(mine, 'anlass').length]).toEqual([[], 1]);
    undo.redo();
    expect(paragraphsOf(readSection(mine, 'anlass'))).toEqual(['Mein Satz.']);
  });

  it('[UI118] a paragraph that was only begun takes nothing along that another wrote in it', () => {
    const { mine, theirs, undo, write, words } = two();
    sync(mine, theirs);
    write(theirs, 0, 'Eins.');
    sync(mine, theirs);
    write(mine, 5, '\n');
    sync(mine, theirs);
    write(theirs, 6, 'Zwei.');
    sync(mine, theirs);
    undo.undo();
    expect(words(mine)).toBe('Eins.Zwei.');
  });

  it('[UI10] a step leaves a text alone that was taken back meanwhile', () => {
    const { mine, undo, id } = two();
    mine.transact(() => firstText(mine, 'anlass').insert(0, 'geheim'), 'remote');
    const record = mine.getMap<Y.Map<unknown>>('section:anlass').get(id);
    const text = firstText(mine, 'anlass');
    mine.transact(() => text.delete(0, 6), ORIGIN.text);
    mine.transact(() => record?.set('removed', { by: 'p', at: '2026-01-01T00:00:00.000Z' }), 'remote');
    undo.undo();
    expect(text.toString()).toBe('');
  });
});

describe('texts of the version before', () => {
  it('[PL17] read the same before and after they are brought into the form of now', () => {
    const doc = oldPlan();
    const before = readPlan(doc);
    expect(paragraphsOf(before.texts.sicht_kind)).toEqual(LINES);
    upgradeTexts(doc);
    expect([readPlan(doc), hasOldTexts(doc)]).toEqual([before, false]);
    upgradeTexts(doc);
    expect(readPlan(doc)).toEqual(before);
    expect(readPlan(freshCopy(doc))).toEqual(before);
    expect(readPlan(freshCopy(oldPlan()))).toEqual(before);
  });

  it('[PL17] what is written in the old form once more comes behind it', () => {
    const doc = oldPlan();
    upgradeTexts(doc);
    writeOldParagraphs(doc, 'sicht_kind', ['Noch etwas.']);
    const read = paragraphsOf(readPlan(doc).texts.sicht_kind);
    expect(read).toContain('Noch etwas.');
    const before = readPlan(doc);
    upgradeTexts(doc);
    expect(readPlan(doc)).toEqual(before);
  });

  it('[OW12] a sentence that was shown by them is taken back while nobody has changed it', () => {
    const [own, plan] = [new Y.Doc(), oldPlan()];
    const id = addCard(own, { kind: 'satz', text: 'Abends' }, ORIGIN.list);
    cardMap(own)
      .get(id)
      ?.set('shown', { at: '2026-03-10T16:20:00Z', paragraphs: [[1, 2]] });
    upgradeTexts(plan);
    const move: Move = {
      own,
      plan,
      recordIds: [id],
      personId: 'p-leon',
      writable: new Set(PLAN_PARTS),
      now: new Date('2026-03-10T16:30:00Z'),
      section: 'sicht_kind',
    };
    takeCardsBack(move);
    expect(paragraphsOf(readSection(plan, 'sicht_kind'))).toEqual(LINES.filter((line) => line !== 'Abends'));
    expect(readCards(own)).toMatchObject([{ text: 'Abends', shown: null }]);
    showCards(move);
    expect(readSection(plan, 'sicht_kind').at(-1)).toMatchObject({
      id,
      voice: 'p-leon',
      paragraphs: ['Abends'],
    });
    cardMap(own)
      .get(id)
      ?.set('shown', { at: '2026-03-10T16:20:00Z', paragraphs: [[1, 2]] });
    takeCardsBack(move);
    cardMap(own)
      .get(id)
      ?.set('shown', { at: '2026-03-10T16:20:00Z', paragraphs: [[1, 2]] });
    expect(() => takeCardsBack(move)).toThrow(MoveError);
  });
});
