import { describe, expect, it } from 'vitest';
import { flatten, setGoalField, setScale } from '#shared/documents/plan/goals.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { buildProtocol } from '#shared/protocol/build.ts';
import { planSeedFrom } from '#shared/protocol/carry.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { docFrom, FIRST_SEED, firstContent, planOf, recordOf, secondContent, secondDoc } from './leon.ts';

type Change = (doc: ReturnType<typeof secondDoc>) => void;

function secondWith(change: Change): ProtocolContent {
  const doc = secondDoc();
  change(doc);
  return buildProtocol({ plan: readPlan(doc), record: recordOf(2, '2026-03-10', null) });
}

const carriedIds = (content: ProtocolContent): string[] =>
  flatten(planOf(planSeedFrom(content)).goals).map(({ id }) => id);

describe('carrying a version over to the next meeting', () => {
  it('[PR20] keeps ids, order, numbers and wording', () => {
    const before = flatten(planOf(FIRST_SEED).goals);
    const after = flatten(planOf(planSeedFrom(firstContent())).goals);
    expect(after.map(({ id, number, sentence }) => [id, number, sentence])).toEqual(
      before.map(({ id, number, sentence }) => [id, number, sentence]),
    );
    expect(after[1]).toMatchObject({
      quote: 'Ich will, dass es zu Hause nicht immer knallt.',
      responsible: 'p-sandra',
      supporters: ['p-leon'],
      dueDate: '2026-02-28',
      lifeArea: null,
      target: 7,
    });
  });

  it('[PR21] fills what this version said and starts without scale values of today', () => {
    const goal = flatten(planOf(planSeedFrom(firstContent())).goals)[1];
    expect(goal?.scales).toEqual({});
    expect(goal?.review).toMatchObject({ result: null, consequence: null, text: '' });
    expect(goal?.before).toEqual({
      version: '1.0',
      date: '2025-09-16',
      number: '1.1',
      text: 'Wir essen bis Ende Februar 2026 an vier Abenden in der Woche zusammen zu Abend.',
      dueDate: '2026-02-28',
      status: 'entwurf',
      target: 7,
      scales: { 'p-sandra': 3, 'p-leon': 4 },
    });
  });

  it('[PR21] takes along everybody’s last number, also of who gave none this time, and says whose is older', () => {
    const content = secondWith((doc) => setScale(doc, 'hz-1', 'p-sandra', null, ORIGIN.list));
    const review = content.reviews?.find(({ goalId }) => goalId === 'hz-1');
    expect(review?.scales).toContainEqual({ person: 'p-sandra', before: 3 });
    const { before } = flatten(planOf(planSeedFrom(content)).goals).find(({ id }) => id === 'hz-1') ?? {};
    expect(before?.scales).toEqual({ 'p-sandra': 3, 'p-leon': 6 });
    expect(before?.older).toEqual(['p-sandra']);
  });

  it('[PR22] leaves out goals that ended, with their steps', () => {
    for (const consequence of ['abschliessen', 'ersetzen'] as const) {
      const content = secondWith((doc) => setGoalField(doc, 'hz-1', 'consequence', consequence, ORIGIN.list));
      expect(carriedIds(content)).toEqual(['rz-1', 'hz-5', 'rz-2', 'hz-3', 'hs-6']);
    }
    const said = secondWith((doc) => setGoalField(doc, 'hz-1', 'result', 'entfallen', ORIGIN.list));
    expect(carriedIds(said)).not.toContain('hz-1');
    const dropped = secondWith((doc) => setGoalField(doc, 'hz-1', 'status', 'entfallen', ORIGIN.list));
    expect(carriedIds(dropped)).not.toContain('hz-1');
  });

  it('[PR22] keeps a Richtungsziel that ended while a goal below it goes on', () => {
    const half = secondWith((doc) => setGoalField(doc, 'rz-2', 'consequence', 'abschliessen', ORIGIN.list));
    expect(carriedIds(half)).toContain('rz-2');
    const whole = secondWith((doc) => {
      setGoalField(doc, 'rz-2', 'consequence', 'abschliessen', ORIGIN.list);
      setGoalField(doc, 'hz-3', 'consequence', 'abschliessen', ORIGIN.list);
    });
    expect(carriedIds(whole)).not.toContain('rz-2');
  });

  it('[PR22] leaves out steps that are done, unless they come again', () => {
    const content = secondWith((doc) => setGoalField(doc, 'hs-6', 'status', 'erledigt', ORIGIN.list));
    expect(carriedIds(content)).toEqual(['rz-1', 'hz-1', 'hs-1', 'hz-5', 'rz-2', 'hz-3', 'hs-6']);
    const again = flatten(planOf(planSeedFrom(content)).goals).find(({ id }) => id === 'hs-6');
    expect([again?.status, again?.before?.status]).toEqual(['offen', 'erledigt']);
  });

  it('[PR23] follows the consequence: kept goals become Erhaltungsziele, resting ones rest', () => {
    const content = secondWith((doc) =>
      setGoalField(doc, 'hz-1', 'consequence', 'ruhen_lassen', ORIGIN.list),
    );
    const goals = flatten(planOf(planSeedFrom(content)).goals);
    expect(goals.find(({ id }) => id === 'hz-3')?.kind).toBe('erhaltungsziel');
    expect(goals.find(({ id }) => id === 'hz-1')?.status).toBe('ruht');
    expect(goals.find(({ id }) => id === 'hz-5')?.status).toBe('vereinbart');
  });

  it('[PR24] carries resources with place and links to goals that go on', () => {
    const resources = planOf(planSeedFrom(firstContent())).resources;
    expect(resources.find(({ id }) => id === 'r-1')).toMatchObject({
      owner: 'p-leon',
      state: 'aktiviert',
      pos: [-320, -210],
      supports: ['hz-3'],
    });
    const content = secondWith((doc) =>
      setGoalField(doc, 'hz-3', 'consequence', 'abschliessen', ORIGIN.list),
    );
    const next = planOf(planSeedFrom(content)).resources;
    expect(next.map(({ id, supports }) => [id, supports])).toContainEqual(['r-1', []]);
    expect(next).toHaveLength(4);
  });

  it('[PR25] carries the Leitziel and the help, but neither texts nor agreements nor the next date', () => {
    const plan = planOf(planSeedFrom(secondContent()));
    expect(plan.leitziel).toBe(FIRST_SEED.leitziel);
    expect(plan.services.find(({ id }) => id === 's-2')).toMatchObject({
      helpForm: 's31',
      worker: 'p-aydin',
      hoursPerWeek: 2.5,
      start: '2026-04-01',
      end: null,
    });
    expect([plan.texts, plan.agreements, plan.nextReview.date]).toEqual([{}, [], null]);
  });

  it('[PR21] makes the next version review exactly what was carried', () => {
    const first = firstContent();
    const doc = docFrom(planSeedFrom(first));
    const next = buildProtocol({ plan: readPlan(doc), record: recordOf(2, '2026-03-10', null) });
    const before = flatten(planOf(FIRST_SEED).goals).map(({ id, number, sentence }) => [
      id,
      number,
      sentence,
    ]);
    expect(next.reviews?.map(({ goalId, number, before }) => [goalId, number, before])).toEqual(before);
  });
});
