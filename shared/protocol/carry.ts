import type { GoalBefore } from '../documents/plan/goals.ts';
import type { GoalSeed, PlanSeed } from '../documents/plan/plan.ts';
import type { NewResource } from '../documents/plan/resources.ts';
import type { GoalKind, GoalStatus, StepStatus } from '../domain/codes.ts';
import { hasEnded } from '../domain/goal-state.ts';
import type {
  ProtocolActionGoal,
  ProtocolContent,
  ProtocolDirectionGoal,
  ProtocolResource,
  ProtocolService,
  ProtocolStep,
} from './schema.ts';
import { type StateOf, statesIn } from './states.ts';

/**
 * What the next meeting starts with. Goals keep id and order; the agreed words are the wording,
 * own words their quotation, and `before` holds what this version said, for the review.
 * Goals that ended here, texts, agreements and the values of today's scales are not carried.
 */
export function planSeedFrom(content: ProtocolContent): PlanSeed {
  const stateOf = statesIn(content);
  const goals = (content.goals ?? []).flatMap((goal) => carriedDirection(goal, content, stateOf));
  const carried = new Set(goals.flatMap(idsOf));
  return {
    leitziel: content.leitziel ?? '',
    goals,
    resources: (content.resources ?? []).map((resource) => carriedResource(resource, carried)),
    services: (content.services ?? []).map(carriedService),
    agreements: [],
    nextReview: null,
    texts: {},
  };
}

type AnyGoal = ProtocolDirectionGoal | ProtocolActionGoal | ProtocolStep;

/** A Richtungsziel that ended stays while a goal below it goes on: that goal needs its place. */
function carriedDirection(
  goal: ProtocolDirectionGoal,
  content: ProtocolContent,
  stateOf: StateOf,
): GoalSeed[] {
  const children = (goal.goals ?? []).flatMap((child) => carriedAction(child, content, stateOf));
  if (hasEnded(stateOf(goal)) && children.length === 0) {
    return [];
  }
  const seed = { ...words(goal), lifeArea: goal.lifeArea ?? null, status: nextStatus(goal, stateOf) };
  return [{ ...seed, before: beforeOf(goal, content), children }];
}

function carriedAction(goal: ProtocolActionGoal, content: ProtocolContent, stateOf: StateOf): GoalSeed[] {
  if (hasEnded(stateOf(goal))) {
    return [];
  }
  return [
    {
      ...words(goal),
      ...commitment(goal),
      kind: nextKind(goal, stateOf),
      status: nextStatus(goal, stateOf),
      indicator: goal.indicator ?? '',
      target: goal.target ?? null,
      before: beforeOf(goal, content),
      children: (goal.steps ?? []).flatMap((step) => carriedStep(step, content, stateOf)),
    },
  ];
}

/** A step that is done stays only where it comes again: every morning, each Sunday. */
function carriedStep(step: ProtocolStep, content: ProtocolContent, stateOf: StateOf): GoalSeed[] {
  const done = step.status === 'erledigt' && !step.recurrence;
  if (done || hasEnded(stateOf(step))) {
    return [];
  }
  const status: StepStatus = step.status === 'in_arbeit' ? 'in_arbeit' : 'offen';
  return [{ ...words(step), ...commitment(step), status, before: beforeOf(step, content), children: [] }];
}

/** An evaluation belongs to the version that made it; what goes on is agreed or under way again. */
function nextStatus(goal: ProtocolDirectionGoal | ProtocolActionGoal, stateOf: StateOf): GoalStatus {
  if (stateOf(goal) === 'ruht') {
    return 'ruht';
  }
  return goal.status === 'entwurf' || goal.status === 'vereinbart' ? 'vereinbart' : 'in_arbeit';
}

function nextKind(goal: ProtocolActionGoal, stateOf: StateOf): GoalKind {
  return stateOf(goal) === 'bleibt' ? 'erhaltungsziel' : goal.kind;
}

function words(goal: AnyGoal) {
  const { id, text, quote = '', voice = null, writer = null } = goal;
  return { id, textAgreed: text, textOwn: quote, voice, writer };
}

function commitment(goal: ProtocolActionGoal | ProtocolStep) {
  return {
    responsible: goal.responsible ?? null,
    supporters: [...(goal.supporters ?? [])],
    dueDate: goal.dueDate ?? null,
    recurrence: goal.recurrence ?? null,
  };
}

function beforeOf(goal: AnyGoal, content: ProtocolContent): GoalBefore {
  const today = scalesOf('scales' in goal ? (goal.scales ?? []) : []);
  const review = content.reviews?.find(({ goalId }) => goalId === goal.id);
  const before = scalesOf((review?.scales ?? []).map((scale) => ({ ...scale, value: scale.before })));
  const older = Object.keys(before).filter((person) => !Object.hasOwn(today, person));
  return {
    version: content.version,
    date: content.head.date,
    number: goal.number,
    text: goal.text,
    dueDate: 'dueDate' in goal ? (goal.dueDate ?? null) : null,
    status: goal.status,
    target: 'target' in goal ? (goal.target ?? null) : null,
    // Everybody's last number goes along, also of who gave none this time.
    scales: { ...before, ...today },
    ...(older.length > 0 ? { older } : {}),
  };
}

function scalesOf(given: readonly { person: string; value: number | undefined }[]): Record<string, number> {
  return Object.fromEntries(
    given.flatMap(({ person, value }) => (value === undefined ? [] : [[person, value]])),
  );
}

/** A resource keeps its place on the map and its links to goals that go on. */
function carriedResource(resource: ProtocolResource, carried: ReadonlySet<string>): NewResource {
  return {
    id: resource.id,
    domain: resource.domain,
    title: resource.title,
    description: resource.description ?? '',
    owner: resource.owner ?? null,
    state: resource.state,
    pos: resource.pos ?? null,
    supports: (resource.supports ?? []).filter((id) => carried.has(id)),
  };
}

function carriedService(service: ProtocolService): PlanSeed['services'][number] {
  const { hoursPerWeek, hoursTotal, ...rest } = service;
  return {
    ...rest,
    hoursPerWeek: hours(hoursPerWeek),
    hoursTotal: hours(hoursTotal),
  } as PlanSeed['services'][number];
}

function hours(written: string | undefined): number | null {
  const value = Number(written ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

function idsOf(goal: GoalSeed): string[] {
  return [goal.id, ...goal.children.flatMap(idsOf)];
}
