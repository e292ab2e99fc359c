import * as Y from 'yjs';
import {
  type AdvicePoint,
  type Agreement,
  addAgreement,
  addService,
  createFixedRecords,
  readAdvice,
  readAgreements,
  readLeitziel,
  readNextReview,
  readServices,
  type Service,
} from './arrangements.ts';
import { addGoal, type EndedGoal, type Goal, type NewGoal, readEndedGoals, readGoals } from './goals.ts';
import { ORIGIN } from './records.ts';
import { addResource, type NewResource, type Resource, readResources } from './resources.ts';
import type { TextSection } from './roots.ts';
import { addText, readSections, type SectionText } from './texts.ts';

/** Everything on the table, as plain data: what list, board, protocol and export are drawn from. */
export interface Plan {
  leitziel: string;
  goals: Goal[];
  /** Goals of the last version that were taken from the table. */
  ended: EndedGoal[];
  resources: Resource[];
  services: Service[];
  agreements: Agreement[];
  advice: Record<AdvicePoint, boolean>;
  nextReview: { date: string | null; occasions: string };
  texts: Partial<Record<TextSection, SectionText[]>>;
}

/** Reads a document as plain data. Pure; equal documents give equal plans. */
export function readPlan(doc: Y.Doc): Plan {
  return {
    leitziel: readLeitziel(doc),
    goals: readGoals(doc),
    ended: readEndedGoals(doc),
    resources: readResources(doc),
    services: readServices(doc),
    agreements: readAgreements(doc),
    advice: readAdvice(doc),
    nextReview: readNextReview(doc),
    texts: readSections(doc),
  };
}

/** A goal to start with, and what hangs below it. */
export interface GoalSeed extends NewGoal {
  id: string;
  children: GoalSeed[];
}

/** What a fresh plan document starts with. */
export interface PlanSeed {
  leitziel: string;
  goals: GoalSeed[];
  resources: NewResource[];
  services: Partial<Service>[];
  agreements: { id: string; text: string }[];
  nextReview: string | null;
  texts: Partial<Record<TextSection, string[]>>;
}

/** A seed with nothing in it: the first meeting of a new case. */
export const EMPTY_SEED: PlanSeed = {
  leitziel: '',
  goals: [],
  resources: [],
  services: [],
  agreements: [],
  nextReview: null,
  texts: {},
};

/** A fresh document from a seed, as one Yjs update (V1). Nothing of an older document travels along. */
export function seedPlan(seed: PlanSeed): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    createFixedRecords(doc, seed.leitziel, seed.nextReview);
    const plant = (goals: readonly GoalSeed[], parentId: string | null): void => {
      for (const goal of goals) {
        addGoal(doc, parentId, goal, ORIGIN.seed);
        plant(goal.children, goal.id);
      }
    };
    plant(seed.goals, null);
    for (const resource of seed.resources) {
      addResource(doc, resource, ORIGIN.seed);
    }
    for (const service of seed.services) {
      addService(doc, service, ORIGIN.seed);
    }
    for (const agreement of seed.agreements) {
      addAgreement(doc, agreement.text, ORIGIN.seed, agreement.id);
    }
    for (const [section, paragraphs] of Object.entries(seed.texts)) {
      addText(doc, section as TextSection, { words: paragraphs.join('\n') }, ORIGIN.seed);
    }
  }, ORIGIN.seed);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
