import { z } from 'zod';
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
const text = z.string().max(100_000);
const id = z.string().min(1).max(64);
const day = z.iso.date();
const scale = z.int().min(0).max(10);
/** A section is one of a template; which there are is said there, and an old version keeps its own. */
const sectionCode = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

const step = z.strictObject({
  id,
  number: z.string(),
  text,
  quote: text.optional(),
  status: z.enum(stepStatus),
  voice: id.optional(),
  responsible: id.optional(),
  supporters: z.array(id).optional(),
  dueDate: day.optional(),
  recurrence: text.optional(),
});

const actionGoal = z.strictObject({
  id,
  number: z.string(),
  text,
  quote: text.optional(),
  kind: z.enum(goalKind),
  status: z.enum(goalStatus),
  voice: id.optional(),
  responsible: id.optional(),
  supporters: z.array(id).optional(),
  dueDate: day.optional(),
  recurrence: text.optional(),
  indicator: text.optional(),
  target: scale.optional(),
  scales: z.array(z.strictObject({ person: id, value: scale })).optional(),
  /** Titles of the resources that help with it. */
  helps: z.array(text).optional(),
  steps: z.array(step).optional(),
});

const directionGoal = z.strictObject({
  id,
  number: z.string(),
  text,
  quote: text.optional(),
  status: z.enum(goalStatus),
  lifeArea: z.enum(lifeArea).optional(),
  voice: id.optional(),
  goals: z.array(actionGoal).optional(),
});

const review = z.strictObject({
  goalId: id,
  /** Number and wording as they stood in the version before. */
  number: z.string(),
  before: text,
  beforeDueDate: day.optional(),
  /** The wording now; absent where the goal ended. */
  now: text.optional(),
  result: z.enum(goalStatus).optional(),
  consequence: z.enum(evaluationConsequence).optional(),
  text: text.optional(),
  obstacle: text.optional(),
  reason: text.optional(),
  target: scale.optional(),
  scales: z.array(z.strictObject({ person: id, before: scale.optional(), now: scale.optional() })).optional(),
});

const resource = z.strictObject({
  id,
  domain: z.enum(resourceDomain),
  title: text,
  description: text.optional(),
  state: z.enum(resourceState),
  owner: id.optional(),
  /** Place on the map, -1000 to 1000, for the picture. */
  pos: z.tuple([z.int(), z.int()]).optional(),
  /** Ids of the goals it helps with. */
  supports: z.array(id).optional(),
});

const service = z.strictObject({
  id,
  helpForm: z.enum(helpForm).optional(),
  legalBasis: text.optional(),
  provider: text.optional(),
  worker: id.optional(),
  start: day.optional(),
  end: day.optional(),
  /** Hours as written, such as "4" or "2.5": decimals are not safe integers. */
  hoursPerWeek: text.optional(),
  hoursTotal: text.optional(),
  setting: text.optional(),
  wishAndChoice: text.optional(),
  reasonSuitable: text.optional(),
});

const person = z.strictObject({
  id,
  name: text,
  initials: z.string().max(4),
  fullName: text,
  roles: z.array(z.enum(personRole)),
  function: text.optional(),
  organisation: text.optional(),
  relation: text.optional(),
});

export const contentV1 = z.strictObject({
  schemaVersion: z.literal(1),
  locale: z.literal('de'),
  meetingId: id,
  version: z.string().regex(/^\d+\.\d+$/),
  previousSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  frozenAt: z.iso.datetime(),
  head: z.strictObject({
    office: text,
    reference: text,
    caseLabel: text,
    child: id,
    custody: text.optional(),
    meetingNumber: z.int().min(1),
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
      reason: text.optional(),
      /** Nobody noted it at the meeting: this is only how it was planned. */
      planned: z.literal(true).optional(),
    }),
  ),
  advice: z.array(z.enum(advicePoint)).optional(),
  texts: z.array(z.strictObject({ section: sectionCode, paragraphs: z.array(text) })).optional(),
  resources: z.array(resource).optional(),
  reviews: z.array(review).optional(),
  leitziel: text.optional(),
  goals: z.array(directionGoal).optional(),
  services: z.array(service).optional(),
  agreements: z.array(text).optional(),
  nextReview: z.strictObject({ date: day.optional(), occasions: text.optional() }).optional(),
});

export type ContentV1 = z.infer<typeof contentV1>;
export type PersonV1 = z.infer<typeof person>;
export type DirectionGoalV1 = z.infer<typeof directionGoal>;
export type ActionGoalV1 = z.infer<typeof actionGoal>;
export type StepV1 = z.infer<typeof step>;
export type ReviewV1 = z.infer<typeof review>;
export type ResourceV1 = z.infer<typeof resource>;
export type ServiceV1 = z.infer<typeof service>;
