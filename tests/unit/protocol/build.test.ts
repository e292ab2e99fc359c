import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addGoal, setGoalField, setGoalText, setScale } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, type GoalSeed, type PlanSeed, readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import type { MapPosition } from '#shared/documents/plan/resources.ts';
import { buildProtocol } from '#shared/protocol/build.ts';
import { canonicalBytes, parseCanonical } from '#shared/protocol/canonical.ts';
import { planSeedFrom } from '#shared/protocol/carry.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { docFrom, FIRST_SEED, firstContent, planOf, recordOf, secondContent, secondDoc } from './leon.ts';

const RECORD = recordOf(1, '2025-09-16', null);
const built = (seed: PlanSeed): ProtocolContent => buildProtocol({ plan: planOf(seed), record: RECORD });
const goal = (id: string, textAgreed: string, children: GoalSeed[] = []): GoalSeed => ({
  id,
  textAgreed,
  children,
});

describe('building a version', () => {
  it('[PR10] leaves out what is empty', () => {
    const content = built(EMPTY_SEED);
    expect(Object.keys(content).sort()).toEqual(
      [
        'frozenAt',
        'head',
        'locale',
        'meetingId',
        'participants',
        'persons',
        'schemaVersion',
        'version',
      ].sort(),
    );
    expect(parseCanonical(canonicalBytes(content))).toEqual(content);
  });

  it('[PR10] leaves out goals without text and children, and keeps the numbers seen at the table', () => {
    const content = built({
      ...EMPTY_SEED,
      goals: [
        goal('a', '  '),
        goal('b', '', [goal('b1', '', [goal('b11', 'Ein Schritt')]), goal('b2', '', [goal('b21', ' \t ')])]),
      ],
    });
    expect(content.goals?.map(({ id, number, text }) => [id, number, text])).toEqual([['b', '2', '']]);
    expect(content.goals?.[0]?.goals?.map(({ id }) => id)).toEqual(['b1']);
    expect(content.goals?.[0]?.goals?.[0]?.steps?.[0]?.number).toBe('2.1.1');
  });

  it('[PR11] names only people who are named in it, and drops ids that nobody has', () => {
    const doc = docFrom(FIRST_SEED);
    setGoalField(doc, 'hz-1', 'supporters', ['p-leon', 'p-ghost', 'p-leon'], ORIGIN.list);
    setGoalField(doc, 'hz-1', 'responsible', 'p-ghost', ORIGIN.list);
    const content = buildProtocol({ plan: readPlan(doc), record: RECORD });
    expect(content.goals?.[0]?.goals?.[0]?.supporters).toEqual(['p-leon']);
    expect(content.goals?.[0]?.goals?.[0]?.responsible).toBeUndefined();
    expect(content.persons.map(({ id }) => id)).not.toContain('p-nobody');
    expect(content.persons.find(({ id }) => id === 'p-sandra')).toMatchObject({
      name: 'Frau Wegner',
      fullName: 'Sandra Wegner',
      relation: 'Mutter',
    });
  });

  it('[PR62] a long strength stands whole once; goals that it helps with name its beginning', () => {
    const title = 'Der Verein mit allen, die dort sind, und dem Trainer. '.repeat(300).trim();
    const helps = (id: string): GoalSeed => goal(id, `Ziel ${id}`);
    const ids = Array.from({ length: 200 }, (_, n) => `h${n}`);
    const content = built({
      ...EMPTY_SEED,
      goals: [goal('a', 'Dabei sein', ids.map(helps))],
      resources: [{ id: 'r', domain: 'sozial', title, supports: ids }],
    });
    expect(content.resources?.[0]?.title).toBe(title);
    const [first] = content.goals?.[0]?.goals?.[0]?.helps ?? [];
    expect(first).toMatch(/^Der Verein mit allen, .*\w[.,]? …$/);
    expect(first?.length).toBeLessThan(160);
    expect(canonicalBytes(content).length).toBeLessThan(200_000);
  });

  it('[PR12] mends pasted text instead of stopping a freeze', () => {
    const content = built({
      ...EMPTY_SEED,
      leitziel: ' Zeile 1\r\nZeile\t2\u0000\u0007\u2028Mu\u0308ller \ud83d ',
    });
    expect(content.leitziel).toBe('Zeile 1\nZeile 2\nMüller');
    expect(parseCanonical(canonicalBytes(content))).toEqual(content);
  });

  it('[PR12] drops dates and values that do not exist', () => {
    const doc = docFrom(FIRST_SEED);
    setGoalField(doc, 'hz-1', 'dueDate', '2026-02-31', ORIGIN.list);
    setGoalField(doc, 'hz-3', 'dueDate', '0027-01-06', ORIGIN.list);
    setGoalField(doc, 'hz-1', 'target', 11, ORIGIN.list);
    const content = buildProtocol({ plan: readPlan(doc), record: RECORD });
    const first = content.goals?.[0]?.goals?.[0];
    expect([first?.dueDate, first?.target]).toEqual([undefined, undefined]);
    const all = (content.goals ?? []).flatMap(({ goals = [] }) => goals);
    expect(all.find(({ id }) => id === 'hz-3')?.dueDate).toBeUndefined();
    expect(() => canonicalBytes(content)).not.toThrow();
  });

  it('[PR13] reviews every goal of the version before, in the order of its numbers', () => {
    const reviews = secondContent().reviews ?? [];
    expect(reviews.map(({ number, goalId }) => `${number} ${goalId}`)).toEqual([
      '1 rz-1',
      '1.1 hz-1',
      '1.1.1 hs-1',
      '1.1.2 hs-2',
      '1.2 hz-2',
      '2 rz-2',
      '2.1 hz-3',
      '2.1.1 hs-6',
    ]);
    expect(reviews[1]).toEqual({
      goalId: 'hz-1',
      number: '1.1',
      before: 'Wir essen bis Ende Februar 2026 an vier Abenden in der Woche zusammen zu Abend.',
      beforeDueDate: '2026-02-28',
      now: 'Wir essen bis Ende August 2026 an vier Abenden in der Woche zusammen; in Spätdienstwochen reichen drei.',
      result: 'teilweise_erreicht',
      consequence: 'anpassen',
      text: 'Im Durchschnitt drei Abende pro Woche. Die Stimmung ist besser.',
      obstacle: 'Dienstplan kommt oft kurzfristig.',
      reason: 'In Spätdienstwochen waren vier Abende nicht zu schaffen.',
      target: 7,
      scales: [
        { person: 'p-leon', before: 4, now: 6 },
        { person: 'p-sandra', before: 3, now: 5 },
      ],
    });
  });

  it('[PR7] says of a number who entered it for its person, where that was somebody else', () => {
    const doc = secondDoc();
    setScale(doc, 'hz-1', 'p-leon', 2, ORIGIN.list, 'p-sandra');
    const content = buildProtocol({ plan: readPlan(doc), record: recordOf(2, '2026-03-10', null) });
    const goals = content.goals?.flatMap(({ goals = [] }) => goals) ?? [];
    expect(goals.find(({ id }) => id === 'hz-1')?.scales).toEqual([
      { person: 'p-leon', value: 2, by: 'p-sandra' },
      { person: 'p-sandra', value: 5 },
    ]);
    const review = content.reviews?.find(({ goalId }) => goalId === 'hz-1');
    expect(review?.scales).toContainEqual({ person: 'p-leon', before: 4, now: 2, by: 'p-sandra' });
  });

  it('[PR13] says which goal takes the place of one of before; one without words takes none', () => {
    const doc = secondDoc();
    addGoal(doc, null, { id: 'neu', textOwn: 'Wir kochen zusammen', replaces: 'hz-2' }, ORIGIN.list);
    addGoal(doc, null, { id: 'leer', textOwn: ' ', replaces: 'hz-2' }, ORIGIN.list);
    const content = buildProtocol({ plan: readPlan(doc), record: recordOf(2, '2026-03-10', null) });
    const number = content.goals?.find(({ id }) => id === 'neu')?.number;
    const review = content.reviews?.find(({ goalId }) => goalId === 'hz-2');
    expect(review?.replacedBy).toEqual([{ goalId: 'neu', number }]);
    expect(content.reviews?.filter(({ replacedBy }) => replacedBy)).toHaveLength(1);
    const read = parseCanonical(canonicalBytes(content));
    expect(read.reviews).toEqual(content.reviews);
  });

  it('[PR14] names a removed goal of the version before as dropped, though it is no goal any more', () => {
    const content = secondContent();
    const ended = content.reviews?.find(({ goalId }) => goalId === 'hz-2');
    expect(ended).toMatchObject({ number: '1.2', result: 'entfallen', target: 8 });
    expect(ended).not.toHaveProperty('now');
    expect(content.goals?.[0]?.goals?.map(({ id }) => id)).toEqual(['hz-1', 'hz-5']);
  });

  it('[PR14] keeps the reason that was given for a removed goal', () => {
    const doc = secondDoc();
    setGoalText(doc, 'hz-2', 'reason', 'Nicht mehr wichtig.', ORIGIN.list);
    setGoalField(doc, 'hz-2', 'result', 'nicht_erreicht', ORIGIN.list);
    const content = buildProtocol({ plan: readPlan(doc), record: recordOf(2, '2026-03-10', null) });
    expect(content.reviews?.find(({ goalId }) => goalId === 'hz-2')).toMatchObject({
      result: 'nicht_erreicht',
      reason: 'Nicht mehr wichtig.',
    });
  });

  it('[PR13] says of a step what its status says', () => {
    expect(secondContent().reviews?.find(({ goalId }) => goalId === 'hs-2')?.result).toBe('erreicht');
    expect(secondContent().reviews?.find(({ goalId }) => goalId === 'hs-6')).not.toHaveProperty('result');
  });

  it('[PR3] survives build, canonical form and reading back for any plan', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const content = built(seed);
        const bytes = canonicalBytes(content);
        expect(parseCanonical(bytes)).toEqual(content);
        const next = buildProtocol({
          plan: planOf(planSeedFrom(content)),
          record: recordOf(2, '2026-03-10', null),
        });
        expect(parseCanonical(canonicalBytes(next))).toEqual(next);
      }),
      { numRuns: 60 },
    );
  });

  it('[PR10] gives equal content for equal input', () => {
    expect(canonicalBytes(secondContent())).toEqual(canonicalBytes(secondContent()));
    expect(canonicalBytes(firstContent())).not.toEqual(canonicalBytes(secondContent()));
  });
});

/** Plans with any text a person could type or paste, any people, links and dates. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('a', 'ü', '\t', '\n', '\ud83d', '👍', '\u0301', '#', '\\'),
    maxLength: 12,
  }),
);
const anyPerson = fc.constantFrom('p-leon', 'p-sandra', 'p-thomas', 'p-ghost', null);
const goalFields = {
  textAgreed: anyText,
  textOwn: anyText,
  indicator: anyText,
  voice: anyPerson,
  responsible: anyPerson,
  supporters: fc.array(fc.constantFrom('p-leon', 'p-aydin', 'p-ghost'), { maxLength: 3 }),
  dueDate: fc.constantFrom('2026-08-31', '2026-02-30', '0027-01-06', 'bald', null),
  recurrence: fc.option(anyText),
  target: fc.option(fc.integer({ min: -2, max: 12 })),
};
const level = (children: fc.Arbitrary<GoalSeed[]>): fc.Arbitrary<GoalSeed> =>
  fc.record({ id: fc.uuid(), ...goalFields, children });
const steps = fc.array(level(fc.constant([])), { maxLength: 2 });
const goals = fc.array(level(fc.array(level(steps), { maxLength: 3 })), { maxLength: 3 });
const seeds: fc.Arbitrary<PlanSeed> = fc.record({
  leitziel: anyText,
  goals,
  resources: fc.array(
    fc.record({
      id: fc.uuid(),
      domain: fc.constantFrom('persoenlich' as const, 'sozial' as const),
      title: anyText,
      description: anyText,
      owner: anyPerson,
      pos: fc.option<MapPosition>(fc.tuple(fc.integer(), fc.integer()), { nil: null }),
      supports: fc.array(fc.constantFrom('rz-1', 'nothing'), { maxLength: 2 }),
    }),
    { maxLength: 3 },
  ),
  services: fc.array(
    fc.record({
      id: fc.uuid(),
      provider: anyText,
      worker: anyPerson,
      hoursPerWeek: fc.option<number>(fc.double(), { nil: null }),
    }),
    { maxLength: 2 },
  ),
  agreements: fc.array(fc.record({ id: fc.uuid(), text: anyText }), { maxLength: 2 }),
  nextReview: fc.constantFrom('2026-09-15', '2026-13-01', null),
  texts: fc.record({ anlass: fc.array(anyText, { maxLength: 3 }) }),
});
