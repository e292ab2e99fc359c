import type * as Y from 'yjs';
import { oldWords } from './old-texts.ts';
import { isOrderKey, orderBetween } from './order.ts';
import { newId, readRemoval, readString, recordOf, sharedText, textOf } from './records.ts';
import { type PlanRecord, partMap, sectionPart, TEXT_SECTIONS, type TextSection } from './roots.ts';

/**
 * Running texts of the protocol. Each voice has a text of its own in a section: one Y.Text, in which a
 * line break ends a paragraph. Splitting a paragraph so writes one sign and copies no word that somebody
 * else is changing.
 */

/** What one voice has said in a section. */
export interface SectionText {
  id: string;
  /** Whose words they are; null where nobody is named, as in documents of the version before. */
  voice: string | null;
  /** Its paragraphs; empty ones at the end are left out. */
  paragraphs: string[];
}

/** What a text of a section starts with. */
export interface NewText {
  words?: string;
  voice?: string | null;
  id?: string;
}

/** A text of a section that can be written in. */
export interface LiveText {
  id: string;
  voice: string | null;
  text: Y.Text;
}

/** The texts of a section that hold words, in their order. Equal documents give equal lists. */
export function readSection(doc: Y.Doc, section: TextSection): SectionText[] {
  return readWords(doc, section)
    .map(({ id, voice, words }) => ({ id, voice, paragraphs: paragraphsIn(words) }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
}

/** The same as it was typed, whatever form it has: what the version before wrote stands in one text. */
export function readWords(
  doc: Y.Doc,
  section: TextSection,
): { id: string; voice: string | null; words: string }[] {
  const texts = liveTexts(doc, section).map(({ id, voice, text }) => ({ id, voice, words: text.toString() }));
  const old = oldWords(doc, section);
  const before = texts.find(({ id }) => id === TEXT_BEFORE);
  if (before && old !== '') {
    before.words = behind(before.words, old);
  } else if (old !== '') {
    texts.push({ id: TEXT_BEFORE, voice: null, words: old });
  }
  return texts;
}

/** Words and those that come behind them, as paragraphs of their own. */
function behind(words: string, next: string): string {
  return words === '' ? next : `${words}\n${next}`;
}

/** All sections that have content. */
export function readSections(doc: Y.Doc): Partial<Record<TextSection, SectionText[]>> {
  const found: Partial<Record<TextSection, SectionText[]>> = {};
  for (const section of TEXT_SECTIONS) {
    const texts = readSection(doc, section);
    if (texts.length > 0) {
      found[section] = texts;
    }
  }
  return found;
}

/** The paragraphs of a section, one text after the other. */
export function paragraphsOf(texts: readonly SectionText[] = []): string[] {
  return texts.flatMap(({ paragraphs }) => paragraphs);
}

/** The texts of a section that were not taken back, also those in which nothing stands, in their order. */
export function liveTexts(doc: Y.Doc, section: TextSection): LiveText[] {
  const order = (record: PlanRecord): string => orderOf(record) ?? '';
  return [...partMap(doc, sectionPart(section))]
    .sort(([a, one], [b, other]) => compare(order(one), order(other)) || compare(a, b))
    .flatMap(([id, record]) => {
      const text = sharedText(record, 'text');
      return text && !readRemoval(record) ? [{ id, voice: readString(record, 'voice'), text }] : [];
    });
}

/** Adds a text at the end of a section; gives its id. */
export function addText(
  doc: Y.Doc,
  section: TextSection,
  { words = '', voice = null, id = newId() }: NewText,
  origin: string,
): string {
  doc.transact(() => {
    const record = recordOf({ voice, order: endOf(doc, section), text: textOf(words) });
    partMap(doc, sectionPart(section)).set(id, record);
  }, origin);
  return id;
}

/** Puts texts into a section in which there are none yet, in their order, as they are and not mended. */
export function putTexts(
  doc: Y.Doc,
  section: TextSection,
  texts: readonly { id: string; voice: string | null; words: string }[],
): void {
  let order: string | null = null;
  for (const { id, voice, words } of texts) {
    order = orderBetween(order, null);
    const record = recordOf({ voice, order, text: textOf() });
    partMap(doc, sectionPart(section)).set(id, record);
    sharedText(record, 'text')?.insert(0, words);
  }
}

/** One text of a section, taken back or not. */
export function textRecord(doc: Y.Doc, section: TextSection, id: string): PlanRecord | undefined {
  return partMap(doc, sectionPart(section)).get(id);
}

/** The text in which stands what a document of the version before held. */
export const TEXT_BEFORE = 'before';

function paragraphsIn(words: string): string[] {
  const paragraphs = words.split('\n');
  while (paragraphs.at(-1)?.trim() === '') {
    paragraphs.pop();
  }
  return paragraphs;
}

function orderOf(record: PlanRecord): string | null {
  const order = readString(record, 'order');
  return order !== null && isOrderKey(order) ? order : null;
}

function endOf(doc: Y.Doc, section: TextSection): string {
  // No key is before the empty one, which is none.
  let last = '';
  for (const record of partMap(doc, sectionPart(section)).values()) {
    const order = orderOf(record) ?? '';
    last = order > last ? order : last;
  }
  return orderBetween(last || null, null);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
