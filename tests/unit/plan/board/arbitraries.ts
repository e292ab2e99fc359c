import fc from 'fast-check';
import * as Y from 'yjs';
import { type Goal, readGoals } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, type GoalSeed, type PlanSeed, seedPlan } from '#shared/documents/plan/plan.ts';
import type { Resource } from '#shared/documents/plan/resources.ts';
import { type ResourceDomain, resourceDomain } from '#shared/domain/codes.ts';

const sentence = fc.lorem({ maxCount: 30 });
const number = { value: 0 };
const fresh = (prefix: string): string => `${prefix}${number.value++}`;

const step = sentence.map((textOwn): GoalSeed => ({ id: fresh('s'), textOwn, children: [] }));
const action = fc
  .tuple(sentence, fc.array(step, { maxLength: 5 }))
  .map(([textOwn, children]): GoalSeed => ({ id: fresh('h'), textOwn, children }));
const direction = fc
  .tuple(sentence, fc.array(action, { maxLength: 4 }))
  .map(([textOwn, children]): GoalSeed => ({ id: fresh('r'), textOwn, children }));

/** A document seeded with this, and its goals. */
export function goalsOf(seed: Partial<PlanSeed>): { doc: Y.Doc; goals: Goal[] } {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedPlan({ ...EMPTY_SEED, ...seed }));
  return { doc, goals: readGoals(doc) };
}

/** Documents with goal trees as plans hold them, and those goals. */
export const plans = fc.array(direction, { minLength: 1, maxLength: 5 }).map((goals) => goalsOf({ goals }));
export const goalTrees = plans.map(({ goals }) => goals);

const position = fc.option(
  fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 })),
);

/** Resources, some placed by somebody. */
export const resourceLists = fc.array(
  fc.tuple(fc.constantFrom<ResourceDomain>(...resourceDomain), sentence, position).map(
    ([domain, title, pos]): Resource => ({
      id: fresh('q'),
      domain,
      title,
      description: '',
      owner: null,
      state: 'erkannt',
      pos,
      source: null,
      supports: [],
    }),
  ),
  { maxLength: 30 },
);
