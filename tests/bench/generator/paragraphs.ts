import * as Y from 'yjs';

/** Larger edits, for documents with a history: each adds one paragraph to a section of the protocol. */

const SECTIONS = ['anlass', 'sicht_kind', 'sicht_eltern', 'sicht_weitere', 'geschwister', 'bedarf'];
const SENTENCE =
  'Wir haben besprochen, wie es in der Schule und zu Hause weitergeht, wer dabei hilft und woran wir merken, dass es gut ist. ';

/** One edit, and how far the clock of its writer is behind it. */
export interface Paragraph {
  bytes: Uint8Array;
  clocks: number;
}

/** Makes `count` edits of `client`, each a paragraph of `chars` characters in the section of its seat. */
export function writeParagraphs(client: number, seat: number, count: number, chars: number): Paragraph[] {
  const doc = new Y.Doc();
  doc.clientID = client;
  const made: Paragraph[] = [];
  doc.on('update', (bytes: Uint8Array) => made.push({ bytes, clocks: Y.getState(doc.store, client) }));
  const section = doc.getMap(`section:${SECTIONS[seat % SECTIONS.length]}`);
  for (let index = 0; index < count; index++) {
    const text = new Y.Text(`${index} ${SENTENCE.repeat(3)}`.slice(0, chars));
    section.set(
      `${client}-${index}`,
      new Y.Map<unknown>([
        ['voice', null],
        ['order', 'a0'],
        ['text', text],
      ]),
    );
  }
  doc.destroy();
  return made;
}
