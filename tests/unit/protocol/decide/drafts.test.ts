import { describe, expect, it } from 'vitest';
import { type Draft, forgetDraft, keepDraft, readDraft } from '../../../../client/protocol/decide/drafts.ts';

/** The part of `Storage` that counts, in memory. */
function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

const fresh = (versionId: string): Draft => ({
  versionId,
  decision: null,
  remark: '',
  thinkUntil: '2026-03-17',
});
const typed: Draft = { ...fresh('v1'), decision: 'nicht_einverstanden', remark: 'Zu wenig Stunden.' };

describe('an answer that is not handed in yet', () => {
  it('[SG48] comes back after the page was discarded', () => {
    const storage = memoryStorage();
    keepDraft(storage, 'p1', typed);
    expect(readDraft(storage, 'p1', fresh('v1'))).toEqual(typed);
  });

  it('[SG48] keeps the own sentence for a new version, but not the decision', () => {
    const storage = memoryStorage();
    keepDraft(storage, 'p1', typed);
    expect(readDraft(storage, 'p1', fresh('v2'))).toEqual({ ...fresh('v2'), remark: 'Zu wenig Stunden.' });
  });

  it('[SG48] is gone once it was handed in', () => {
    const storage = memoryStorage();
    keepDraft(storage, 'p1', typed);
    forgetDraft(storage, 'p1');
    expect(readDraft(storage, 'p1', fresh('v1'))).toEqual(fresh('v1'));
    expect(storage.length).toBe(0);
  });

  it('[SG49] leaves nothing of one person for the next, and touches nothing else', () => {
    const storage = memoryStorage();
    keepDraft(storage, 'p1', typed);
    storage.setItem('planrunde.unsaved.p1.m1', 'edits on their way');
    expect(readDraft(storage, 'p2', fresh('v1'))).toEqual(fresh('v1'));
    expect(readDraft(storage, 'p1', fresh('v1'))).toEqual(fresh('v1'));
    expect(storage.getItem('planrunde.unsaved.p1.m1')).toBe('edits on their way');
  });

  it('[SG48] survives a storage that refuses, and nonsense in it', () => {
    const full = {
      ...memoryStorage(),
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => keepDraft(full, 'p1', typed)).not.toThrow();
    const storage = memoryStorage();
    storage.setItem('planrunde.unsaved.p1.answer', '{"decision":"ja"');
    expect(readDraft(storage, 'p1', fresh('v1'))).toEqual(fresh('v1'));
    storage.setItem('planrunde.unsaved.p1.answer', '{"versionId":"v1","remark":"x","decision":"ja"}');
    expect(readDraft(storage, 'p1', fresh('v1')).decision).toBeNull();
  });
});
