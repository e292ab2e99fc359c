import { cardMap } from '#shared/documents/own/cards.ts';
import { SCALE_KEY, signScale } from '#shared/documents/plan/goals.ts';
import { markRemoved, readRemoval } from '#shared/documents/plan/records.ts';
import { PLAN_PARTS, partMap, sectionPart, TEXT_SECTIONS } from '#shared/documents/plan/roots.ts';
import type { UndoRules } from './undo-steps.ts';

/** Records of sections are made apart from their words, so no step has added one; but one may be off the table. */
const RECORD_PARTS = [
  'goals',
  'resources',
  'agreements',
  'service',
  ...TEXT_SECTIONS.map(sectionPart),
] as const;

/**
 * Undoing in the plan. Undoing the adding of a record marks it as removed, so that words which
 * somebody else types into it at that moment survive.
 * @param by who is named in the removal mark
 */
export function planUndo(by: string): UndoRules {
  return {
    scope: (doc) => PLAN_PARTS.map((part) => doc.getMap(part)),
    records: (doc) => RECORD_PARTS.flatMap((part) => [...partMap(doc, part).values()]),
    mark: markedBy(by),
    sign: signedBy(by),
  };
}

/** Undoing in the private document. Records are marked there too: the server takes no erasing of any. */
export function ownUndo(by: string): UndoRules {
  return {
    scope: (doc) => doc,
    records: (doc) => [...cardMap(doc).values()],
    mark: markedBy(by),
    sign: signedBy(by),
  };
}

function markedBy(by: string): UndoRules['mark'] {
  return (record) => {
    if (!readRemoval(record)) {
      markRemoved(record, by, new Date());
    }
  };
}

/** A mark or a number that somebody else wrote once is now put there by this person: the server takes no other name. */
function signedBy(by: string): UndoRules['sign'] {
  return (record, field) => {
    const removal = field === 'removed' ? readRemoval(record) : null;
    if (removal && removal.by !== by) {
      markRemoved(record, by, new Date());
    }
    if (field.startsWith(SCALE_KEY)) {
      signScale(record, field.slice(SCALE_KEY.length), by);
    }
  };
}
