import { describe, expect, it } from 'vitest';
import {
  moveGoal,
  readGoals,
  removedGoals,
  removeGoal,
  restoreGoal,
  setGoalText,
  setScale,
} from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource } from '#shared/documents/plan/resources.ts';
import { goal, openPlan, WORDS, type Write } from './open-plan.ts';

describe('room in a plan', () => {
  it('[GU7] a full plan takes what makes room, and edits again when there is some; others notice nothing', async () => {
    const { timers, come, answerTo, again, filled } = openPlan({ documentBytes: 30_000 });
    const anna = await filled();
    const refused: [string, Write][] = [
      ['a new goal', goal('new')],
      ['a new resource', (doc) => addResource(doc, { domain: 'sozial' }, ORIGIN.list)],
      ['words', (doc) => setGoalText(doc, 'g1', 'textOwn', `${WORDS}!`, ORIGIN.text)],
    ];
    let page = anna;
    for (const [what, write] of refused) {
      expect(await answerTo(page, write), what).toBe('quota');
      page = await again(page);
    }
    const taken: [string, Write][] = [
      ['off the table', (doc) => removeGoal(doc, 'g2', 'person-anna', ORIGIN.list)],
      ['back on the table', (doc) => restoreGoal(doc, 'g2', ORIGIN.list)],
      ['off the table again', (doc) => removeGoal(doc, 'g2', 'person-anna', ORIGIN.list)],
      ['moving', (doc) => moveGoal(doc, 'g3', 'g4', ORIGIN.board)],
      ['a number', (doc) => setScale(doc, 'g3', 'person-anna', 4, ORIGIN.list)],
      ['fewer words', (doc) => setGoalText(doc, 'g0', 'textOwn', '', ORIGIN.text)],
      ['and fewer', (doc) => setGoalText(doc, 'g1', 'textOwn', '', ORIGIN.text)],
    ];
    for (const [what, write] of taken) {
      expect(await answerTo(page, write), what).toBe('taken');
    }
    expect(removedGoals(page.doc).map(({ id }) => id)).toEqual(['g2']);
    const ben = await come('ben', 'other');
    expect(await answerTo(ben, goal('x', WORDS))).toBe('taken');
    await timers.pass(2_000);
    expect(await answerTo(page, goal('fits'))).toBe('taken');
  });

  it('[GU7] a tenth beyond its size only deletions are taken', async () => {
    const { timers, answerTo, again, filled } = openPlan({ documentBytes: 30_000 });
    let anna = await filled();
    let taken = 0;
    // Two fields in turn, so that nothing merges.
    const scribble =
      (n: number): Write =>
      (doc) =>
        setScale(doc, `g${n % 2}`, 'person-anna', n % 11, ORIGIN.list);
    for (let n = 0; (await answerTo(anna, scribble(n))) === 'taken'; n++) {
      taken++;
      expect(n).toBeLessThan(3_000);
    }
    expect(taken).toBeGreaterThan(20);
    anna = await again(anna);
    expect(await answerTo(anna, (doc) => removeGoal(doc, 'g2', 'person-anna', ORIGIN.list))).toBe('quota');
    anna = await again(anna);
    for (let n = 0; n < 8; n++) {
      expect(await answerTo(anna, (doc) => setGoalText(doc, `g${n}`, 'textOwn', '', ORIGIN.text))).toBe(
        'taken',
      );
    }
    await timers.pass(2_000);
    expect(await answerTo(anna, goal('fits'))).toBe('taken');
  });

  it('[GU7] a plan of very many small pieces is full as well', async () => {
    const { come, answerTo } = openPlan({ documentStructs: 300 });
    const anna = await come('anna');
    expect(await answerTo(anna, goal('g0', 'x'))).toBe('taken');
    expect(await answerTo(anna, goal('g1', 'x'))).toBe('taken');
    const answers: string[] = [];
    for (let n = 0; n < 400 && answers.at(-1) !== 'quota'; n++) {
      answers.push(
        await answerTo(anna, (doc) => setScale(doc, `g${n % 2}`, 'person-anna', n % 11, ORIGIN.list)),
      );
    }
    expect(answers.at(-1)).toBe('quota');
    expect(answers.length).toBeGreaterThan(200);
  });

  it('[GU7] so many goals lie on the table; one that is taken off makes place', async () => {
    const { come, answerTo, again } = openPlan({ recordsOnTable: 5, recordsPerPart: 8 });
    let anna = await come('anna');
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      expect(await answerTo(anna, goal(id))).toBe('taken');
    }
    expect(await answerTo(anna, goal('f'))).toBe('quota');
    anna = await again(anna);
    expect(await answerTo(anna, (doc) => removeGoal(doc, 'a', 'person-anna', ORIGIN.list))).toBe('taken');
    expect(await answerTo(anna, goal('f'))).toBe('taken');
    expect(await answerTo(anna, (doc) => restoreGoal(doc, 'a', ORIGIN.list))).toBe('taken');
    expect(readGoals(anna.doc)).toHaveLength(6);
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      await answerTo(anna, (doc) => removeGoal(doc, id, 'person-anna', ORIGIN.list));
    }
    expect([await answerTo(anna, goal('g')), await answerTo(anna, goal('h'))]).toEqual(['taken', 'taken']);
    // Eight records in all: what is removed still lies in the plan until it is frozen.
    expect(await answerTo(anna, goal('i'))).toBe('quota');
  });

  it('[GU7] a record takes so many fields; writing one that is there goes on', async () => {
    const { come, answerTo, again } = openPlan({ fieldsPerRecord: 30 });
    const anna = await come('anna');
    await answerTo(anna, goal('a'));
    const scale =
      (n: number): Write =>
      (doc) =>
        setScale(doc, 'a', `person-${n}`, 3, ORIGIN.list, 'person-anna');
    let last = 0;
    while ((await answerTo(anna, scale(last))) === 'taken') {
      last++;
    }
    expect(last).toBeGreaterThan(5);
    const page = await again(anna);
    expect(await answerTo(page, (doc) => setScale(doc, 'a', 'person-0', 9, ORIGIN.list, 'person-anna'))).toBe(
      'taken',
    );
    expect(await answerTo(page, scale(last))).toBe('quota');
  });

  it('[DU6] a log of very many small rows is compacted too', async () => {
    const { memory, come, answerTo } = openPlan({ compactAboveRows: 50 });
    const anna = await come('anna');
    await answerTo(anna, goal('a'));
    for (let n = 0; n < 120; n++) {
      await answerTo(anna, (doc) => setScale(doc, 'a', 'person-anna', n % 11, ORIGIN.list));
    }
    expect((await memory.read('plan'))?.tail.length).toBeLessThan(60);
  });
});
