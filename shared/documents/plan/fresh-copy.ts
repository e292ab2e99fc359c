import * as Y from 'yjs';
import type { Removal } from '../../domain/removal.ts';
import { PART_FIELDS } from './fields.ts';
import { readBefore, restingGoals } from './goals/read.ts';
import { readRemoval, textOf } from './records.ts';
import { MAP_PARTS, type MapPart, type PlanRecord, TEXT_SECTIONS, type TextSection } from './roots.ts';
import { putTexts, readWords } from './texts.ts';

/**
 * A document of its own with what is on the table now, and nothing else: no word that was taken back,
 * no record that was removed, nobody's history of typing. Of a goal of the last version that was
 * taken from the table stays what the next version has to say of it. `readPlan` gives the same for
 * both documents.
 */
export function freshCopy(doc: Y.Doc): Y.Doc {
  const fresh = new Y.Doc({ gc: true });
  fresh.transact(() => {
    for (const part of MAP_PARTS) {
      const records = fresh.getMap(part);
      for (const [id, value] of part === 'goals' ? keptGoals(doc) : keptRecords(part, doc.getMap(part))) {
        records.set(id, value);
      }
    }
    for (const section of TEXT_SECTIONS) {
      copyTexts(doc, fresh, section);
    }
  });
  return fresh;
}

/** The texts of a section that say something, in the form of now. */
function copyTexts(doc: Y.Doc, fresh: Y.Doc, section: TextSection): void {
  const texts = readWords(doc, section).filter(({ words }) => words.trim() !== '');
  putTexts(fresh, section, texts);
}

function* keptRecords(part: MapPart, records: Y.Map<unknown>): Generator<[string, unknown]> {
  const { ids } = PART_FIELDS[part];
  for (const [id, value] of records) {
    const isKnown = ids === undefined || ids.includes(id);
    if (isKnown && value instanceof Y.Map && !readRemoval(value)) {
      yield [id, copyOf(part, value)];
    }
  }
}

function* keptGoals(doc: Y.Doc): Generator<[string, unknown]> {
  const resting = restingGoals(doc);
  for (const [id, record] of doc.getMap<PlanRecord>('goals')) {
    const removal = resting.get(id);
    const before = readBefore(record);
    if (removal === undefined) {
      yield [id, copyOf('goals', record)];
    } else if (before) {
      yield [id, endedCopy(record, before.text, removal)];
    }
  }
}

/**
 * A goal that was taken from the table: its review stays, its words of this meeting do not. Should it
 * be brought back, it says what it said in the last version. It carries its own mark, because what it
 * rested under may be gone.
 */
function endedCopy(record: PlanRecord, sentence: string, removal: Removal): PlanRecord {
  const copy = copyOf('goals', record);
  copy.set('textOwn', textOf());
  copy.set('textAgreed', textOf(sentence));
  copy.set('voice', null);
  copy.delete('writer');
  copy.set('indicator', textOf());
  copy.set('removed', removal);
  return copy;
}

/** What anybody reads of a record; other fields were put there before only the known ones were taken. */
function copyOf(part: MapPart, record: PlanRecord): PlanRecord {
  const copy: PlanRecord = new Y.Map();
  for (const [key, value] of record) {
    if (isRead(part, key, value)) {
      copy.set(key, value instanceof Y.AbstractType ? value.clone() : value);
    }
  }
  return copy;
}

function isRead(part: MapPart, key: string, value: unknown): boolean {
  const { fields, fixed = [], keyed = [] } = PART_FIELDS[part];
  const isValue = !(value instanceof Y.AbstractType);
  if (fixed.includes(key) || keyed.some((prefix) => key.startsWith(prefix))) {
    return isValue;
  }
  return Object.hasOwn(fields, key) && isValue === (fields[key] !== 'text');
}
