import * as Y from 'yjs';
import { isTyped, joined, typedValue } from '../refused/refused.ts';
import type { SeenRecord } from './seen-records.ts';

/** What of it the document holds no more: whole records with words, or the fields whose words are gone. */
export function lostOf(seen: readonly SeenRecord[], doc: Y.Doc): SeenRecord[] {
  return seen
    .map((record) => missingOf(record, doc.getMap(record.part).get(record.id)))
    .filter((lost) => wordsOf([lost]) !== '');
}

/** Its words, to be read and copied. */
export function wordsOf(records: readonly SeenRecord[]): string {
  return joined(
    records.flatMap(({ texts, values }) => [
      ...Object.values(texts),
      ...Object.entries(values)
        .filter(([key]) => isTyped(key))
        .map(([, value]) => typedValue(value)),
    ]),
  );
}

function missingOf(record: SeenRecord, now: unknown): SeenRecord {
  if (!(now instanceof Y.Map)) {
    return record;
  }
  const { texts, values } = record;
  return {
    ...record,
    texts: kept(texts, (key, text) => {
      const there = now.get(key);
      return !(there instanceof Y.Text && there.toString().includes(text.trim()));
    }),
    values: kept(values, (key, value) => isTyped(key) && now.get(key) !== value),
  };
}

function kept<T>(fields: Record<string, T>, isKept: (key: string, value: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => isKept(key, value)));
}
