import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { onTheTable } from '#server/sync/guard/quota.ts';
import { addGoal, readGoals, removeGoal, setScale } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import { codeOf, context, GOAL, table, written } from './table.ts';

describe('who may write', () => {
  const AT = '2026-01-01T00:00:00.000Z';
  const goalOf = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('goals').get(GOAL);
  const LEAD = { personId: 'person-1', leads: true };

  it('[GU18] a mark of removal is who and when, for the guard, the count and the readers alike', () => {
    const marks: unknown[] = [
      true,
      1,
      'x',
      null,
      {},
      [],
      { by: 'x' },
      { by: 1, at: 2 },
      { by: 'x', at: 'then' },
    ];
    for (const mark of [...marks, { by: 'x', at: '2026-01-01T00:00:00.000Z', more: 1 }]) {
      const { server, ben } = table();
      const update = written(ben, () => ben.getMap<Y.Map<unknown>>('goals').get(GOAL)?.set('removed', mark));
      expect(judge(update, context(server)), JSON.stringify(mark)).toMatchObject({
        kind: 'refuse',
        code: 'schema',
      });
      // One that is there all the same takes nothing from the table, and is counted there.
      Y.applyUpdate(server, update);
      expect(readGoals(server)).toHaveLength(1);
      expect(onTheTable(server.getMap('goals')._map)).toBe(1);
    }
    const { server, ben } = table();
    const update = written(ben, () => removeGoal(ben, GOAL, 'person-1', ORIGIN.list));
    expect(judge(update, context(server)).kind).toBe('pass');
    Y.applyUpdate(server, update);
    expect(onTheTable(server.getMap('goals')._map)).toBe(readGoals(server).length);
  });

  it.each([
    ['another’s number', (doc: Y.Doc) => setScale(doc, GOAL, 'leon', 5, ORIGIN.list)],
    ['one for another', (doc: Y.Doc) => setScale(doc, GOAL, 'leon', 5, ORIGIN.list, 'person-1')],
    ['taking another’s number away', (doc: Y.Doc) => setScale(doc, GOAL, 'anna', null, ORIGIN.list)],
    [
      'an own number in another’s name',
      (doc: Y.Doc) => goalOf(doc)?.set('scale:person-1', { value: 5, by: 'anna' }),
    ],
    ['a mark in another’s name', (doc: Y.Doc) => removeGoal(doc, GOAL, 'anna', ORIGIN.list)],
    ['a mark of nobody', (doc: Y.Doc) => goalOf(doc)?.set('removed', { by: '', at: AT })],
    [
      'words in another’s name',
      (doc: Y.Doc) => addText(doc, 'anlass', { words: 'x', voice: 'anna' }, ORIGIN.place),
    ],
    ['own words in another’s name', (doc: Y.Doc) => goalOf(doc)?.set('writer', 'anna')],
    [
      'a goal in another’s words',
      (doc: Y.Doc) => addGoal(doc, null, { textOwn: 'x', voice: 'anna', writer: 'anna' }, ORIGIN.list),
    ],
  ])('[GU22] %s is refused, and who leads passes only by their own name', (what, change) => {
    const { server, ben } = table();
    goalOf(server)?.set('scale:anna', 7);
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(server));
    const update = written(ben, () => change(ben));
    expect(judge(update, context(server))).toMatchObject({ kind: 'refuse', code: 'forbidden_part' });
    const nobody = context(server, { writer: { personId: null, leads: true } });
    expect(codeOf(judge(update, nobody))).not.toBe(what === 'a mark of nobody' ? 'forbidden_part' : 'pass');
  });

  it('[GU22] who leads enters a number for somebody with their own name beside it, and no words as theirs', () => {
    const verdictOn = (change: (doc: Y.Doc) => void): string => {
      const { server, ben } = table();
      const update = written(ben, () => change(ben));
      return codeOf(judge(update, context(server, { writer: LEAD })));
    };
    expect(verdictOn((doc) => setScale(doc, GOAL, 'leon', 5, ORIGIN.list, 'person-1'))).toBe('pass');
    expect(verdictOn((doc) => setScale(doc, GOAL, 'leon', 5, ORIGIN.list))).toBe('forbidden_part');
    expect(verdictOn((doc) => setScale(doc, GOAL, 'leon', 5, ORIGIN.list, 'anna'))).toBe('forbidden_part');
    const words = { words: 'x', voice: 'leon' };
    expect(verdictOn((doc) => addText(doc, 'anlass', words, ORIGIN.place))).toBe('forbidden_part');
    const said = { textOwn: 'x', voice: 'leon' };
    const goal = (writer: string) => (doc: Y.Doc) => addGoal(doc, null, { ...said, writer }, ORIGIN.list);
    expect(verdictOn(goal('leon'))).toBe('forbidden_part');
    expect(verdictOn(goal('person-1'))).toBe('pass');
  });

  it('[GU22] a deleted piece in the place of another’s number takes it away too, and is refused', () => {
    const { server, ben } = table();
    goalOf(server)?.set('scale:anna', 7);
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(server));
    const undo = new Y.UndoManager(ben.getMap('goals'), { trackedOrigins: new Set([ORIGIN.list]) });
    const update = written(ben, () => {
      goalOf(ben)?.set('scale:anna', 3);
      goalOf(ben)?.delete('scale:anna');
    });
    expect(judge(update, context(server))).toMatchObject({ kind: 'refuse', code: 'forbidden_part' });
    undo.destroy();
  });
});
