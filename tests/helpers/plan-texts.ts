import * as Y from 'yjs';
import type { TextSection } from '#shared/documents/plan/roots.ts';
import { addText, liveTexts } from '#shared/documents/plan/texts.ts';

/** Adds a text of these paragraphs to a section. */
export function appendParagraphs(
  doc: Y.Doc,
  section: TextSection,
  paragraphs: readonly string[],
  origin: string,
): void {
  addText(doc, section, { words: paragraphs.join('\n') }, origin);
}

/** The first text of a section. */
export function firstText(doc: Y.Doc, section: TextSection): Y.Text {
  const text = liveTexts(doc, section)[0]?.text;
  if (!text) {
    throw new Error(`nothing stands in ${section}`);
  }
  return text;
}

/** Writes paragraphs as the version before did; a line break stands in its paragraph. */
export function writeOldParagraphs(doc: Y.Doc, section: TextSection, paragraphs: readonly string[]): void {
  doc.getXmlFragment(`text:${section}`).push(
    paragraphs.map((words) => {
      const element = new Y.XmlElement('paragraph');
      const parts = words
        .split('\n')
        .flatMap((line, index) => [
          ...(index > 0 ? [new Y.XmlElement('hardBreak')] : []),
          new Y.XmlText(line),
        ]);
      element.insert(0, parts);
      return element;
    }),
  );
}
