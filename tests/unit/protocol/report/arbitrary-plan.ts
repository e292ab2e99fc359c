import fc from 'fast-check';
import { EMPTY_SEED, type GoalSeed, type Plan } from '#shared/documents/plan/plan.ts';
import type { NewResource } from '#shared/documents/plan/resources.ts';
import { goalKind, resourceDomain, resourceState, stepStatus } from '#shared/domain/codes.ts';
import { planOf } from '../leon.ts';

/** Random plans as they lie on the table: every level, people, days and ticks; words that mean something elsewhere. */

const PEOPLE = ['p-leon', 'p-sandra', 'p-thomas', 'p-renate', 'p-aydin'];
const WORDS = [
  'Oma',
  'Größe',
  '<b>',
  '&amp;',
  '„ja“',
  "O'Neill",
  '#let',
  '1.2',
  'zum Bus',
  '50 %',
  'a@b.example',
];

const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '));
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const person = fc.constantFrom(...PEOPLE);
const duty = {
  voice: perhaps(person),
  responsible: perhaps(person),
  supporters: fc.uniqueArray(person, { maxLength: 2 }),
  dueDate: perhaps(fc.constantFrom('2026-02-28', '2026-08-31', '2027-01-01')),
  recurrence: perhaps(text),
  textAgreed: text,
  textOwn: fc.oneof(fc.constant(''), text),
};
const step = fc.record({ ...duty, status: fc.constantFrom(...stepStatus) });
const action = fc.record({
  ...duty,
  kind: fc.constantFrom(...goalKind),
  steps: fc.array(step, { maxLength: 3 }),
});
const direction = fc.record({ textAgreed: text, goals: fc.array(action, { maxLength: 3 }) });
const resource = fc.record({
  title: text,
  description: fc.oneof(fc.constant(''), text),
  domain: fc.constantFrom(...resourceDomain),
  state: fc.constantFrom(...resourceState),
  supports: fc.uniqueArray(fc.constantFrom('d0', 'd0g0', 'd0g1', 'd1g0', 'd0g0s0'), { maxLength: 3 }),
});

interface Drawn {
  directions: { textAgreed: string; goals: (Partial<GoalSeed> & { steps: Partial<GoalSeed>[] })[] }[];
  resources: NewResource[];
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  directions: fc.array(direction, { minLength: 1, maxLength: 3 }),
  resources: fc.array(resource, { maxLength: 5 }),
});

/** A plan as every part of the product reads it. */
export const plans: fc.Arbitrary<Plan> = drawn.map(({ directions, resources }) => {
  const goals = directions.map(
    ({ textAgreed, goals: below }, at): GoalSeed => ({
      id: `d${at}`,
      textAgreed,
      children: below.map(
        ({ steps, ...goal }, index): GoalSeed => ({
          ...goal,
          id: `d${at}g${index}`,
          children: steps.map(
            (one, place): GoalSeed => ({ ...one, id: `d${at}g${index}s${place}`, children: [] }),
          ),
        }),
      ),
    }),
  );
  const ids = new Set(goals.flatMap(idsOf));
  const linked = resources.map((one, at) => ({
    ...one,
    id: `r${at}`,
    supports: (one.supports ?? []).filter((id) => ids.has(id)),
  }));
  return planOf({ ...EMPTY_SEED, goals, resources: linked });
});

function idsOf(goal: GoalSeed): string[] {
  return [goal.id, ...goal.children.flatMap(idsOf)];
}
