import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addAgreement, readAgreements } from '#shared/documents/plan/arrangements.ts';
import {
  addGoal,
  moveGoal,
  readGoals,
  removedGoals,
  removeGoal,
  restoreGoal,
  setGoalText,
  setScale,
} from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN, readRemoval } from '#shared/documents/plan/records.ts';
import { addResource, linkResource, readResources } from '#shared/documents/plan/resources.ts';
import { type PlanRecord, partMap } from '#shared/documents/plan/roots.ts';
import { createUndoList } from '../../../client/session/undo/undo.ts';
import { planUndo } from '../../../client/session/undo/undo-rules.ts';

const SEED = seedPlan({
  ...EMPTY_SEED,
  goals: [
    { id: 'r1', textAgreed: 'Schule schaffen', children: [] },
    { id: 'r2', textAgreed: 'Wohnen', children: [] },
  ],
});

function table() {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, SEED);
  const undo = createUndoList();
  undo.follow(doc, planUndo('p-leon'));
  return { doc, state: undo.state, undo };
}

/** Two documents that exchange updates, as two people at one table. */
function pair() {
  const mine = table();
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine.doc));
  const meet = (): void => {
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine.doc, Y.encodeStateVector(theirs)), 'remote');
    Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine.doc)), 'remote');
  };
  return { ...mine, theirs, meet };
}

const sentences = (doc: Y.Doc): string[] => readGoals(doc).map((goal) => goal.sentence);

describe('undo', () => {
  it('[UI10] marks a goal as removed when its adding is undone, and redo brings it back', () => {
    const { doc, undo, state } = table();
    addGoal(doc, null, { id: 'a', textOwn: 'Fußball' }, ORIGIN.list);
    undo.undo();
    expect(sentences(doc)).toEqual(['Schule schaffen', 'Wohnen']);
    const record = partMap(doc, 'goals').get('a');
    expect(record && readRemoval(record)?.by).toBe('p-leon');
    expect(state.get()).toEqual({ canUndo: false, canRedo: true });
    undo.redo();
    expect(sentences(doc)).toEqual(['Schule schaffen', 'Wohnen', 'Fußball']);
    undo.undo();
    expect(sentences(doc)).toEqual(['Schule schaffen', 'Wohnen']);
    undo.redo();
    expect(sentences(doc)).toContain('Fußball');
  });

  it('[UI120] leaves nothing in the list of what is off the table when an adding is undone', () => {
    const { doc, theirs, undo, meet } = pair();
    addGoal(doc, null, { id: 'a', textOwn: 'Fußball' }, ORIGIN.list);
    undo.undo();
    meet();
    const offTable = (): string[] => removedGoals(theirs).map(({ text }) => text);
    expect(offTable()).toEqual(['']);
    undo.redo();
    meet();
    expect(sentences(theirs)).toContain('Fußball');
    setGoalText(theirs, 'a', 'textOwn', 'Fußball im Verein', ORIGIN.list);
    meet();
    undo.undo();
    meet();
    // What somebody else has typed stays in reach.
    expect(offTable()).toEqual([' im Verein']);
  });

  it('[UI10] keeps what somebody else types into a card while its adding is undone', () => {
    const { doc, theirs, undo, meet } = pair();
    addGoal(doc, null, { id: 'a', textOwn: 'Fuß' }, ORIGIN.board);
    meet();
    setGoalText(theirs, 'a', 'textOwn', 'Fußball im Verein', ORIGIN.list);
    undo.undo();
    meet();
    expect(sentences(doc)).not.toContain('Fußball im Verein');
    undo.redo();
    meet();
    expect(sentences(doc)).toContain('Fußball im Verein');
    expect(sentences(theirs)).toEqual(sentences(doc));
  });

  it.each([
    [
      'resource',
      (doc: Y.Doc) => addResource(doc, { domain: 'sozial', title: 'Oma' }, ORIGIN.board),
      readResources,
    ],
    ['agreement', (doc: Y.Doc) => addAgreement(doc, 'Wir rufen an', ORIGIN.list), readAgreements],
  ] as const)('[UI10] marks a %s as removed when its adding is undone', (_name, addOne, readAll) => {
    const { doc, undo } = table();
    addOne(doc);
    expect(readAll(doc)).toHaveLength(1);
    undo.undo();
    expect(readAll(doc)).toHaveLength(0);
    undo.redo();
    expect(readAll(doc)).toHaveLength(1);
  });

  it('[UI10] undoing an adding leaves the step before it alone', () => {
    const { doc, undo } = table();
    setScale(doc, 'r1', 'p-leon', 7, ORIGIN.list);
    pause();
    addGoal(doc, null, { id: 'a', textOwn: 'Fußball' }, ORIGIN.list);
    undo.undo();
    expect(readGoals(doc)[0]?.scales).toEqual({ 'p-leon': 7 });
    undo.undo();
    expect(readGoals(doc)[0]?.scales).toEqual({});
    undo.redo();
    undo.redo();
    expect(sentences(doc)).toContain('Fußball');
    expect(readGoals(doc)[0]?.scales).toEqual({ 'p-leon': 7 });
  });

  it('[UI10] undoes the rest of a step together with the adding', () => {
    const { doc, undo } = table();
    const oma = addResource(doc, { domain: 'sozial', title: 'Oma' }, ORIGIN.board);
    pause();
    doc.transact(() => {
      addGoal(doc, null, { id: 'a', textOwn: 'Fußball' }, ORIGIN.board);
      linkResource(doc, oma, 'r1', true, ORIGIN.board);
    }, ORIGIN.board);
    undo.undo();
    expect(sentences(doc)).not.toContain('Fußball');
    expect(readResources(doc)[0]?.supports).toEqual([]);
    undo.redo();
    expect(sentences(doc)).toContain('Fußball');
    expect(readResources(doc)[0]?.supports).toEqual(['r1']);
  });

  it('[UI11] undoes a move, a removal and a text, and never what others did', () => {
    const { doc, theirs, undo, meet } = pair();
    moveGoal(doc, 'r2', 'r1', ORIGIN.board);
    meet();
    setScale(theirs, 'r1', 'p-oma', 4, ORIGIN.list);
    meet();
    undo.undo();
    expect(sentences(doc)).toEqual(['Schule schaffen', 'Wohnen']);
    expect(readGoals(doc)[0]?.scales).toEqual({ 'p-oma': 4 });
    removeGoal(doc, 'r2', 'p-leon', ORIGIN.list);
    undo.undo();
    expect(sentences(doc)).toEqual(['Schule schaffen', 'Wohnen']);
    pause();
    setGoalText(doc, 'r1', 'textAgreed', 'Schule gut schaffen', ORIGIN.text);
    undo.undo();
    expect(sentences(doc)[0]).toBe('Schule schaffen');
    undo.undo();
    expect(readGoals(doc)[0]?.scales).toEqual({ 'p-oma': 4 });
  });
});

it('[UI11] reaches what an editor wrote with an origin of its own, once it is named', () => {
  const { doc, undo } = table();
  const editor = { name: 'editor' };
  setGoalText(doc, 'r1', 'textAgreed', 'Ohne', editor as unknown as string);
  undo.undo();
  expect(sentences(doc)[0]).toBe('Ohne');
  undo.track(editor);
  setGoalText(doc, 'r1', 'textAgreed', 'Mit', editor as unknown as string);
  undo.undo();
  expect(sentences(doc)[0]).toBe('Ohne');
});

/** Beyond the time within which the manager puts changes into one step. */
function pause(): void {
  const end = Date.now() + 510;
  while (Date.now() < end) {
    // Busy on purpose: the manager reads the clock, and nothing else happens meanwhile.
  }
}

describe('undo signs with the own name', () => {
  const goalOf = (doc: Y.Doc) => readGoals(doc).find(({ id }) => id === 'r1');

  it('[GU22] a mark of somebody else that undo puts back is one’s own, and redo takes it away again', () => {
    const { doc, undo, theirs, meet } = pair();
    removeGoal(theirs, 'r2', 'p-mia', ORIGIN.list);
    meet();
    restoreGoal(doc, 'r2', ORIGIN.list);
    meet();
    undo.undo();
    const mark = () => readRemoval(partMap(doc, 'goals').get('r2') as PlanRecord);
    expect(mark()?.by).toBe('p-leon');
    undo.redo();
    expect(mark()).toBeNull();
    undo.undo();
    expect(mark()?.by).toBe('p-leon');
    meet();
    expect(sentences(theirs)).toEqual(['Schule schaffen']);
  });

  it('[GU22] a number of somebody else that undo puts back bears the own name', () => {
    const { doc, undo, theirs, meet } = pair();
    setScale(theirs, 'r1', 'p-mia', 6, ORIGIN.list);
    meet();
    setScale(doc, 'r1', 'p-mia', 2, ORIGIN.list, 'p-leon');
    expect(goalOf(doc)).toMatchObject({ scales: { 'p-mia': 2 }, scalesBy: { 'p-mia': 'p-leon' } });
    undo.undo();
    expect(goalOf(doc)).toMatchObject({ scales: { 'p-mia': 6 }, scalesBy: { 'p-mia': 'p-leon' } });
    undo.redo();
    expect(goalOf(doc)).toMatchObject({ scales: { 'p-mia': 2 }, scalesBy: { 'p-mia': 'p-leon' } });
  });

  it('[GU22] one’s own number that undo puts back is one’s own', () => {
    const { doc, undo, theirs, meet } = pair();
    setScale(theirs, 'r1', 'p-leon', 3, ORIGIN.list, 'p-mia');
    meet();
    setScale(doc, 'r1', 'p-leon', 8, ORIGIN.list);
    undo.undo();
    expect(goalOf(doc)).toMatchObject({ scales: { 'p-leon': 3 }, scalesBy: {} });
  });
});
