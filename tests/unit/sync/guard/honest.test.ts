import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { addAgreement } from '#shared/documents/plan/arrangements.ts';
import {
  addGoal,
  moveGoal,
  readGoals,
  removeGoal,
  restoreGoal,
  setGoalText,
  setScale,
} from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource, linkResource, placeResource } from '#shared/documents/plan/resources.ts';
import { shapeFaults } from '../../../helpers/document-shape.ts';
import { appendParagraphs, firstText } from '../../../helpers/plan-texts.ts';
import { codeOf, context, GOAL, replica, STRANGER, table, written } from './table.ts';

describe('honest edits pass', () => {
  const edits: [string, (doc: Y.Doc) => void][] = [
    ['a new goal', (doc) => addGoal(doc, GOAL, { textOwn: 'Wecker stellen' }, ORIGIN.list)],
    ['typing', (doc) => setGoalText(doc, GOAL, 'textOwn', 'Pünktlich und wach sein', ORIGIN.text)],
    ['emoji', (doc) => setGoalText(doc, GOAL, 'textOwn', '👨‍👩‍👧 学校\nZeile', ORIGIN.text)],
    ['deleting words', (doc) => setGoalText(doc, GOAL, 'textOwn', '', ORIGIN.text)],
    ['moving', (doc) => moveGoal(doc, GOAL, null, ORIGIN.board, null)],
    ['a scale', (doc) => setScale(doc, GOAL, 'person-1', 7, ORIGIN.list)],
    [
      'taking a scale back',
      (doc) => {
        setScale(doc, GOAL, 'person-1', 7, ORIGIN.list);
        setScale(doc, GOAL, 'person-1', null, ORIGIN.list);
      },
    ],
    ['removing', (doc) => removeGoal(doc, GOAL, 'person-1', ORIGIN.list)],
    [
      'bringing back',
      (doc) => {
        removeGoal(doc, GOAL, 'person-1', ORIGIN.list);
        restoreGoal(doc, GOAL, ORIGIN.list);
      },
    ],
    [
      'a resource with links and a place',
      (doc) => {
        const id = addResource(doc, { domain: 'sozial', title: 'Oma', supports: [GOAL] }, ORIGIN.list);
        placeResource(doc, id, [10, -20], ORIGIN.board);
        linkResource(doc, id, GOAL, false, ORIGIN.list);
      },
    ],
    ['an agreement', (doc) => addAgreement(doc, 'Wir rufen an.', ORIGIN.list)],
    ['a paragraph', (doc) => appendParagraphs(doc, 'bedarf', ['Ruhe', ''], ORIGIN.text)],
    [
      'splitting a paragraph',
      (doc) => {
        firstText(doc, 'anlass').insert(2, '\n');
      },
    ],
    ['deleting a running text', (doc) => firstText(doc, 'anlass').delete(0, 2)],
  ];
  it.each(edits)('[GU2] %s', (_name, change) => {
    const { server, ben } = table();
    const update = written(ben, () => change(ben));
    expect(judge(update, context(server))).toMatchObject({ kind: 'pass', update, claims: [] });
    Y.applyUpdate(server, update);
    expect(shapeFaults(server)).toEqual([]);
    expect(judge(update, context(server))).toMatchObject({ kind: 'nothing' });
  });

  it('[GU3] a new client id is claimed at first sight', () => {
    const { server } = table();
    const fresh = replica(server, STRANGER);
    const update = written(fresh, () => addGoal(fresh, null, {}, ORIGIN.list));
    expect(judge(update, context(server))).toMatchObject({ kind: 'pass', update, claims: [STRANGER] });
  });

  it('[GU4] a full answer with other people’s words and deletions brings nothing new', () => {
    const { server, anna } = table();
    Y.applyUpdate(
      server,
      written(anna, () => setGoalText(anna, GOAL, 'textOwn', 'Kurz', ORIGIN.text)),
    );
    const screen = replica(server, STRANGER);
    const answer = Y.encodeStateAsUpdate(screen);
    const reader = context(server, { participationId: 'screen', writable: new Set() });
    expect(judge(answer, reader)).toMatchObject({ kind: 'nothing' });
    expect(judge(Y.encodeStateAsUpdate(screen, Y.encodeStateVector(server)), reader)).toMatchObject({
      kind: 'nothing',
    });
  });

  it('[GU4] words typed offline into a record that was erased meanwhile do no harm', () => {
    const { server, ben } = table();
    Y.applyUpdate(
      server,
      written(server, () => server.getMap('goals').delete(GOAL)),
    );
    const update = written(ben, () => setGoalText(ben, GOAL, 'textOwn', 'Trotzdem', ORIGIN.text));
    expect(codeOf(judge(update, context(server)))).toBe('pass');
    Y.applyUpdate(server, update);
    expect(shapeFaults(server)).toEqual([]);
  });

  it('[GU2] a struct of which the server holds the head only', () => {
    const { server, ben } = table();
    const first = written(ben, () => setGoalText(ben, GOAL, 'indicator', 'ab', ORIGIN.text));
    Y.applyUpdate(server, first);
    setGoalText(ben, GOAL, 'indicator', 'abcd', ORIGIN.text);
    // Yjs has merged both insertions into one struct, which is sent whole.
    const verdict = judge(Y.encodeStateAsUpdate(ben), context(server));
    expect(verdict.kind).toBe('pass');
    if (verdict.kind === 'pass') {
      Y.applyUpdate(server, verdict.update);
    }
    expect(Y.encodeStateAsUpdate(server)).toEqual(Y.encodeStateAsUpdate(ben));
  });
});

describe('what was written over before it was sent', () => {
  it('[GU2] values that a client keeps for its undo pass, and are not kept here', () => {
    const { server, ben } = table();
    const undo = new Y.UndoManager(ben.getMap('goals'), { trackedOrigins: new Set([ORIGIN.list]) });
    for (const value of [3, 5, 7, null]) {
      setScale(ben, GOAL, 'person-1', value, ORIGIN.list);
    }
    // Yjs has joined the three values to one item, which no plan holds alive.
    const joined = Y.encodeStateAsUpdate(ben, Y.encodeStateVector(server));
    expect(Y.decodeUpdate(joined).structs.some(({ length }) => length === 3)).toBe(true);
    expect(judge(joined, context(server))).toMatchObject({ kind: 'pass' });
    Y.applyUpdate(server, joined);
    expect(shapeFaults(server)).toEqual([]);
    expect(readGoals(server)).toEqual(readGoals(ben));
    undo.destroy();
  });
});
