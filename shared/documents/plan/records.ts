import { uuidv4 } from 'lib0/random';
import * as Y from 'yjs';
import { isRemoval, type Removal } from '../../domain/removal.ts';
import { typedText } from '../../domain/typed-text.ts';
import type { PlanRecord } from './roots.ts';

/**
 * Origins of local transactions. One UndoManager a client tracks `list`, `board` and `text`: a null origin
 * would make it undo other people's work. `place` makes the place that words are then written to, and is
 * never undone: others may have written there meanwhile.
 */
export const ORIGIN = { list: 'list', board: 'board', text: 'text', seed: 'seed', place: 'place' } as const;

/** A new opaque record id. Works without a secure context, so also on a phone in the local network. */
export function newId(): string {
  return uuidv4();
}

/** A Y.Text that already holds `text`, as it may be written. */
export function textOf(text = ''): Y.Text {
  const clean = typedText(text);
  return clean === '' ? new Y.Text() : new Y.Text(clean);
}

/** A record from plain values and shared types; nested types are created once, together with it. */
export function recordOf(entries: Record<string, unknown>): PlanRecord {
  return new Y.Map(Object.entries(entries));
}

/** Content of a nested text, '' where the record has none (an older or damaged record). */
export function readText(record: PlanRecord, key: string): string {
  const value = record.get(key);
  return value instanceof Y.Text ? value.toString() : '';
}

/** The nested text itself, for binding an editor to it. */
export function sharedText(record: PlanRecord, key: string): Y.Text | undefined {
  const value = record.get(key);
  return value instanceof Y.Text ? value : undefined;
}

/** A string value, or null where it is absent or of another type. */
export function readString(record: PlanRecord, key: string): string | null {
  const value = record.get(key);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A finite number, or null. */
export function readNumber(record: PlanRecord, key: string): number | null {
  const value = record.get(key);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A code of a closed list, or the fallback where somebody wrote something else. */
export function readCode<T extends string, F extends T | null>(
  record: PlanRecord,
  key: string,
  codes: readonly T[],
  fallback: F,
): T | F {
  const value = record.get(key);
  return codes.find((code) => code === value) ?? fallback;
}

/** Ids in a list value; everything that is not a string is left out. */
export function readIds(record: PlanRecord, key: string): string[] {
  const value = record.get(key);
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}

/** The removal mark of a record, or null while it is on the table. */
export function readRemoval(record: PlanRecord): Removal | null {
  const value = record.get('removed');
  return isRemoval(value) ? { by: value.by, at: value.at } : null;
}

/** Marks a record as removed. Words that somebody types into it at that moment survive. */
export function markRemoved(record: PlanRecord, by: string, at: Date): void {
  record.set('removed', { by, at: at.toISOString() } satisfies Removal);
}

/** Brings a removed record back under the same id. */
export function bringBack(record: PlanRecord): void {
  record.delete('removed');
}

/** Something that is off the table and can come back. */
export interface Removed {
  id: string;
  text: string;
  removal: Removal;
}

/** The records of a part that are off the table, newest first. */
export function removedIn(
  part: Iterable<[string, PlanRecord]>,
  words: (record: PlanRecord) => string,
): Removed[] {
  const found: Removed[] = [];
  for (const [id, record] of part) {
    const removal = readRemoval(record);
    if (removal) {
      found.push({ id, text: words(record), removal });
    }
  }
  return found.sort((a, b) => b.removal.at.localeCompare(a.removal.at));
}

/**
 * Writes what was typed into a shared text by its smallest single change, so that a field that is not
 * bound character by character still merges with what others type at the same time.
 */
export function replaceText(text: Y.Text, typed: string): void {
  const before = text.toString();
  const next = typedText(typed);
  if (before === next) {
    return;
  }
  let start = 0;
  const shortest = Math.min(before.length, next.length);
  while (start < shortest && before[start] === next[start]) {
    start++;
  }
  let end = 0;
  while (end < shortest - start && before[before.length - 1 - end] === next[next.length - 1 - end]) {
    end++;
  }
  // A surrogate pair must never be cut: half an emoji is not a character.
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) {
    start--;
  }
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) {
    end--;
  }
  const removed = before.length - start - end;
  if (removed > 0) {
    text.delete(start, removed);
  }
  const added = next.slice(start, next.length - end);
  if (added !== '') {
    text.insert(start, added);
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
