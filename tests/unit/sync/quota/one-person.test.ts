import { describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import { removeGoal, setGoalText, setScale } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { goal, openPlan, WORDS, type Write } from './open-plan.ts';

describe('room in a plan', () => {
  it('[GU17] one person cannot fill a plan: the others go on, and whoever has made room is let in again', async () => {
    const { timers, come, answerTo, again } = openPlan({ documentBytes: 30_000, shareOfOne: 0.5 });
    const [anna, ben] = [await come('anna'), await come('ben')];
    let last = '';
    let count = 0;
    for (; last !== 'quota' && count < 100; count++) {
      last = await answerTo(anna, goal(`g${count}`, WORDS));
    }
    expect(count).toBeGreaterThan(10);
    expect(count).toBeLessThan(20);
    expect(await answerTo(ben, goal('ben', WORDS))).toBe('taken');
    const page = await again(anna);
    expect(await answerTo(page, (doc) => setScale(doc, 'g1', 'person-anna', 4, ORIGIN.list))).toBe('taken');
    for (const id of ['g0', 'g1', 'g2']) {
      expect(await answerTo(page, (doc) => setGoalText(doc, id, 'textOwn', '', ORIGIN.text))).toBe('taken');
    }
    await timers.pass(2_000);
    expect(await answerTo(page, goal('fits'))).toBe('taken');
  });

  it('[GU17] values of records fill nothing either, whatever person their field is named after', async () => {
    const { come, answerTo } = openPlan({ documentBytes: 100_000, shareOfOne: 0.5 });
    const [anna, ben] = [await come('anna'), await come('ben')];
    const stuff =
      (n: number): Write =>
      (doc) => {
        goal(`g${n}`)(doc);
        const scales = Array.from({ length: 4 }, (_, at) => `scale:${n}-${at}`);
        for (const key of scales) {
          doc
            .getMap<Y.Map<unknown>>('goals')
            .get(`g${n}`)
            ?.set(key, { value: 'x'.repeat(3_000), by: 'person-anna' });
        }
      };
    let last = '';
    for (let n = 0; n < 30 && last !== 'quota'; n++) {
      last = await answerTo(anna, stuff(n));
    }
    expect(last).toBe('quota');
    expect(await answerTo(ben, goal('ben', WORDS))).toBe('taken');
  });

  it('[GU17] what one person has brought is not added up with each of their edits', async () => {
    const { come, answerTo } = openPlan({ documentBytes: 24_000, shareOfOne: 0.5 });
    const anna = await come('anna');
    const scales = (doc: Y.Doc): void => {
      goal('g')(doc);
      for (let n = 0; n < 150; n++) {
        setScale(doc, 'g', `p${n}`, 3, ORIGIN.list, 'person-anna');
      }
    };
    expect(await answerTo(anna, scales)).toBe('taken');
    const looks = vi.spyOn(JSON, 'stringify');
    for (let n = 0; n < 20; n++) {
      expect(
        await answerTo(anna, (doc) => setScale(doc, 'g', 'p1', n % 10, ORIGIN.list, 'person-anna')),
      ).toBe('taken');
    }
    // Each value is looked at to add them up.
    expect(looks.mock.calls.length).toBeLessThan(1_000);
    looks.mockRestore();
  });

  it('[GU17] nor take the place of their goals', async () => {
    const { come, answerTo, again } = openPlan({ recordsOnTable: 8, shareOfOne: 0.5 });
    const [anna, ben] = [await come('anna'), await come('ben')];
    for (const id of ['a', 'b', 'c', 'd']) {
      expect(await answerTo(anna, goal(id))).toBe('taken');
    }
    expect(await answerTo(anna, goal('e'))).toBe('quota');
    expect(await answerTo(ben, goal('f'))).toBe('taken');
    const page = await again(anna);
    expect(await answerTo(page, (doc) => removeGoal(doc, 'a', 'person-anna', ORIGIN.list))).toBe('taken');
    expect(await answerTo(page, goal('g'))).toBe('taken');
  });
});
