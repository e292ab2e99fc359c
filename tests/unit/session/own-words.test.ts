import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { addGoal, flatten, goalRecord, readGoals, setGoalText } from '#shared/documents/plan/goals.ts';
import { ORIGIN, sharedText } from '#shared/documents/plan/records.ts';
import { signOwnWords } from '../../../client/session/own-words.ts';
import { createUndoList } from '../../../client/session/undo/undo.ts';
import { planUndo } from '../../../client/session/undo/undo-rules.ts';

/** Leon's page, and whose a goal's own words are by now. */
function leonsPage(textOwn: string, writer: string | null) {
  const doc = new Y.Doc();
  addGoal(
    doc,
    null,
    { id: 'g', textAgreed: 'Wir essen zusammen.', textOwn, writer, voice: 'wegner' },
    ORIGIN.seed,
  );
  signOwnWords(doc, 'leon');
  const undo = createUndoList();
  undo.follow(doc, planUndo('leon'));
  return {
    doc,
    undo,
    write: (words: string) => setGoalText(doc, 'g', 'textOwn', words, ORIGIN.list),
    said: () => flatten(readGoals(doc)).map((goal) => [goal.quote, goal.writer])[0],
  };
}

it('[PR81] whoever begins own words has written them, whose wish it ever is', () => {
  const { write, said } = leonsPage('', null);
  write('I');
  expect(said()).toEqual(['I', 'leon']);
  write('Ich will Ruhe.');
  expect(said()).toEqual(['Ich will Ruhe.', 'leon']);
});

it('[PR81] a word that is changed in another’s sentence leaves it theirs, a new sentence does not', () => {
  const { write, said } = leonsPage('Ich will Ruhe.', 'wegner');
  write('Ich will mehr Ruhe.');
  expect(said()).toEqual(['Ich will mehr Ruhe.', 'wegner']);
  write('');
  write('Es ist laut.');
  expect(said()).toEqual(['Es ist laut.', 'leon']);
});

it('[PR81] undoing puts another’s words back as theirs', () => {
  const { doc, undo, write, said } = leonsPage('Ich will Ruhe.', 'wegner');
  write('');
  expect(said()).toEqual([null, 'wegner']);
  undo.undo();
  expect(said()).toEqual(['Ich will Ruhe.', 'wegner']);
  expect(doc.getMap('goals').size).toBe(1);
});

it('[PR81] what others write, or is there when the page is opened, is signed by nobody here', () => {
  const { doc, said } = leonsPage('', null);
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  const record = goalRecord(theirs, 'g');
  if (record) {
    sharedText(record, 'textOwn')?.insert(0, 'Sie sagt etwas.');
  }
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
  expect(said()).toEqual(['Sie sagt etwas.', null]);
});
