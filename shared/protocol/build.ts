import { ADVICE_POINTS, type Service } from '../documents/plan/arrangements.ts';
import { flatten, type Goal } from '../documents/plan/goals.ts';
import type { Plan } from '../documents/plan/plan.ts';
import type { Resource } from '../documents/plan/resources.ts';
import { TEXT_SECTIONS, type TextSection } from '../documents/plan/roots.ts';
import type { SectionText } from '../documents/plan/texts.ts';
import type { GoalStatus, StepStatus } from '../domain/codes.ts';
import { cleanParagraphs, cleanText, filled, optionalDay, optionalScale, optionalText } from './clean.ts';
import { type Names, namesOf, type ProtocolRecord, protocolHead, protocolParticipants } from './record.ts';
import { protocolReviews } from './reviews.ts';
import {
  PROTOCOL_SCHEMA_VERSION,
  type ProtocolActionGoal,
  type ProtocolContent,
  type ProtocolDirectionGoal,
  type ProtocolResource,
  type ProtocolService,
  type ProtocolStep,
  type ProtocolText,
} from './schema.ts';

/** What a version is made from: the committed plan and the facts beside it. */
export interface ProtocolInput {
  plan: Plan;
  record: ProtocolRecord;
}

/**
 * The content of a version. Pure: equal input gives equal content. What is empty is left out,
 * text is cleaned, ids of unknown people are dropped; numbers stay those seen at the table.
 */
export function buildProtocol({ plan, record }: ProtocolInput): ProtocolContent {
  const names = namesOf(record);
  const goals = plan.goals.map(withoutEmpty).filter((goal) => goal !== null);
  const resources = plan.resources.filter((resource) => cleanText(resource.title + resource.description));
  const goalIds = new Set(flatten(goals).map(({ id }) => id));
  const head = protocolHead(record, names);
  const participants = protocolParticipants(record, names);
  const optional = filled({
    previousSha256: record.previousSha256 ?? undefined,
    advice: ADVICE_POINTS.filter((point) => plan.advice[point]),
    texts: TEXT_SECTIONS.flatMap((section) => sectionTexts(section, plan.texts[section] ?? [], names)),
    resources: resources.map((resource) => protocolResource(resource, names, goalIds)),
    reviews: protocolReviews(plan, names),
    leitziel: optionalText(plan.leitziel),
    goals: goals.map((goal) => directionGoal(goal, names, resources)),
    services: plan.services.flatMap((service) => protocolService(service, names)),
    agreements: plan.agreements.map(({ text }) => cleanText(text)).filter(Boolean),
    nextReview: nextReview(plan),
  });
  return {
    schemaVersion: PROTOCOL_SCHEMA_VERSION,
    locale: 'de',
    meetingId: record.meeting.id,
    version: record.version,
    frozenAt: record.frozenAt.toISOString(),
    head,
    participants,
    ...optional,
    // Last: by now everybody who is named has been named.
    persons: names.persons(),
  };
}

/** A goal without text whose children have none either says nothing; a parent of real goals stays. */
function withoutEmpty(goal: Goal): Goal | null {
  const children = goal.children.map(withoutEmpty).filter((child) => child !== null);
  const said = cleanText(goal.sentence + (goal.quote ?? '')) !== '';
  return said || children.length > 0 ? { ...goal, children } : null;
}

function directionGoal(goal: Goal, names: Names, resources: readonly Resource[]): ProtocolDirectionGoal {
  return {
    id: goal.id,
    number: goal.number,
    text: cleanText(goal.sentence),
    status: goal.status as GoalStatus,
    ...filled({
      ...ownWords(goal, names),
      lifeArea: goal.lifeArea ?? undefined,
      goals: goal.children.map((child) => actionGoal(child, names, resources)),
    }),
  };
}

function actionGoal(goal: Goal, names: Names, resources: readonly Resource[]): ProtocolActionGoal {
  const scales = names.ordered(goal.scales).flatMap(([person, value]) => {
    const valid = optionalScale(value);
    return valid === undefined
      ? []
      : [{ person, value: valid, ...filled({ by: names.one(goal.scalesBy[person]) }) }];
  });
  const helps = resources.filter(({ supports }) => supports.includes(goal.id));
  return {
    id: goal.id,
    number: goal.number,
    text: cleanText(goal.sentence),
    kind: goal.kind,
    status: goal.status as GoalStatus,
    ...filled({
      ...ownWords(goal, names),
      ...commitment(goal, names),
      indicator: optionalText(goal.indicator),
      target: optionalScale(goal.target),
      scales,
      helps: helps.map(({ title }) => shortTitle(cleanText(title))).filter(Boolean),
      steps: goal.children.map((child) => step(child, names)),
    }),
  };
}

/** A strength stands whole in its own section; what is longer than a title would stand there once more at each goal. */
const TITLE_CHARS = 150;

function shortTitle(title: string): string {
  return title.length <= TITLE_CHARS
    ? title
    : `${cleanText(title.slice(0, TITLE_CHARS).replace(/\s+\S*$/, ''))} …`;
}

function step(goal: Goal, names: Names): ProtocolStep {
  return {
    id: goal.id,
    number: goal.number,
    text: cleanText(goal.sentence),
    status: goal.status as StepStatus,
    ...filled({ ...ownWords(goal, names), ...commitment(goal, names) }),
  };
}

/** Whose wish it is, and the own words beside the agreed ones with who has written them. */
function ownWords(goal: Goal, names: Names) {
  const quote = optionalText(goal.quote);
  return {
    quote,
    voice: names.one(goal.voice),
    writer: quote === undefined ? undefined : names.one(goal.writer),
  };
}

/** Who, with whom, until when, how often. */
function commitment(goal: Goal, names: Names) {
  return {
    responsible: names.one(goal.responsible),
    supporters: names.many(goal.supporters),
    dueDate: optionalDay(goal.dueDate),
    recurrence: optionalText(goal.recurrence),
  };
}

function protocolResource(resource: Resource, names: Names, goalIds: ReadonlySet<string>): ProtocolResource {
  return {
    id: resource.id,
    domain: resource.domain,
    title: cleanText(resource.title),
    state: resource.state,
    ...filled({
      description: optionalText(resource.description),
      owner: names.one(resource.owner),
      pos: resource.pos ? ([...resource.pos] as [number, number]) : undefined,
      supports: resource.supports.filter((id) => goalIds.has(id)),
    }),
  };
}

function protocolService(service: Service, names: Names): ProtocolService[] {
  const said = filled({
    helpForm: service.helpForm ?? undefined,
    legalBasis: optionalText(service.legalBasis),
    provider: optionalText(service.provider),
    worker: names.one(service.worker),
    start: optionalDay(service.start),
    end: optionalDay(service.end),
    hoursPerWeek: service.hoursPerWeek === null ? undefined : String(service.hoursPerWeek),
    hoursTotal: service.hoursTotal === null ? undefined : String(service.hoursTotal),
    setting: optionalText(service.setting),
    wishAndChoice: optionalText(service.wishAndChoice),
    reasonSuitable: optionalText(service.reasonSuitable),
  });
  return Object.keys(said).length > 0 ? [{ id: service.id, ...said }] : [];
}

/** The texts of a section in their order, each with its voice; what one voice says in a row is one text. */
function sectionTexts(section: TextSection, said: readonly SectionText[], names: Names): ProtocolText[] {
  const texts: ProtocolText[] = [];
  for (const { voice, paragraphs: typed } of said) {
    const paragraphs = typed.flatMap(cleanParagraphs);
    const last = texts.at(-1);
    if (paragraphs.length > 0) {
      const text = { section, ...filled({ voice: names.one(voice) }), paragraphs };
      last && last.voice === text.voice ? last.paragraphs.push(...paragraphs) : texts.push(text);
    }
  }
  return texts;
}

function nextReview(plan: Plan): ProtocolContent['nextReview'] {
  const review = filled({
    date: optionalDay(plan.nextReview.date),
    occasions: optionalText(plan.nextReview.occasions),
  });
  return Object.keys(review).length > 0 ? review : undefined;
}
