import { describe, expect, it } from 'vitest';
import { ANSWER, ANSWER_DAY, countDrafts, createDrafts } from '../../../client/session/pending/drafts.ts';
import { forgetUnsaved } from '../../../client/session/pending/tab-storage.ts';
import { createRefusedBox } from '../../../client/session/refused/refused-box.ts';

/** A tab's storage, in memory; `full` refuses every writing. */
function tab(full = false): Storage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (at) => [...held.keys()][at] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => {
      if (full) {
        throw new Error('QuotaExceededError');
      }
      held.set(key, value);
    },
    removeItem: (key) => held.delete(key),
    clear: () => held.clear(),
  };
}

const nothing = (): void => undefined;

describe('words in fields', () => {
  it('[UI49] outlive the field and a reload, each under the name of its field', () => {
    const storage = tab();
    const drafts = createDrafts('p1', nothing, storage);
    drafts.keep('goal-add', 'Ich will ');
    drafts.keep('agreement-add', 'Wir rufen an');
    const again = createDrafts('p1', nothing, storage);
    expect([...again.words.get()]).toEqual([
      ['goal-add', 'Ich will '],
      ['agreement-add', 'Wir rufen an'],
    ]);
    expect(createDrafts('p2', nothing, storage).words.get().size).toBe(0);
  });

  it('[UI49] are forgotten where nothing but space is left, and when the participation has ended', () => {
    const storage = tab();
    const drafts = createDrafts('p1', nothing, storage);
    drafts.keep('goal-add', 'Ich');
    drafts.keep('goal-add', '  ');
    expect(drafts.words.get().size).toBe(0);
    expect(storage.length).toBe(0);
    drafts.keep('goal-add', 'Ich');
    forgetUnsaved('p1', storage);
    expect(createDrafts('p1', nothing, storage).words.get().size).toBe(0);
  });

  it('[UI49] say that they have changed, and nothing where they have not', () => {
    let changes = 0;
    const drafts = createDrafts('p1', () => changes++, tab());
    drafts.keep('a', 'x');
    drafts.keep('a', 'x');
    drafts.keep('b', '');
    expect(changes).toBe(1);
    expect(drafts.takeAll()).toEqual([{ words: 'x', place: undefined }]);
    expect(drafts.words.get().size).toBe(0);
  });

  it('[SG48] [UI49] a form is not ended with the plan, and counts while it can be handed in', () => {
    const drafts = createDrafts('p1', nothing, tab());
    drafts.keep('goal-add', 'Ich');
    drafts.keep(ANSWER, '{}');
    expect(countDrafts(drafts.words.get(), true)).toBe(1);
    expect(countDrafts(drafts.words.get(), false)).toBe(2);
    expect(drafts.takeAll()).toEqual([{ words: 'Ich', place: 'goals' }]);
    expect([...drafts.words.get().keys()]).toEqual([ANSWER]);
  });

  it('[SG49] no answer of one person is there for the next; a line half typed stays its owner’s', () => {
    const storage = tab();
    const drafts = createDrafts('p1', nothing, storage);
    drafts.keep(ANSWER, '{}');
    drafts.keep(ANSWER_DAY, '15.12.jjjj');
    drafts.keep('goal-add', 'Ich');
    expect(createDrafts('p2', nothing, storage).words.get().size).toBe(0);
    expect([...createDrafts('p1', nothing, storage).words.get().keys()]).toEqual(['goal-add']);
  });

  it('[UI49] a storage that is full, forbidden or spoilt loses none of them', () => {
    for (const storage of [tab(true), null]) {
      const drafts = createDrafts('p1', nothing, storage);
      drafts.keep('a', 'x');
      expect(drafts.words.get().get('a')).toBe('x');
    }
    const spoilt = tab();
    spoilt.setItem('planrunde.unsaved.p1.drafts', '{"a":');
    expect(createDrafts('p1', nothing, spoilt).words.get().size).toBe(0);
  });
});

it('[UI5] what was not taken over is still in reach after a reload, until it is put away', () => {
  const storage = tab();
  const box = createRefusedBox('p1', storage);
  box.put('locked', 'Ich will kochen');
  box.put('schema', 'Oma');
  const again = createRefusedBox('p1', storage);
  expect(again.entries.get()).toEqual(box.entries.get());
  again.put('quota', 'Max');
  expect(new Set(again.entries.get().map(({ id }) => id)).size).toBe(3);
  for (const { id } of again.entries.get()) {
    again.dismiss(id);
  }
  expect(createRefusedBox('p1', storage).entries.get()).toEqual([]);
  expect(storage.length).toBe(0);
});
