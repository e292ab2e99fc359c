import type * as Y from 'yjs';
import { goalRecord, restoreGoal } from '#shared/documents/plan/goals.ts';
import { readRemoval } from '#shared/documents/plan/records.ts';
import type { Removal } from '#shared/domain/removal.ts';

/** A goal's own removal or the nearest one above it, and every mark that has to go to bring it back. */
export interface RestingGoal {
  removal: Removal;
  marks: string[];
}

/** Why a goal is not on the table, or null while it is. */
export function restingGoal(doc: Y.Doc, id: string): RestingGoal | null {
  const marks: { id: string; removal: Removal }[] = [];
  const seen = new Set<string>();
  let at: string | null = id;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    const record = goalRecord(doc, at);
    const removal = record ? readRemoval(record) : null;
    if (removal) {
      marks.push({ id: at, removal });
    }
    at = parentOf(record?.get('place'));
  }
  const first = marks[0];
  return first ? { removal: first.removal, marks: marks.map(({ id: marked }) => marked) } : null;
}

function parentOf(place: unknown): string | null {
  const parent: unknown = Array.isArray(place) ? place[0] : null;
  return typeof parent === 'string' ? parent : null;
}

/** Brings a goal back with everything above it that rests. */
export function bringGoalBack(doc: Y.Doc, id: string, origin: string): void {
  const resting = restingGoal(doc, id);
  doc.transact(() => {
    for (const marked of resting?.marks ?? []) {
      restoreGoal(doc, marked, origin);
    }
  }, origin);
}
