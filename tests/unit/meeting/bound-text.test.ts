import { getSchema } from '@tiptap/core';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoundText } from '../../../client/meeting/sections/editor/bound-text.ts';
import { PARAGRAPHS } from '../../../client/meeting/sections/editor/kit.ts';
import { documentOf, offsetOf, positionOf, wordsOf } from '../../../client/meeting/sections/editor/lines.ts';
import { type Random, seededRandom } from '../../helpers/random.ts';

const schema = getSchema(PARAGRAPHS);
const SEED = 20_261_129;
const ROUNDS = process.env['TEST_LONG'] ? 3_000 : 150;

/** An editor without a page: state, transactions, and the binding around them. */
class Writer {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText('words');
  readonly bound = new BoundText({ find: () => this.text, make: () => undefined });
  state: EditorState;
  isComposing = false;
  typed = 0;

  constructor(base: Uint8Array) {
    Y.applyUpdate(this.doc, base);
    this.state = EditorState.create({ doc: schema.nodeFromJSON(this.bound.document()) });
    const state = () => this.state;
    const view = {
      get state() {
        return state();
      },
      dispatch: (transaction: Transaction) => this.dispatch(transaction),
    };
    this.bound.bind(view as EditorView);
  }

  get shown(): string {
    return wordsOf(this.state.doc);
  }

  dispatch(transaction: Transaction): void {
    this.state = this.state.apply(transaction);
    this.bound.wrote(transaction);
  }

  select(anchor: number, head: number): void {
    const [from, to] = [positionOf(this.shown, anchor), positionOf(this.shown, head)];
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to)));
  }

  type(words: string): void {
    this.typed++;
    this.dispatch(this.state.tr.insertText(words));
  }

  split(): void {
    const { tr } = this.state;
    tr.deleteSelection();
    this.dispatch(tr.split(tr.selection.from));
  }

  take(other: Writer): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc)));
  }
}

function baseOf(words: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('words').insert(0, words);
  return Y.encodeStateAsUpdate(doc);
}

function pair(words: string): [Writer, Writer] {
  const base = baseOf(words);
  return [new Writer(base), new Writer(base)];
}

function meet(one: Writer, other: Writer): void {
  one.take(other);
  other.take(one);
}

describe('words and places of an editor', () => {
  it.each([
    '',
    'eins',
    'eins\nzwei',
    '\n\neins\n',
    '😀\nzwei',
  ])('[UI36] %j is shown and found again', (words) => {
    const doc = documentOf(schema, words);
    expect(wordsOf(doc)).toBe(words);
    for (let offset = 0; offset <= words.length; offset++) {
      expect(offsetOf(doc, positionOf(words, offset))).toBe(offset);
    }
  });
});

describe('a text that several people write', () => {
  it('[UI36] two who split at the same place double no word', () => {
    const [anna, ben] = pair('eins zwei');
    for (const writer of [anna, ben]) {
      writer.select(4, 4);
      writer.split();
    }
    meet(anna, ben);
    expect(anna.shown.split('\n').filter((line) => line !== '')).toEqual(['eins', ' zwei']);
    expect(ben.shown).toBe(anna.shown);
  });

  it('[UI36] words stand beside what they were typed behind when another splits there', () => {
    const [anna, ben] = pair('eins zwei');
    anna.select(4, 5);
    anna.split();
    ben.select(9, 9);
    ben.type(' DREI');
    meet(anna, ben);
    expect([anna.shown, ben.shown]).toEqual(['eins\nzwei DREI', 'eins\nzwei DREI']);
  });

  it('[UI22] a word that is being composed is left alone, and comes out whole', () => {
    const [anna, ben] = pair('Er');
    anna.select(2, 2);
    anna.bound.composes();
    anna.type(' la');
    ben.select(0, 0);
    ben.type('Heute: ');
    ben.select(9, 9);
    ben.type('!');
    anna.take(ben);
    expect(anna.shown).toBe('Er la');
    anna.dispatch(anna.state.tr.insertText(' lacht', 3, 6));
    ben.take(anna);
    expect(ben.shown).toContain(' lacht');
    anna.bound.composed();
    expect(anna.shown).toBe(ben.shown);
    expect(anna.shown.replace('!', '')).toBe('Heute: Er lacht');
  });

  it('[UI75] a selection that was drawn backwards stays backwards', () => {
    const [anna, ben] = pair('eins zwei');
    anna.select(8, 5);
    ben.select(0, 0);
    ben.type('null ');
    anna.take(ben);
    const { anchor, head } = anna.state.selection;
    expect([offsetOf(anna.state.doc, anchor), offsetOf(anna.state.doc, head)]).toEqual([13, 10]);
  });

  it('[UI75] what no text holds is mended before it is written', () => {
    const [anna] = pair('');
    anna.type('ab\u000Bcd\u202E');
    expect([anna.text.toString(), anna.shown]).toEqual(['ab\ncd', 'ab\ncd']);
  });

  it(`[UI22] whatever people type, split, take out and compose, all show the same (seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    for (let round = 0; round < ROUNDS; round++) {
      const writers = pair('eins zwei\ndrei');
      let letter = 0;
      for (let turn = 0; turn < 40; turn++) {
        const writer = random.pick(writers) as Writer;
        step(writer, random, String.fromCodePoint(0x4e00 + letter++), round % 2 === 0);
        if (random.below(4) === 0) {
          writer.take(random.pick(writers) as Writer);
        }
        if (!writer.isComposing) {
          expect(writer.shown, `round ${round}, turn ${turn}`).toBe(writer.text.toString());
        }
      }
      for (const writer of writers) {
        writer.bound.composed();
      }
      meet(...writers);
      expect(writers[0].shown, `round ${round}`).toBe(writers[0].text.toString());
      expect(writers[1].shown, `round ${round}`).toBe(writers[0].shown);
      const letters = [...writers[0].shown].filter((sign) => sign >= '\u4e00');
      expect(new Set(letters).size, `round ${round}: doubled`).toBe(letters.length);
      if (round % 2 === 1) {
        expect(letters.length, `round ${round}: lost`).toBe(writers[0].typed + writers[1].typed);
      }
    }
  });
});

/** One thing that somebody does. */
function step(writer: Writer, random: Random, letters: string, takesOut: boolean): void {
  const at = random.below(writer.shown.length + 1);
  switch (random.below(7)) {
    case 0:
      writer.select(at, at);
      writer.split();
      break;
    case 1:
      writer.select(at, takesOut ? Math.min(at + random.below(4), writer.shown.length) : at);
      writer.dispatch(writer.state.tr.deleteSelection());
      break;
    case 2:
      writer.isComposing = true;
      writer.bound.composes();
      break;
    case 3:
      writer.isComposing = false;
      writer.bound.composed();
      break;
    default:
      writer.select(at, at);
      writer.type(letters);
  }
}
