import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { addCard } from '#shared/documents/own/cards.ts';
import { showCards, takeCardsBack } from '#shared/documents/own/move.ts';
import { addGoal, goalRecord, readGoals, removeGoal, setGoalText } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN, readText } from '#shared/documents/plan/records.ts';
import { createUndoList } from '../../../client/session/undo/undo.ts';
import { planUndo } from '../../../client/session/undo/undo-rules.ts';

const SECRET = 'Ich will zu Oma ziehen.';

/** A card that Leon has shown, and Mia at the table with him. */
function shownCard() {
  const own = new Y.Doc();
  const server = new Y.Doc();
  Y.applyUpdate(server, seedPlan(EMPTY_SEED));
  addCard(own, { id: 'card', kind: 'ziel', text: SECRET }, ORIGIN.list);
  const move = {
    own,
    plan: server,
    recordIds: ['card'],
    personId: 'p-leon',
    writable: new Set(['goals']),
    now: new Date('2026-03-02T10:00:00Z'),
    section: 'sicht_kind' as const,
  };
  showCards(move);
  const mia = new Y.Doc();
  const undo = createUndoList();
  undo.follow(mia, planUndo('p-mia'));
  const meet = (): void => {
    Y.applyUpdate(mia, Y.encodeStateAsUpdate(server, Y.encodeStateVector(mia)), 'remote');
    Y.applyUpdate(server, Y.encodeStateAsUpdate(mia, Y.encodeStateVector(server)), 'remote');
  };
  meet();
  return { server, mia, undo, meet, takeBack: () => takeCardsBack(move), show: () => showCards(move) };
}

const words = (doc: Y.Doc): string => {
  const record = goalRecord(doc, 'card');
  return record ? readText(record, 'textOwn') : '';
};

it('[OW12] undoing puts no word back into a card that its owner has taken back', () => {
  const { server, mia, undo, meet, takeBack, show } = shownCard();
  setGoalText(mia, 'card', 'textOwn', '', ORIGIN.list);
  meet();
  takeBack();
  meet();
  undo.undo();
  meet();
  expect(words(server)).toBe('');
  expect(undo.state.get().canUndo).toBe(false);
  show();
  meet();
  expect(readGoals(mia).map(({ sentence }) => sentence)).toEqual([SECRET]);
});

it('[OW12] who took it from the table does not put it there again after its owner has taken it back', () => {
  const { server, mia, undo, meet, takeBack } = shownCard();
  setGoalText(mia, 'card', 'textOwn', '', ORIGIN.list);
  pause();
  removeGoal(mia, 'card', 'p-mia', ORIGIN.list);
  meet();
  takeBack();
  meet();
  undo.undo();
  undo.undo();
  meet();
  expect(readGoals(server)).toEqual([]);
  expect(words(server)).toBe('');
});

it('[UI11] undo passes over what is off the table and takes the step before it', () => {
  const { server, mia, undo, meet } = shownCard();
  addGoal(mia, null, { id: 'b', textOwn: 'Fußball' }, ORIGIN.list);
  pause();
  setGoalText(mia, 'card', 'textOwn', `${SECRET} Bald.`, ORIGIN.list);
  meet();
  removeGoal(server, 'card', 'p-leon', ORIGIN.list);
  meet();
  undo.undo();
  expect(words(mia)).toBe(`${SECRET} Bald.`);
  expect(readGoals(mia)).toEqual([]);
  undo.redo();
  expect(readGoals(mia).map(({ sentence }) => sentence)).toEqual(['Fußball']);
});

it('[UI11] what this client itself took from the table comes back with all that it wrote there', () => {
  const { mia, undo } = shownCard();
  setGoalText(mia, 'card', 'textOwn', '', ORIGIN.list);
  pause();
  removeGoal(mia, 'card', 'p-mia', ORIGIN.list);
  undo.undo();
  undo.undo();
  expect(words(mia)).toBe(SECRET);
  undo.redo();
  undo.redo();
  expect(readGoals(mia)).toEqual([]);
  undo.undo();
  undo.undo();
  expect(readGoals(mia).map(({ sentence }) => sentence)).toEqual([SECRET]);
});

/** Beyond the time within which the manager puts changes into one step. */
function pause(): void {
  const end = Date.now() + 510;
  while (Date.now() < end) {
    // Busy on purpose: the manager reads the clock, and nothing else happens meanwhile.
  }
}
