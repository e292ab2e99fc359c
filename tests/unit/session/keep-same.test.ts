import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepSame } from '../../../client/session/keep-same.ts';

it('[UI136] what has not changed of a plan stays the same object, what has changed is another', () => {
  const before = { goals: [{ id: 'a', pos: [1, 2] }, { id: 'b' }], texts: { anlass: ['x'] } };
  const after = keepSame(before, {
    goals: [{ id: 'a', pos: [1, 2] }, { id: 'c' }],
    texts: { anlass: ['x'] },
  });
  expect(after).not.toBe(before);
  expect(after.goals[0]).toBe(before.goals[0]);
  expect(after.goals[1]).toEqual({ id: 'c' });
  expect(after.texts).toBe(before.texts);
  expect(keepSame(before, structuredClone(before))).toBe(before);
});

it('[UI136] it reads as it was read, whatever was there before', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(keepSame(before, after)).toEqual(after);
    }),
  );
});
