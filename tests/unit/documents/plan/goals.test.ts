import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addGoal,
  flatten,
  goalRecord,
  moveGoal,
  readGoals,
  removedGoals,
  removeGoal,
  restoreGoal,
  setGoalField,
  setGoalText,
  setScale,
} from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, readPlan, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN, replaceText, sharedText } from '#shared/documents/plan/records.ts';
import { typedText } from '#shared/domain/typed-text.ts';

function sync(...docs: Y.Doc[]): void {
  for (let round = 0; round < 2; round++) {
    for (const from of docs) {
      for (const to of docs) {
        Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
      }
    }
  }
}

function pair(): [Y.Doc, Y.Doc] {
  const seed = seedPlan(EMPTY_SEED);
  const docs: [Y.Doc, Y.Doc] = [new Y.Doc(), new Y.Doc()];
  for (const doc of docs) {
    Y.applyUpdate(doc, seed);
  }
  return docs;
}

function add(doc: Y.Doc, parent: string | null, id: string, text = id): void {
  expect(addGoal(doc, parent, { id, textOwn: text }, ORIGIN.list)).toEqual({ id });
}

describe('goals', () => {
  it('[PL1] computes level and number from where a goal hangs', () => {
    const [doc] = pair();
    add(doc, null, 'r');
    add(doc, 'r', 'h');
    add(doc, 'h', 's');
    add(doc, null, 'r2');
    const seen = flatten(readGoals(doc)).map(({ id, level, number }) => [id, level, number]);
    expect(seen).toEqual([
      ['r', 'richtungsziel', '1'],
      ['h', 'handlungsziel', '1.1'],
      ['s', 'handlungsschritt', '1.1.1'],
      ['r2', 'richtungsziel', '2'],
    ]);
  });

  it('[PL4] refuses a move below itself or too deep, in a code', () => {
    const [doc] = pair();
    add(doc, null, 'r');
    add(doc, 'r', 'h');
    add(doc, 'h', 's');
    add(doc, null, 'r2');
    expect(moveGoal(doc, 'r', 'h', ORIGIN.list)).toBe('into_itself');
    expect(moveGoal(doc, 'r', 'r2', ORIGIN.list)).toBe('too_deep');
    expect(moveGoal(doc, 'nobody', null, ORIGIN.list)).toBe('unknown_goal');
    expect(addGoal(doc, 's', {}, ORIGIN.list)).toEqual({ refused: 'too_deep' });
    expect(moveGoal(doc, 'h', 'r2', ORIGIN.list)).toBeNull();
    expect(flatten(readGoals(doc)).find((goal) => goal.id === 's')?.number).toBe('2.1.1');
  });

  it('[PL1] puts a goal first, last or after a sibling', () => {
    const [doc] = pair();
    for (const id of ['a', 'b', 'c']) {
      add(doc, null, id);
    }
    moveGoal(doc, 'c', null, ORIGIN.list, null);
    expect(readGoals(doc).map((goal) => goal.id)).toEqual(['c', 'a', 'b']);
    moveGoal(doc, 'c', null, ORIGIN.list, 'a');
    expect(readGoals(doc).map((goal) => goal.id)).toEqual(['a', 'c', 'b']);
    moveGoal(doc, 'a', null, ORIGIN.list);
    expect(readGoals(doc).map((goal) => goal.id)).toEqual(['c', 'b', 'a']);
  });

  it('[PL6] keeps the words of two people who type into one sentence at once', () => {
    const [one, two] = pair();
    add(one, null, 'r', 'Ich sehe Papa');
    sync(one, two);
    setGoalText(one, 'r', 'textOwn', 'Ich sehe Papa jedes Wochenende', ORIGIN.list);
    setGoalText(two, 'r', 'textOwn', 'Leon: Ich sehe Papa', ORIGIN.list);
    sync(one, two);
    expect(readGoals(one)[0]?.sentence).toBe('Leon: Ich sehe Papa jedes Wochenende');
    expect(readPlan(two)).toEqual(readPlan(one));
  });

  it('[PL8] shows the agreed wording and keeps the own words as its quotation', () => {
    const [doc] = pair();
    add(doc, null, 'r', 'Papa öfter sehen');
    expect(readGoals(doc)[0]).toMatchObject({ sentence: 'Papa öfter sehen', quote: null });
    setGoalText(doc, 'r', 'textAgreed', 'Ich sehe Papa jedes dritte Wochenende.', ORIGIN.list);
    expect(readGoals(doc)[0]).toMatchObject({
      sentence: 'Ich sehe Papa jedes dritte Wochenende.',
      quote: 'Papa öfter sehen',
    });
  });

  it('[PL5] a removed goal rests with its steps, keeps words typed meanwhile, and comes back', () => {
    const [one, two] = pair();
    add(one, null, 'r');
    add(one, 'r', 'h');
    sync(one, two);
    removeGoal(one, 'r', 'p-seidel', ORIGIN.list, new Date('2026-03-10T15:00:00Z'));
    setGoalText(two, 'h', 'textOwn', 'h und mehr', ORIGIN.list);
    sync(one, two);
    expect(readGoals(two)).toEqual([]);
    expect(removedGoals(two)).toEqual([
      { id: 'r', text: 'r', removal: { by: 'p-seidel', at: '2026-03-10T15:00:00.000Z' } },
    ]);
    restoreGoal(two, 'r', ORIGIN.list);
    sync(one, two);
    expect(flatten(readGoals(one)).map((goal) => goal.sentence)).toEqual(['r', 'h und mehr']);
  });

  it('[PL11] keeps scale values whole and between 0 and 10, one a person', () => {
    const [doc] = pair();
    add(doc, null, 'r');
    setScale(doc, 'r', 'leon', 4, ORIGIN.list);
    setScale(doc, 'r', 'sandra', 99, ORIGIN.list);
    setScale(doc, 'r', 'thomas', 3, ORIGIN.list);
    setScale(doc, 'r', 'thomas', null, ORIGIN.list);
    expect(readGoals(doc)[0]?.scales).toEqual({ leon: 4, sandra: 10 });
  });

  it('[PL13] reads a value outside the lists as absent', () => {
    const [doc] = pair();
    add(doc, null, 'r');
    const record = goalRecord(doc, 'r');
    record?.set('status', 'super');
    record?.set('place', 7);
    record?.set('supporters', 'all');
    record?.set('responsible', { id: 'x' });
    expect(readGoals(doc)[0]).toMatchObject({ status: 'entwurf', supporters: [], responsible: null });
    setGoalField(doc, 'r', 'status', 'vereinbart', ORIGIN.list);
    expect(readGoals(doc)[0]?.status).toBe('vereinbart');
  });

  it('[PL2][PL3] random edits of three people converge to one valid tree', () => {
    const act = fc.tuple(fc.nat(2), fc.nat(4), fc.nat(11), fc.nat(11), fc.boolean());
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const seed = seedPlan(EMPTY_SEED);
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
        for (const doc of docs) {
          Y.applyUpdate(doc, seed);
        }
        const ids: string[] = [];
        for (const [who, kind, a, b, exchange] of acts) {
          perform(docs[who] as Y.Doc, kind, ids, a, b);
          if (exchange) {
            sync(docs[who] as Y.Doc, docs[(who + 1) % 3] as Y.Doc);
          }
        }
        sync(...docs);
        sync(...docs);
        const trees = docs.map((doc) => readPlan(doc));
        expect(trees[1]).toEqual(trees[0]);
        expect(trees[2]).toEqual(trees[0]);
        const seen = flatten(trees[0]?.goals ?? []);
        expect(new Set(seen.map((goal) => goal.id)).size).toBe(seen.length);
        expect(Math.max(0, ...seen.map((goal) => goal.depth))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 200 },
    );
  });
});

function perform(doc: Y.Doc, kind: number, ids: string[], a: number, b: number): void {
  const [one, two] = [ids[a % (ids.length || 1)], ids[b % (ids.length || 1)]];
  if (kind === 0 || one === undefined || two === undefined) {
    const id = `g${ids.length}`;
    if ('id' in addGoal(doc, a % 2 === 0 ? null : (one ?? null), { id, textOwn: id }, ORIGIN.list)) {
      ids.push(id);
    }
  } else if (kind === 1) {
    moveGoal(doc, one, b % 3 === 0 ? null : two, ORIGIN.list, b % 2 === 0 ? null : undefined);
  } else if (kind === 2) {
    removeGoal(doc, one, 'p', ORIGIN.list, new Date(0));
  } else if (kind === 3) {
    restoreGoal(doc, one, ORIGIN.list);
  } else {
    setGoalText(doc, one, 'textOwn', `${one} ${b}`, ORIGIN.list);
  }
}

describe('replaceText', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 30 });

  it('[PL7] reaches the wished text in one change and cuts no character in two', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const doc = new Y.Doc();
        const text = doc.getText('t');
        text.insert(0, before);
        const shared = text;
        replaceText(shared, after);
        expect(shared.toString()).toBe(typedText(after));
        expect(shared.toString().isWellFormed()).toBe(after.isWellFormed());
        for (const part of shared.toDelta() as { insert: string }[]) {
          expect(part.insert.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('[PL7] changes only the middle of a sentence', () => {
    const [doc] = pair();
    add(doc, null, 'r', 'Ich koche 👩‍🍳 heute');
    const text = sharedText(goalRecord(doc, 'r') as Y.Map<unknown>, 'textOwn') as Y.Text;
    const deltas: unknown[] = [];
    text.observe((event) => deltas.push(event.delta));
    doc.transact(() => replaceText(text, 'Ich koche 👩‍🚒 heute'));
    expect(deltas).toHaveLength(1);
    expect(text.toString()).toBe('Ich koche 👩‍🚒 heute');
  });
});
