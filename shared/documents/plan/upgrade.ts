import type * as Y from 'yjs';
import { clearOld, oldWords } from './old-texts.ts';
import { ORIGIN, sharedText } from './records.ts';
import { TEXT_SECTIONS, type TextSection } from './roots.ts';
import { addText, TEXT_BEFORE, textRecord } from './texts.ts';

/** Whether the version before has written running texts in this document. */
export function hasOldTexts(doc: Y.Doc): boolean {
  return outdated(doc).length > 0;
}

/** Brings them into the form of now. Doing it twice changes nothing. */
export function upgradeTexts(doc: Y.Doc): void {
  doc.transact(() => {
    for (const section of outdated(doc)) {
      upgradeSection(doc, section);
    }
  }, ORIGIN.seed);
}

function outdated(doc: Y.Doc): readonly TextSection[] {
  return TEXT_SECTIONS.filter((section) => oldWords(doc, section) !== '');
}

function upgradeSection(doc: Y.Doc, section: TextSection): void {
  if (!textRecord(doc, section, TEXT_BEFORE)) {
    addText(doc, section, { id: TEXT_BEFORE }, ORIGIN.seed);
  }
  const record = textRecord(doc, section, TEXT_BEFORE);
  const text = record && sharedText(record, 'text');
  if (text) {
    const words = oldWords(doc, section);
    // As it is, not mended: it must read as before, sign by sign.
    text.insert(text.length, text.length > 0 ? `\n${words}` : words);
    clearOld(doc, section);
  }
}
