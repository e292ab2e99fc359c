import * as Y from 'yjs';
import { TEXT_SECTIONS, type TextSection, textSection } from './roots.ts';

/**
 * Running texts of the protocol. The editor allows paragraphs and line breaks only, so a section
 * reads back as a list of paragraphs, which is what protocol, PDF and screen reader get.
 */

/** The node names a section may hold; the editor and the guard use the same list. */
export const TEXT_NODES = ['paragraph', 'hardBreak'] as const;

/** Paragraphs of a section as plain text; empty ones at the end are left out. */
export function readSection(doc: Y.Doc, section: TextSection): string[] {
  const paragraphs = textSection(doc, section)
    .toArray()
    .map((node) => (node instanceof Y.XmlElement || node instanceof Y.XmlText ? plainText(node) : ''));
  while (paragraphs.length > 0 && paragraphs.at(-1)?.trim() === '') {
    paragraphs.pop();
  }
  return paragraphs;
}

/** All sections that have content. */
export function readSections(doc: Y.Doc): Partial<Record<TextSection, string[]>> {
  const found: Partial<Record<TextSection, string[]>> = {};
  for (const section of TEXT_SECTIONS) {
    const paragraphs = readSection(doc, section);
    if (paragraphs.length > 0) {
      found[section] = paragraphs;
    }
  }
  return found;
}

/** Appends paragraphs to a section; used for seeding. */
export function appendParagraphs(
  doc: Y.Doc,
  section: TextSection,
  paragraphs: readonly string[],
  origin: string,
): void {
  doc.transact(() => {
    const fragment = textSection(doc, section);
    fragment.push(
      paragraphs.map((text) => {
        const element = new Y.XmlElement('paragraph');
        element.insert(0, [new Y.XmlText(text)]);
        return element;
      }),
    );
  }, origin);
}

/** The words of a paragraph, line breaks included. */
export function plainText(node: Y.XmlElement | Y.XmlText): string {
  if (node instanceof Y.XmlText) {
    return node
      .toDelta()
      .map((part: { insert: unknown }) => (typeof part.insert === 'string' ? part.insert : ''))
      .join('');
  }
  if (node.nodeName === 'hardBreak') {
    return '\n';
  }
  return node
    .toArray()
    .map((child) => (child instanceof Y.XmlElement || child instanceof Y.XmlText ? plainText(child) : ''))
    .join('');
}
