import fc from 'fast-check';
import {
  type Attendance,
  attendance,
  evaluationConsequence,
  goalKind,
  goalStatus,
  helpForm,
  lifeArea,
  resourceDomain,
  resourceState,
  stepStatus,
} from '#shared/domain/codes.ts';
import { filled } from '#shared/protocol/clean.ts';
import type {
  ProtocolActionGoal,
  ProtocolContent,
  ProtocolDirectionGoal,
  ProtocolStep,
} from '#shared/protocol/schema.ts';
import { EMPTY_CONTENT } from '../content.ts';

/** Random frozen content: every field there or not, every code, words that mean something elsewhere. */

const PEOPLE = EMPTY_CONTENT.persons.map(({ id }) => id);
const WORDS = [
  'Oma',
  'Größe',
  '<b>',
  '&amp;',
  '"so"',
  '„ja“',
  "O'Neill",
  '#let',
  '1.2',
  'zum Bus',
  '\\',
  '50 %',
];

const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' '));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const person = fc.constantFrom(...PEOPLE);
const day = fc.constantFrom('2026-02-28', '2026-08-31', '2027-01-01');
const scale = fc.integer({ min: 0, max: 10 });
const commitment = {
  quote: maybe(text),
  voice: maybe(person),
  responsible: maybe(person),
  supporters: maybe(fc.uniqueArray(person, { maxLength: 2 })),
  dueDate: maybe(day),
  recurrence: maybe(text),
};

const step = fc.record({ ...commitment, text, status: fc.constantFrom(...stepStatus) });
const action = fc.record({
  ...commitment,
  text: fc.oneof(fc.constant(''), text),
  kind: fc.constantFrom(...goalKind),
  status: fc.constantFrom(...goalStatus),
  indicator: maybe(text),
  target: maybe(scale),
  scales: maybe(fc.array(fc.record({ person, value: scale }), { maxLength: 2 })),
  helps: maybe(fc.array(text, { maxLength: 2 })),
  steps: fc.array(step, { maxLength: 3 }),
});
const direction = fc.record({
  text,
  status: fc.constantFrom(...goalStatus),
  quote: maybe(text),
  lifeArea: maybe(fc.constantFrom(...lifeArea)),
  voice: maybe(person),
  goals: fc.array(action, { maxLength: 3 }),
});
const resource = fc.record({
  title: text,
  domain: fc.constantFrom(...resourceDomain),
  state: fc.constantFrom(...resourceState),
  description: maybe(text),
  supports: fc.array(fc.constantFrom('d0', 'd0g0', 'd0g0s0', 'd1g0', 'gone'), { maxLength: 3 }),
});
const service = fc.record({
  helpForm: maybe(fc.constantFrom(...helpForm)),
  provider: maybe(text),
  worker: maybe(person),
  start: maybe(day),
  end: maybe(day),
  hoursPerWeek: maybe(fc.constantFrom('4', '2.5')),
  setting: maybe(text),
});
const review = fc.record({
  before: text,
  now: maybe(text),
  result: maybe(fc.constantFrom(...goalStatus)),
  consequence: maybe(fc.constantFrom(...evaluationConsequence)),
  text: maybe(text),
  obstacle: maybe(text),
  reason: maybe(text),
  target: maybe(scale),
});
const participant = fc.record({
  attendance: fc.constantFrom<Attendance>(...attendance),
  reason: maybe(text),
});

type Parts<T> = T extends fc.Arbitrary<infer Value> ? Value : never;

const parts = fc.record({
  directions: fc.array(direction, { maxLength: 3 }),
  resources: fc.array(resource, { maxLength: 6 }),
  services: fc.array(service, { maxLength: 2 }),
  reviews: fc.array(review, { maxLength: 3 }),
  participants: fc.array(participant, { maxLength: PEOPLE.length }),
  texts: fc.array(
    fc.record({
      section: fc.constantFrom('sicht_kind', 'sicht_eltern'),
      voice: maybe(person),
      paragraphs: fc.array(text, { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 4 },
  ),
  agreements: fc.array(text, { maxLength: 3 }),
  leitziel: maybe(text),
});

/** Content as a freeze makes it: ids and numbers follow from places, what is empty is left out. */
export const contents: fc.Arbitrary<ProtocolContent> = parts.map(contentOf);

function contentOf(made: Parts<typeof parts>): ProtocolContent {
  const { directions, resources, services, reviews, participants, texts, agreements, leitziel } = made;
  return {
    ...EMPTY_CONTENT,
    participants: participants
      .map((one, at) => ({ ...filled(one), ...one, person: PEOPLE[at] ?? '' }))
      .map(dense),
    ...filled({
      leitziel,
      agreements,
      goals: directions.map(directionOf),
      resources: resources.map((one, at) => dense({ ...one, id: `r${at}` })),
      services: services.map((one, at) => dense({ ...one, id: `h${at}` })),
      reviews: reviews.map((one, at) => dense({ ...one, goalId: `old${at}`, number: `1.${at + 1}` })),
      texts: texts.map(dense),
    }),
  };
}

function directionOf(goal: Parts<typeof direction>, at: number): ProtocolDirectionGoal {
  const goals = goal.goals.map((child, index) =>
    actionOf(child, `d${at}g${index}`, `${at + 1}.${index + 1}`),
  );
  return dense({ ...goal, id: `d${at}`, number: `${at + 1}`, goals });
}

function actionOf(goal: Parts<typeof action>, id: string, number: string): ProtocolActionGoal {
  const steps = goal.steps.map(
    (one, index): ProtocolStep => dense({ ...one, id: `${id}s${index}`, number: `${number}.${index + 1}` }),
  );
  return dense({ ...goal, id, number, steps });
}

/** Without what is not there: content knows no undefined and no empty list. */
function dense<T extends object>(fields: T): T {
  return filled(fields) as T;
}
