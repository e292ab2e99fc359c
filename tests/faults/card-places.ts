import * as Y from 'yjs';
import type { ShownMark } from '#shared/documents/own/cards.ts';
import { goalRecord } from '#shared/documents/plan/goals.ts';
import { readRemoval, readText } from '#shared/documents/plan/records.ts';
import { resourceRecord } from '#shared/documents/plan/resources.ts';
import { MAP_PARTS, PLAN_PARTS, type PlanPart } from '#shared/documents/plan/roots.ts';

/** Everything that a plan says, of records off the table too. */
export interface Said {
  records: string;
  texts: string;
}

const TEXT_PARTS = PLAN_PARTS.filter((part) => part.startsWith('text:'));

/** Reads all of a plan. */
export function saidIn(plan: Y.Doc): Said {
  return { records: wordsOf(plan, MAP_PARTS), texts: wordsOf(plan, TEXT_PARTS) };
}

/** Where a card stands; `none` where it is said to be shown and the plan never had it. */
export function placeOf(plan: Y.Doc, id: string, mark: ShownMark | null): 'own' | 'plan' | 'none' {
  if (!mark) {
    return 'own';
  }
  const isThere =
    mark.paragraphs.length > 0
      ? mark.paragraphs.every(([client, clock]) => Y.getState(plan.store, client) > clock)
      : ['goals', 'resources'].some((part) => plan.getMap(part).has(id));
  return isThere ? 'plan' : 'none';
}

function wordsOf(plan: Y.Doc, parts: readonly PlanPart[]): string {
  return parts
    .map((part) =>
      part.startsWith('text:')
        ? plan.getXmlFragment(part).toString()
        : JSON.stringify(plan.getMap(part).toJSON()),
    )
    .join('\n');
}

function recordsOf(plan: Y.Doc, id: string): Y.Map<unknown>[] {
  return [goalRecord(plan, id), resourceRecord(plan, id)].filter((record) => record !== undefined);
}

/** What a card says in the plan as a goal or as a resource. */
export function recordWords(plan: Y.Doc, id: string): string {
  return recordsOf(plan, id)
    .map((record) => `${readText(record, 'textOwn')} ${readText(record, 'title')}`)
    .join('\n');
}

/** Whether a card is before everybody. */
export function isOnTable(plan: Y.Doc, id: string): boolean {
  return recordsOf(plan, id).some((record) => readRemoval(record) === null);
}
