import type * as Y from 'yjs';
import { removedAgreements, restoreAgreement } from '#shared/documents/plan/arrangements.ts';
import { removedGoals } from '#shared/documents/plan/goals.ts';
import { ORIGIN, type Removed } from '#shared/documents/plan/records.ts';
import { removedResources, restoreResource } from '#shared/documents/plan/resources.ts';
import { bringGoalBack } from './restore.ts';

interface OffTable {
  /** What is off the table, newest first. */
  list(doc: Y.Doc): Removed[];
  bringBack(doc: Y.Doc, id: string): void;
}

/** What can be taken from the table, and the way back of each. */
export const OFF_TABLE = {
  goals: { list: removedGoals, bringBack: (doc, id) => bringGoalBack(doc, id, ORIGIN.list) },
  resources: { list: removedResources, bringBack: (doc, id) => restoreResource(doc, id, ORIGIN.list) },
  agreements: { list: removedAgreements, bringBack: (doc, id) => restoreAgreement(doc, id, ORIGIN.list) },
} satisfies Record<string, OffTable>;

/** A part whose records can be taken from the table. */
export type OffTablePart = keyof typeof OFF_TABLE;
