import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  LaggingText,
  mapIndex,
  spliceBetween,
  type TextDelta,
} from '../../../client/plan/fields/text-field.ts';

function applySplice(before: string, after: string, caret: number): string {
  const splice = spliceBetween(before, after, caret);
  return splice === null
    ? before
    : before.slice(0, splice.at) + splice.added + before.slice(splice.at + splice.removed);
}

/** A shared text on two devices that hear each other at once. */
function twoDevices(start: string): { mine: Y.Text; theirs: Y.Text } {
  const [a, b] = [new Y.Doc(), new Y.Doc()];
  a.getText('t').insert(0, start);
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  a.on(
    'update',
    (update: Uint8Array, origin: unknown) => origin !== 'relay' && Y.applyUpdate(b, update, 'relay'),
  );
  b.on(
    'update',
    (update: Uint8Array, origin: unknown) => origin !== 'relay' && Y.applyUpdate(a, update, 'relay'),
  );
  return { mine: a.getText('t'), theirs: b.getText('t') };
}

describe('a text field on a shared text', () => {
  it('[UI20] writes the smallest splice, where the caret says it was', () => {
    expect(spliceBetween('aa', 'aaa', 1)).toEqual({ at: 0, removed: 0, added: 'a' });
    expect(spliceBetween('aa', 'aaa', 3)).toEqual({ at: 2, removed: 0, added: 'a' });
    expect(spliceBetween('Papa kommt', 'Papa kommt nicht', 16)).toEqual({
      at: 10,
      removed: 0,
      added: ' nicht',
    });
    expect(spliceBetween('gleich', 'gleich', 3)).toBeNull();
  });

  it('[UI20] every splice leads to what the field shows and cuts no character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.nat(40),
        (before, after, caret) => {
          expect(applySplice(before, after, Math.min(caret, after.length))).toBe(after);
          const splice = spliceBetween(before, after, Math.min(caret, after.length));
          if (splice) {
            expect(splice.added.isWellFormed()).toBe(true);
            expect(before.slice(splice.at, splice.at + splice.removed).isWellFormed()).toBe(true);
          }
        },
      ),
    );
  });

  it('[UI21] the caret stays before the same word when others write or erase', () => {
    expect(mapIndex(5, [{ insert: 'neu ' }])).toBe(9);
    expect(mapIndex(5, [{ retain: 8 }, { insert: 'neu' }])).toBe(5);
    expect(mapIndex(5, [{ retain: 5 }, { insert: 'neu' }])).toBe(5);
    expect(mapIndex(5, [{ delete: 3 }])).toBe(2);
    expect(mapIndex(5, [{ retain: 2 }, { delete: 10 }])).toBe(2);
    expect(mapIndex(5, [{ delete: 2 }, { insert: 'abc' }])).toBe(6);
  });

  it('[UI22] what is typed while a word is being composed lands where it was typed and takes nothing of others', () => {
    const step = fc.record({
      mine: fc.boolean(),
      at: fc.nat(30),
      removed: fc.nat(3),
      added: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let next = 0x4e00;
        const fresh = (count: number): string =>
          Array.from({ length: count }, () => String.fromCharCode(next++)).join('');
        const { mine, theirs } = twoDevices(fresh(6));
        const field = new LaggingText(mine.toString());
        const erasedByOthers = new Set<string>();
        mine.observe((event) => {
          if (!event.transaction.local) {
            field.remote(event.delta as TextDelta);
          }
        });
        for (const { mine: isMine, at, removed, added } of steps) {
          if (isMine) {
            const from = at % (field.shown.length + 1);
            const gone = Math.min(removed, field.shown.length - from);
            mine.doc?.transact(() => field.local(mine, { at: from, removed: gone, added: fresh(added) }));
          } else {
            const text = theirs.toString();
            const from = at % (text.length + 1);
            const gone = text.slice(from, from + removed);
            theirs.doc?.transact(() => {
              theirs.delete(from, gone.length);
              theirs.insert(from, 'x'.repeat(added));
            });
            for (const character of gone) {
              erasedByOthers.add(character);
            }
          }
        }
        const kept = [...field.shown].filter((character) => !erasedByOthers.has(character)).join('');
        expect(mine.toString().replaceAll('x', '')).toBe(kept);
        expect(theirs.toString()).toBe(mine.toString());
      }),
      { numRuns: 400 },
    );
  });

  it('[UI22] an emoji that is replaced while composing goes as a whole', () => {
    const { mine, theirs } = twoDevices('a😀b');
    const field = new LaggingText(mine.toString());
    theirs.insert(0, 'neu ');
    field.remote([{ insert: 'neu ' }]);
    field.local(mine, { at: 1, removed: 2, added: '🙂' });
    expect(theirs.toString()).toBe('neu a🙂b');
  });
});
