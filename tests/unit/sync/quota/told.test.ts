import { describe, expect, it } from 'vitest';
import { removeGoal, setScale } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { goal, openPlan, WORDS } from './open-plan.ts';

describe('room in a plan', () => {
  it('[SY18] 102 says what is nearly full and what is full, once, and when there is room again', async () => {
    const { timers, come, answerTo } = openPlan({ recordsOnTable: 5 });
    const [anna, ben] = [await come('anna'), await come('ben')];
    const told = (): unknown[] => ben.of('state').map(({ state }) => state.quota);
    for (const id of ['a', 'b', 'c']) {
      await answerTo(anna, goal(id));
    }
    await timers.pass(3_000);
    expect(told()).toEqual([{}]);
    await answerTo(anna, goal('d'));
    await timers.pass(3_000);
    await answerTo(anna, (doc) => setScale(doc, 'a', 'person-anna', 3, ORIGIN.list));
    await timers.pass(3_000);
    expect(told()).toEqual([{}, { goals: 'near' }]);
    await answerTo(anna, goal('e'));
    await timers.pass(3_000);
    const cem = await come('cem');
    expect(cem.of('state').at(-1)?.state.quota).toEqual({ goals: 'full' });
    await answerTo(anna, (doc) => removeGoal(doc, 'd', 'person-anna', ORIGIN.list));
    await answerTo(anna, (doc) => removeGoal(doc, 'e', 'person-anna', ORIGIN.list));
    await timers.pass(3_000);
    expect(told()).toEqual([{}, { goals: 'near' }, { goals: 'full' }, {}]);
  });

  it('[SY18] the plan as a whole counts by its size and by its pieces', async () => {
    const { timers, come, answerTo } = openPlan({ documentBytes: 30_000 });
    const anna = await come('anna');
    const told: unknown[] = [];
    for (let n = 0; (await answerTo(anna, goal(`g${n}`, WORDS))) === 'taken'; n++) {
      await timers.pass(1_000);
      told.push(anna.of('state').at(-1)?.state.quota);
    }
    expect(told.length).toBeGreaterThan(10);
    const shares = told.map((quota) => JSON.stringify(quota));
    expect([...new Set(shares)]).toEqual(['{}', '{"plan":"near"}', '{"plan":"full"}']);
  });
});
