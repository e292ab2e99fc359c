import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { ADVICE_POINTS, setAdvice } from '#shared/documents/plan/arrangements.ts';
import { setScale } from '#shared/documents/plan/goals.ts';
import {
  EMPTY_SEED,
  type GoalSeed,
  type Plan,
  type PlanSeed,
  readPlan,
  seedPlan,
} from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { planSeedFrom } from '#shared/protocol/carry.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import type { Calendar } from './calendar.ts';
import { exampleResources, FIRST_AGREEMENTS, firstService, firstTexts } from './example-case.ts';
import { type ExampleActionGoal, type ExampleStep, exampleGoals, LEITZIEL } from './example-goals.ts';
import type { PersonKey } from './example-people.ts';

/** Fresh ids for the keys of the example; the same key gives the same id. */
export interface Ids {
  of(key: string): string;
}

/** Ids of one loading. */
export function createIds(): Ids {
  const made = new Map<string, string>();
  return {
    of(key) {
      const id = made.get(key) ?? randomUUID();
      made.set(key, id);
      return id;
    },
  };
}

/** The plan as the first meeting left it, ready to be frozen as 1.0. */
export function firstPlan(c: Calendar, ids: Ids): { content: Uint8Array; plan: Plan } {
  const goals = exampleGoals(c);
  const seed: PlanSeed = {
    ...EMPTY_SEED,
    leitziel: LEITZIEL,
    goals: goals.map((goal) => ({
      id: ids.of(goal.key),
      textAgreed: goal.text,
      voice: ids.of(goal.voice),
      lifeArea: goal.lifeArea,
      status: 'vereinbart',
      children: goal.goals.map((child) => actionGoal(child, ids)),
    })),
    resources: exampleResources(c).map(({ key, owner, supports, ...resource }) => ({
      ...resource,
      id: ids.of(key),
      owner: ids.of(owner),
      source: 'clearing',
      supports: supports.map((goal) => ids.of(goal)),
    })),
    services: [serviceSeed(c, ids)],
    agreements: FIRST_AGREEMENTS.map((text, index) => ({ id: ids.of(`agreement-${index}`), text })),
    nextReview: c.day('2026-03-10'),
    texts: firstTexts(c),
  };
  return planOf(
    seed,
    goals.flatMap((goal) => goal.goals),
    ids,
  );
}

function serviceSeed(c: Calendar, ids: Ids): PlanSeed['services'][number] {
  const { worker, ...service } = firstService(c);
  return { ...service, id: ids.of('service'), worker: ids.of(worker) };
}

function actionGoal(goal: ExampleActionGoal, ids: Ids): GoalSeed {
  return {
    id: ids.of(goal.key),
    textAgreed: goal.text,
    voice: ids.of(goal.voice),
    responsible: ids.of(goal.responsible),
    kind: 'veraenderungsziel',
    status: 'vereinbart',
    dueDate: goal.dueDate,
    indicator: goal.indicator,
    target: goal.target,
    children: goal.steps.map((step) => stepSeed(step, ids)),
  };
}

function stepSeed(step: ExampleStep, ids: Ids): GoalSeed {
  return {
    id: ids.of(step.key),
    textAgreed: step.text,
    responsible: ids.of(step.responsible),
    supporters: (step.supporters ?? []).map((key) => ids.of(key)),
    dueDate: step.dueDate,
    recurrence: step.recurrence ?? null,
    status: 'offen',
    children: [],
  };
}

/** The seed with what only a meeting adds: scale values and advice. */
function planOf(
  seed: PlanSeed,
  goals: readonly ExampleActionGoal[],
  ids: Ids,
): { content: Uint8Array; plan: Plan } {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedPlan(seed));
  for (const goal of goals) {
    for (const [person, value] of Object.entries(goal.scales) as [PersonKey, number][]) {
      setScale(doc, ids.of(goal.key), ids.of(person), value, ORIGIN.seed);
    }
  }
  for (const point of ADVICE_POINTS) {
    setAdvice(doc, point, true, ORIGIN.seed);
  }
  const made = { content: Y.encodeStateAsUpdate(doc), plan: readPlan(doc) };
  doc.destroy();
  return made;
}

/**
 * What the second meeting starts with: carried over from 1.0 as every next meeting is, and the
 * steps that were done in the half year between.
 */
export function secondSeed(content: ProtocolContent, c: Calendar, ids: Ids): PlanSeed {
  const seed = planSeedFrom(content);
  const steps = exampleGoals(c).flatMap((goal) => goal.goals.flatMap((child) => child.steps));
  const done = new Map(
    steps.flatMap((step) => (step.laterStatus ? [[ids.of(step.key), step.laterStatus]] : [])),
  );
  const withStatus = (goal: GoalSeed): GoalSeed => {
    const status = done.get(goal.id);
    return { ...goal, ...(status ? { status } : {}), children: goal.children.map(withStatus) };
  };
  return { ...seed, goals: seed.goals.map(withStatus) };
}
