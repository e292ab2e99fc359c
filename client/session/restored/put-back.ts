import * as Y from 'yjs';
import { PART_FIELDS, type RecordRules, SECTION_FIELDS } from '#shared/documents/plan/fields.ts';
import { ORIGIN, replaceText, textOf } from '#shared/documents/plan/records.ts';
import { isSectionPart, type PlanRecord } from '#shared/documents/plan/roots.ts';
import { isRemoval } from '#shared/domain/removal.ts';
import { lostOf } from './lost-words.ts';
import type { SeenRecord } from './seen-records.ts';

/** Who puts it back. */
export interface Writer {
  personId: string | null;
  leads: boolean;
}

/** Fields that the server alone writes. */
const SERVERS_OWN: ReadonlySet<string> = new Set(['before', 'shown']);

/**
 * Writes what a document lost into it again, a change a record, and as this person: whoever else has it on
 * their page may have put it back meanwhile, so each is looked for first. Gives what this person may not write.
 */
export function putBack(
  lost: readonly SeenRecord[],
  doc: Y.Doc,
  { writable, ...writer }: { writable: readonly string[] } & Writer,
): SeenRecord[] {
  const missing = lostOf(lost, doc);
  for (const record of missing.filter(({ part }) => writable.includes(part))) {
    doc.transact(() => write(record, doc.getMap<unknown>(record.part), writer), ORIGIN.list);
  }
  return missing.filter(({ part }) => !writable.includes(part));
}

function write({ part: name, id, texts, values }: SeenRecord, part: Y.Map<unknown>, writer: Writer): void {
  const there = part.get(id);
  const record: PlanRecord = there instanceof Y.Map ? there : part.set(id, new Y.Map());
  for (const [key, value] of Object.entries(values)) {
    const mine = asMine(name, key, value, writer);
    if (!SERVERS_OWN.has(key) && mine !== undefined) {
      record.set(key, mine);
    }
  }
  for (const [key, text] of Object.entries(texts)) {
    const now = record.get(key);
    if (now instanceof Y.Text) {
      replaceText(now, together(now.toString(), text));
    } else {
      record.set(key, textOf(text));
    }
  }
}

/**
 * A value as this person may write it: a mark of removal is theirs now, words of somebody else are nobody's, and
 * values of others and of the office are left to them; undefined for these.
 */
function asMine(part: string, key: string, value: unknown, { personId, leads }: Writer): unknown {
  const { fields, personal = [], office = [] } = rulesOf(part);
  const prefix = personal.find((one) => key.startsWith(one));
  if (prefix !== undefined || (office.includes(key) && !leads)) {
    return prefix !== undefined && key === `${prefix}${personId}` ? value : undefined;
  }
  switch (fields[key]) {
    case 'removal':
      return isRemoval(value) ? { ...value, by: personId ?? '' } : undefined;
    case 'voice':
      return value === personId ? value : null;
    default:
      return value;
  }
}

const RULES = new Map<string, RecordRules>(Object.entries(PART_FIELDS));

/** The private document holds nothing of others, but marks of removal. */
function rulesOf(part: string): RecordRules {
  return isSectionPart(part)
    ? { fields: SECTION_FIELDS }
    : (RULES.get(part) ?? { fields: { removed: 'removal' } });
}

/** What was written since the restore stays; where the lost words only went on from it, they take its place. */
function together(now: string, lost: string): string {
  return lost.startsWith(now.trim()) ? lost : `${now} ${lost}`;
}
