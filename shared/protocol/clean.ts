/**
 * Text on its way into a version. People paste tabs, carriage returns and half emojis; none of that
 * may stop a freeze, so it is mended here, while `canonical.ts` refuses what was not.
 */

import { isPlausibleDay } from '../domain/plausible-day.ts';
import { typedText } from '../domain/typed-text.ts';

/** NFC without control characters other than line feeds, trimmed. */
export function cleanText(text: string): string {
  return typedText(text).replace(/\t/g, ' ').trim();
}

/** Characters of one paragraph. Several runs of words can stand in one; a version takes no endless ones. */
const PARAGRAPH_CHARS = 50_000;

/** A paragraph, or as many as it takes; nothing where nothing is left. */
export function cleanParagraphs(text: string): string[] {
  const clean = cleanText(text);
  const parts: string[] = [];
  for (let from = 0; from < clean.length; ) {
    let to = from + PARAGRAPH_CHARS;
    // A surrogate pair is never cut: half an emoji is not a character.
    to -= /[\uD800-\uDBFF]/.test(clean.charAt(to - 1)) ? 1 : 0;
    parts.push(cleanText(clean.slice(from, to)));
    from = to;
  }
  return parts.filter(Boolean);
}

/** The same, undefined where nothing is left. */
export function optionalText(text: string | null | undefined): string | undefined {
  return cleanText(text ?? '') || undefined;
}

/** A day YYYY-MM-DD that the calendar knows and a plan can name, else undefined. */
export function optionalDay(day: string | null | undefined): string | undefined {
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !isPlausibleDay(day)) {
    return undefined;
  }
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day;
}

/** A scale value, an integer from 0 to 10, else undefined. */
export function optionalScale(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10
    ? value
    : undefined;
}

/** The fields that hold something: no undefined, no empty list. */
export function filled<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
