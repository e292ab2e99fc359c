import * as z from 'zod/mini';
import {
  advicePoint,
  attendance,
  evaluationConsequence,
  goalKind,
  goalStatus,
  helpForm,
  lifeArea,
  meetingMode,
  meetingType,
  personRole,
  resourceDomain,
  resourceState,
  stepStatus,
} from './codes.ts';

/**
 * Content of a version in form 1: a closed schema. Only strings, safe integers, booleans, arrays
 * and objects; what is empty is left out; numbers of goals are stored because they are computed
 * and a signed version must keep them. Everything a person reads before signing is made from this.
 */

/** Text as people wrote it; line feeds are the only control character. */
const text = z.string().check(z.maxLength(100_000));
export const id = z.string().check(z.minLength(1), z.maxLength(64));
const day = z.iso.date();
export const scale = z.int().check(z.minimum(0), z.maximum(10));
/** A section is one of a template; which there are is said there, and an old version keeps its own. */
const sectionCode = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/));

export const step = z.strictObject({
  id,
  number: z.string(),
  text,
  quote: z.optional(text),
  status: z.enum(stepStatus),
  voice: z.optional(id),
  responsible: z.optional(id),
  supporters: z.optional(z.array(id)),
  dueDate: z.optional(day),
  recurrence: z.optional(text),
});

export const actionGoal = z.strictObject({
  id,
  number: z.string(),
  text,
  quote: z.optional(text),
  kind: z.enum(goalKind),
  status: z.enum(goalStatus),
  voice: z.optional(id),
  responsible: z.optional(id),
  supporters: z.optional(z.array(id)),
  dueDate: z.optional(day),
  recurrence: z.optional(text),
  indicator: z.optional(text),
  target: z.optional(scale),
  scales: z.optional(z.array(z.strictObject({ person: id, value: scale }))),
  /** Titles of the resources that help with it. */
  helps: z.optional(z.array(text)),
  steps: z.optional(z.array(step)),
});

export const directionGoal = z.strictObject({
  id,
  number: z.string(),
  text,
  quote: z.optional(text),
  status: z.enum(goalStatus),
  lifeArea: z.optional(z.enum(lifeArea)),
  voice: z.optional(id),
  goals: z.optional(z.array(actionGoal)),
});

export const review = z.strictObject({
  goalId: id,
  /** Number and wording as they stood in the version before. */
  number: z.string(),
  before: text,
  beforeDueDate: z.optional(day),
  /** The wording now; absent where the goal ended. */
  now: z.optional(text),
  result: z.optional(z.enum(goalStatus)),
  consequence: z.optional(z.enum(evaluationConsequence)),
  text: z.optional(text),
  obstacle: z.optional(text),
  reason: z.optional(text),
  target: z.optional(scale),
  scales: z.optional(
    z.array(z.strictObject({ person: id, before: z.optional(scale), now: z.optional(scale) })),
  ),
});

const resource = z.strictObject({
  id,
  domain: z.enum(resourceDomain),
  title: text,
  description: z.optional(text),
  state: z.enum(resourceState),
  owner: z.optional(id),
  /** Place on the map, -1000 to 1000, for the picture. */
  pos: z.optional(z.tuple([z.int(), z.int()])),
  /** Ids of the goals it helps with. */
  supports: z.optional(z.array(id)),
});

const service = z.strictObject({
  id,
  helpForm: z.optional(z.enum(helpForm)),
  legalBasis: z.optional(text),
  provider: z.optional(text),
  worker: z.optional(id),
  start: z.optional(day),
  end: z.optional(day),
  /** Hours as written, such as "4" or "2.5": decimals are not safe integers. */
  hoursPerWeek: z.optional(text),
  hoursTotal: z.optional(text),
  setting: z.optional(text),
  wishAndChoice: z.optional(text),
  reasonSuitable: z.optional(text),
});

const person = z.strictObject({
  id,
  name: text,
  initials: z.string().check(z.maxLength(4)),
  fullName: text,
  roles: z.array(z.enum(personRole)),
  function: z.optional(text),
  organisation: z.optional(text),
  relation: z.optional(text),
});

export const contentV1 = z.strictObject({
  schemaVersion: z.literal(1),
  locale: z.literal('de'),
  meetingId: id,
  version: z.string().check(z.regex(/^\d+\.\d+$/)),
  previousSha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  frozenAt: z.iso.datetime(),
  head: z.strictObject({
    office: text,
    reference: text,
    caseLabel: text,
    child: id,
    custody: z.optional(text),
    meetingNumber: z.int().check(z.minimum(1)),
    meetingType: z.enum(meetingType),
    date: day,
    start: z.string(),
    end: z.string(),
    place: text,
    mode: z.enum(meetingMode),
    facilitator: id,
  }),
  /** Everybody who is named anywhere below. */
  persons: z.array(person),
  participants: z.array(
    z.strictObject({
      person: id,
      attendance: z.enum(attendance),
      reason: z.optional(text),
      /** Nobody noted it at the meeting: this is only how it was planned. */
      planned: z.optional(z.literal(true)),
    }),
  ),
  advice: z.optional(z.array(z.enum(advicePoint))),
  texts: z.optional(z.array(z.strictObject({ section: sectionCode, paragraphs: z.array(text) }))),
  resources: z.optional(z.array(resource)),
  reviews: z.optional(z.array(review)),
  leitziel: z.optional(text),
  goals: z.optional(z.array(directionGoal)),
  services: z.optional(z.array(service)),
  agreements: z.optional(z.array(text)),
  nextReview: z.optional(z.strictObject({ date: z.optional(day), occasions: z.optional(text) })),
});

export type ContentV1 = z.infer<typeof contentV1>;
export type PersonV1 = z.infer<typeof person>;
export type ResourceV1 = z.infer<typeof resource>;
export type ServiceV1 = z.infer<typeof service>;
