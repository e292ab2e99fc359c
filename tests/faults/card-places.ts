import type * as Y from 'yjs';
import type { ShownMark } from '#shared/documents/own/cards.ts';
import { goalRecord } from '#shared/documents/plan/goals.ts';
import { readRemoval, readText } from '#shared/documents/plan/records.ts';
import { resourceRecord } from '#shared/documents/plan/resources.ts';
import { PLAN_PARTS, TEXT_SECTIONS } from '#shared/documents/plan/roots.ts';
import { textRecord } from '#shared/documents/plan/texts.ts';

/** Everything that a plan says, of records off the table too. */
export function saidIn(plan: Y.Doc): string {
  return PLAN_PARTS.map((part) => JSON.stringify(plan.getMap(part).toJSON())).join('\n');
}

/** Where a card stands; `none` where it is said to be shown and the plan never had it. */
export function placeOf(plan: Y.Doc, id: string, mark: ShownMark | null): 'own' | 'plan' | 'none' {
  if (!mark) {
    return 'own';
  }
  return PLAN_PARTS.some((part) => plan.getMap(part).has(id)) ? 'plan' : 'none';
}

function recordsOf(plan: Y.Doc, id: string): Y.Map<unknown>[] {
  const sentences = TEXT_SECTIONS.map((section) => textRecord(plan, section, id));
  const records = [goalRecord(plan, id), resourceRecord(plan, id), ...sentences];
  return records.filter((record) => record !== undefined);
}

/** What a card says in the plan, as whatever it was shown. */
export function recordWords(plan: Y.Doc, id: string): string {
  return recordsOf(plan, id)
    .flatMap((record) => ['textOwn', 'title', 'text'].map((key) => readText(record, key)))
    .join('\n');
}

/** Whether a card is before everybody. */
export function isOnTable(plan: Y.Doc, id: string): boolean {
  return recordsOf(plan, id).some((record) => readRemoval(record) === null);
}
