import * as Y from 'yjs';
import type { TextSection } from './roots.ts';

/**
 * Running texts as the version before wrote them: a Y.XmlFragment `text:<code>` of paragraphs and line
 * breaks for each section, without voices. Nobody writes them any more.
 */

/** The root that a section had in the version before. */
export function oldRoot(section: TextSection): `text:${TextSection}` {
  return `text:${section}`;
}

/** The words of a section in the old form, a line each paragraph and what stands behind a line break. */
export function oldWords(doc: Y.Doc, section: TextSection): string {
  return isThere(doc, section) ? fragmentOf(doc, section).toArray().map(wordsIn).join('\n').trimEnd() : '';
}

/**
 * Takes the words out of the old form. Their paragraphs stay, empty: what somebody typed into one of them
 * and sends only now is then refused by its place, and not lost in a place that is gone.
 */
export function clearOld(doc: Y.Doc, section: TextSection): void {
  for (const node of fragmentOf(doc, section).toArray()) {
    clear(node);
  }
}

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook;

/** Asking for a root makes it; a document that never had it must not get it by being read. */
function isThere(doc: Y.Doc, section: TextSection): boolean {
  return doc.share.has(oldRoot(section));
}

function fragmentOf(doc: Y.Doc, section: TextSection): Y.XmlFragment {
  return doc.getXmlFragment(oldRoot(section));
}

function wordsIn(node: Node): string {
  if (node instanceof Y.XmlText) {
    return node
      .toDelta()
      .map((part: { insert: unknown }) => (typeof part.insert === 'string' ? part.insert : ''))
      .join('');
  }
  if (!(node instanceof Y.XmlElement)) {
    return '';
  }
  return node.nodeName === 'hardBreak' ? '\n' : node.toArray().map(wordsIn).join('');
}

function clear(node: Node): void {
  if (node instanceof Y.XmlText) {
    node.delete(0, node.length);
  } else if (node instanceof Y.XmlElement) {
    for (const child of node.toArray()) {
      clear(child);
    }
    removeBreaks(node);
  }
}

function removeBreaks(paragraph: Y.XmlElement): void {
  for (let at = paragraph.length - 1; at >= 0; at--) {
    const child = paragraph.get(at);
    if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') {
      paragraph.delete(at, 1);
    }
  }
}
