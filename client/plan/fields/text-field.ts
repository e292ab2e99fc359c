import type * as Y from 'yjs';

/**
 * The mathematics of a plain text field that is bound to a Y.Text: local edits as their smallest
 * splice, remote edits as new places of the caret, and a field whose shown text lags behind the
 * shared one while an input method composes a word.
 */

/** One change: at `at`, `removed` characters went and `added` came. */
export interface Splice {
  at: number;
  removed: number;
  added: string;
}

/** Writes a change into a shared text. */
export function applySplice(text: Y.Text, { at, removed, added }: Splice): void {
  if (removed > 0) {
    text.delete(at, removed);
  }
  if (added !== '') {
    text.insert(at, added);
  }
}

/** The part of a Yjs delta that counts for plain text. */
export type TextDelta = readonly { retain?: number; insert?: unknown; delete?: number }[];

/**
 * The smallest splice from one text to another, never through the middle of a character. `caret`
 * (after the change) decides where it was, among places that would give the same text.
 */
export function spliceBetween(before: string, after: string, caret: number): Splice | null {
  if (before === after) {
    return null;
  }
  // Typing leaves everything behind the caret alone; so look from the end first, but not past it.
  const tail = Math.max(0, after.length - caret);
  let end = 0;
  const shortest = Math.min(before.length, after.length);
  while (end < tail && end < shortest && before.at(-1 - end) === after.at(-1 - end)) {
    end++;
  }
  let start = 0;
  while (start < shortest - end && before[start] === after[start]) {
    start++;
  }
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) {
    end++;
  }
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) {
    start--;
  }
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) {
    end--;
  }
  return { at: start, removed: before.length - start - end, added: after.slice(start, after.length - end) };
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Where a place of the text is after somebody else's change. Text inserted right there goes behind it. */
export function mapIndex(index: number, delta: TextDelta): number {
  let old = 0;
  let shift = 0;
  for (const part of delta) {
    if (old > index || (old === index && part.insert !== undefined)) {
      break;
    }
    if (part.retain !== undefined) {
      old += part.retain;
    } else if (part.delete !== undefined) {
      shift -= Math.min(part.delete, index - old);
      old += part.delete;
    } else if (typeof part.insert === 'string') {
      shift += part.insert.length;
    }
  }
  return index + shift;
}

/**
 * A field that still shows an older text. It knows of every shown character where it is in the
 * shared text now, so that what is typed meanwhile lands where it was typed and takes nothing
 * of what others wrote.
 */
export class LaggingText {
  #shown: string;
  /** For each shown character its place in the shared text, or null where others erased it. */
  #places: (number | null)[];
  /** For each gap between shown characters, the last one included, its place in the shared text. */
  #gaps: number[];

  constructor(text: string) {
    this.#shown = text;
    this.#places = Array.from({ length: text.length }, (_, index) => index);
    this.#gaps = Array.from({ length: text.length + 1 }, (_, index) => index);
  }

  get shown(): string {
    return this.#shown;
  }

  /** Where a gap of the shown text is in the shared text. */
  placeOf(index: number): number {
    return this.#gaps[index] ?? this.#gaps.at(-1) ?? 0;
  }

  /** Somebody else changed the shared text; the field does not show it yet. */
  remote(delta: TextDelta): void {
    this.#places = this.#places.map((place) => (place === null ? null : mapCharacter(place, delta)));
    this.#gaps = this.#gaps.map((place) => mapIndex(place, delta));
  }

  /** Writes what was typed into the shared text and remembers it as shown. */
  local(text: Y.Text, { at, removed, added }: Splice): void {
    const insertAt = this.#gaps[at] ?? text.length;
    const behind = at + removed;
    const gone = this.#places.slice(at, behind).filter((place) => place !== null);
    for (const [from, length] of runs(gone).reverse()) {
      text.delete(from, length);
    }
    const afterErasing = (place: number): number => place - gone.filter((erased) => erased < place).length;
    const start = afterErasing(insertAt);
    if (added !== '') {
      text.insert(start, added);
    }
    const left = afterErasing;
    const right = (place: number): number => afterErasing(place) + added.length;
    const moved = (place: number | null, settle: (place: number) => number): number | null =>
      place === null ? null : settle(place);
    const fresh = Array.from({ length: added.length }, (_, index) => start + index);
    this.#places = [
      ...this.#places.slice(0, at).map((place) => moved(place, left)),
      ...fresh,
      ...this.#places.slice(behind).map((place) => moved(place, right)),
    ];
    this.#gaps = [
      ...this.#gaps.slice(0, at).map(left),
      ...fresh,
      start + added.length,
      ...this.#gaps.slice(behind + 1).map(right),
    ];
    this.#shown = this.#shown.slice(0, at) + added + this.#shown.slice(behind);
  }
}

/** Neighbouring places together: a character of two code units must go as one. */
function runs(places: readonly number[]): [from: number, length: number][] {
  const found: [number, number][] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last && last[0] + last[1] === place) {
      last[1]++;
    } else {
      found.push([place, 1]);
    }
  }
  return found;
}

function mapCharacter(place: number, delta: TextDelta): number | null {
  let old = 0;
  for (const part of delta) {
    if (part.retain !== undefined) {
      old += part.retain;
    } else if (part.delete !== undefined) {
      if (place >= old && place < old + part.delete) {
        return null;
      }
      old += part.delete;
    }
    if (old > place) {
      break;
    }
  }
  // A character moves with what is inserted right before it; a gap does not.
  return mapIndex(place + 1, delta) - 1;
}
